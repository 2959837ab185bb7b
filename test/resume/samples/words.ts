import { type Sample, word } from "../sample.js"

export const words: ReadonlyArray<Sample> = [
  word(
    "headings-and-lists.docx",
    `# Fatima Al-Rashid
Dubai, United Arab Emirates
fatima.alrashid@mail.test | +971 50 123 4567
# Professional Summary
Compliance officer in retail banking.
# Work Experience
Compliance Manager, Emirates NBD Bank
May 2019 – Present
- AML and KYC reviews
- Trained branch staff
Internal Auditor, PwC Middle East
Sept. 2015 – April 2019
- Internal audit of banks
# Education
Master of Business Administration, American University of Sharjah, 2015
# Skills
AML, KYC, Risk management, Internal audit, Excel
# Languages
Arabic (native), English (fluent)`,
    {
      name: "Fatima Al-Rashid",
      email: "fatima.alrashid@mail.test",
      phone: "+971501234567",
      location: "Dubai, United Arab Emirates",
      skills: "aml, kyc, risk management, internal audit, excel, compliance",
      jobs: `Compliance Manager | Emirates NBD Bank | 2019-05 | now
Internal Auditor | PwC Middle East | 2015-09 | 2019-04`,
      schools: "American University of Sharjah | Master of Business Administration | | 2015",
      languages: "ar native, en C1",
    },
  ),
  word(
    "two-cells.docx",
    `Thomas Keller
|Kontakt / thomas.keller@post.test / +41 79 123 45 67 / 8001 Zürich / Sprachen / Deutsch – Muttersprache / Englisch – fließend / Kenntnisse / Java / Spring Boot / Oracle / Scrum|Berufserfahrung / 06/2017 – heute / Softwarearchitekt / Zürcher Kantonalbank / 10/2012 – 05/2017 / Softwareentwickler / Adnovum AG / Ausbildung / 2007 – 2012 / Master of Science Informatik / ETH Zürich|`,
    {
      name: "Thomas Keller",
      email: "thomas.keller@post.test",
      phone: "+41791234567",
      location: "8001 Zürich",
      skills: "java, spring boot, oracle, scrum",
      jobs: `Softwarearchitekt | Zürcher Kantonalbank | 2017-06 | now
Softwareentwickler | Adnovum AG | 2012-10 | 2017-05`,
      schools: "ETH Zürich | Master of Science | Informatik | 2012",
      languages: "de native, en C1",
    },
  ),
  word(
    "table-of-jobs.docx",
    `Zsófia Nagy
zsofia.nagy@mail.test, +36 30 123 4567
Budapest, Hungary
Work experience
|Period|Position|Company|
|2020-03 – present|Logistics Coordinator|DHL Supply Chain Kft.|
|2016-09 – 2020-02|Warehouse Supervisor|Tesco Global Zrt.|
Education
|2013 – 2016|BSc Logistics|Corvinus University of Budapest|
Skills
|Software|SAP, Excel, Power BI|
|Other|inventory management, procurement|
Languages
|Hungarian|native|
|English|C1|
|German|B1|`,
    {
      name: "Zsófia Nagy",
      email: "zsofia.nagy@mail.test",
      phone: "+36301234567",
      location: "Budapest, Hungary",
      skills: "sap, excel, power bi, inventory management, procurement, logistics",
      jobs: `Logistics Coordinator | DHL Supply Chain Kft. | 2020-03 | now
Warehouse Supervisor | Tesco Global Zrt. | 2016-09 | 2020-02`,
      schools: "Corvinus University of Budapest | BSc | Logistics | 2016",
      languages: "hu native, en C1, de B1",
    },
  ),
  word(
    "date-cells.docx",
    `Marie-Claire Vandenbussche
Rue de la Loi 100, 1040 Bruxelles
Tél. : +32 470 12 34 56 – mc.vandenbussche@mail.test
EXPÉRIENCE
|2018 – 2023|Juriste d'entreprise / Proximus S.A., Bruxelles / - Droit du travail, RGPD|
|2014 – 2018|Avocate / Cabinet Janssens & Associés|
FORMATION
|2009 – 2014|Master en droit / Université libre de Bruxelles|
COMPÉTENCES
Droit des sociétés, RGPD, droit du travail, Microsoft Office
LANGUES
Français (langue maternelle), Néerlandais (B2), Anglais (C1)`,
    {
      name: "Marie-Claire Vandenbussche",
      email: "mc.vandenbussche@mail.test",
      phone: "+32470123456",
      location: "1040 Bruxelles",
      skills: "corporate law, gdpr, employment law, microsoft office",
      jobs: `Juriste d'entreprise | Proximus S.A. | 2018 | 2023
Avocate | Cabinet Janssens & Associés | 2014 | 2018`,
      schools: "Université libre de Bruxelles | Master | droit | 2014",
      languages: "fr native, nl B2, en C1",
    },
  ),
  word(
    "chinese-name.docx",
    `Wei Zhang (张伟)
Email: wei.zhang@mail.test    Phone: +86 138 0013 8000
Shanghai, China
# EMPLOYMENT
Senior Accountant | Alibaba Group | 2019.07 – Now
- Consolidation under IFRS
Accountant | Bank of China | 2015.07 – 2019.06
# EDUCATION
Fudan University | Bachelor of Management, Accounting | 2011 – 2015
# SKILLS
IFRS • Consolidation • SAP S/4HANA • VBA
# LANGUAGES
Chinese – Native
English – Fluent`,
    {
      name: "Wei Zhang",
      email: "wei.zhang@mail.test",
      phone: "+8613800138000",
      location: "Shanghai, China",
      skills: "ifrs, consolidation, s/4hana, vba",
      jobs: `Senior Accountant | Alibaba Group | 2019-07 | now
Accountant | Bank of China | 2015-07 | 2019-06`,
      schools: "Fudan University | Bachelor of Management | Accounting | 2015",
      languages: "zh native, en C1",
    },
  ),
  word(
    "employer-first.docx",
    `Olena Kovalenko
Office Manager
Warsaw, Poland · olena.kovalenko@mail.test · +48 512 345 678
# Experience
Ubisoft Polska Sp. z o.o. — Warsaw
Office Manager
Aug 2021 to date
- Travel management and calendar management
Nova Poshta LLC — Kyiv
Administrative Assistant
Feb 2017 – Jul 2021
- Data entry and filing
# Education
Taras Shevchenko National University of Kyiv
Bachelor of Arts in Philology
2012 – 2016
# Skills
MS Office, Office administration, Minute taking, Trello
# Languages
Ukrainian: native
Polish: B2
English: C1`,
    {
      name: "Olena Kovalenko",
      email: "olena.kovalenko@mail.test",
      phone: "+48512345678",
      location: "Warsaw, Poland",
      skills:
        "microsoft office, office administration, minute taking, trello, travel arrangements, calendar management, data entry, filing",
      jobs: `Office Manager | Ubisoft Polska Sp. z o.o. | 2021-08 | now
Administrative Assistant | Nova Poshta LLC | 2017-02 | 2021-07`,
      schools: "Taras Shevchenko National University of Kyiv | Bachelor of Arts | Philology | 2016",
      languages: "uk native, pl B2, en C1",
    },
  ),
]
