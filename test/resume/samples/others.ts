import { columns, page, type Sample, table, text, word } from "../sample.js"

/** Layouts that people use and no template does: promotions, labels of forms, exports of other sites. */
export const others: ReadonlyArray<Sample> = [
  columns(
    "linkedin-export.pdf",
    [
      "",
      `Contact
rebecca.stone@mail.test
www.linkedin.com/in/rebeccastone

Top Skills
Negotiation
Salesforce
B2B

Languages
English (Native or Bilingual)
German (Limited Working)`,
      `Rebecca Stone
Key Account Manager at Bosch
Manchester, England, United Kingdom

Experience

Bosch
Key Account Manager
March 2020 - Present (4 years 2 months)
Manchester

Siemens
Sales Representative
January 2016 - February 2020 (4 years 2 months)

Education

University of Manchester
Bachelor of Arts, Economics · (2012 - 2015)`,
    ],
    {
      name: "Rebecca Stone",
      email: "rebecca.stone@mail.test",
      phone: null,
      location: "Manchester, England, United Kingdom",
      skills: "negotiation, salesforce, b2b sales, account management",
      jobs: `Key Account Manager | Bosch | 2020-03 | now
Sales Representative | Siemens | 2016-01 | 2020-02`,
      schools: "University of Manchester | Bachelor of Arts | Economics | 2015",
      languages: "en native, de B1",
    },
  ),
  text(
    "europass.txt",
    `
Europass Curriculum Vitae

Personal information
First name(s) / Surname(s)  Elena Popescu
Address  Str. Lunga 15, 500035 Brasov, Romania
Telephone  +40 721 234 567
E-mail  elena.popescu@mail.test

Work experience
Dates: 01/2019 - 06/2023
Occupation or position held: Economist
Name and address of employer: Banca Transilvania S.A., Cluj-Napoca
Dates: 09/2015 - 12/2018
Occupation or position held: Accounting Assistant
Name and address of employer: Dedeman S.R.L., Bacau

Education and training
Dates: 2012 - 2015
Title of qualification awarded: Bachelor in Finance
Organisation: Babes-Bolyai University

Computer skills
Excel, SAP, bookkeeping
Languages
Romanian - mother tongue, English - B2, French - A2`,
    {
      name: "Elena Popescu",
      email: "elena.popescu@mail.test",
      phone: "+40721234567",
      location: "500035 Brasov, Romania",
      skills: "excel, sap, bookkeeping, accounting",
      jobs: `Economist | Banca Transilvania S.A. | 2019-01 | 2023-06
Accounting Assistant | Dedeman S.R.L. | 2015-09 | 2018-12`,
      schools: "Babes-Bolyai University | Bachelor | Finance | 2015",
      languages: "ro native, en B2, fr A2",
    },
  ),
  word(
    "promotions.docx",
    `Marcus Johnson
Atlanta, GA | (404) 555-0188 | marcus.johnson@mail.test
# EXPERIENCE
The Home Depot, Inc., Atlanta, GA
Supply Chain Manager, 2019 – Present
- Leads inventory management for 12 stores
Logistics Analyst, 2016 – 2019
- Built forecasting models in Excel
UPS, Atlanta, GA
Operations Intern, Summer 2015
# EDUCATION
Georgia Institute of Technology
B.S. Industrial Engineering, May 2016
# SKILLS
Excel, Tableau, SQL, Six Sigma, Procurement`,
    {
      name: "Marcus Johnson",
      email: "marcus.johnson@mail.test",
      phone: "+14045550188",
      location: "Atlanta, GA",
      skills:
        "excel, tableau, sql, six sigma, procurement, inventory management, forecasting, supply chain management, logistics",
      jobs: `Supply Chain Manager | The Home Depot, Inc. | 2019 | now
Logistics Analyst | The Home Depot, Inc. | 2016 | 2019
Operations Intern | UPS | 2015-06 |`,
      schools: "Georgia Institute of Technology | B.S. | Industrial Engineering | 2016-05",
    },
    "US",
  ),
  text(
    "swedish.txt",
    `
CV – Astrid Lindqvist

Adress: Storgatan 4, 411 38 Göteborg
Telefon: 070-765 43 21
E-post: astrid.lindqvist@mail.test

ARBETSLIVSERFARENHET
Sjuksköterska, Sahlgrenska Universitetssjukhuset
aug 2018 – nuvarande
Undersköterska, Attendo Sverige AB
jan 2014 – juni 2018

UTBILDNING
Sjuksköterskeprogrammet, Göteborgs universitet, 2015 – 2018

KOMPETENSER
Triage, Palliativ vård, Cosmic

SPRÅK
Svenska (modersmål), Engelska (flytande)`,
    {
      name: "Astrid Lindqvist",
      email: "astrid.lindqvist@mail.test",
      phone: "+46707654321",
      location: "411 38 Göteborg",
      skills: "triage, palliativ vård, cosmic",
      jobs: `Sjuksköterska | Sahlgrenska Universitetssjukhuset | 2018-08 | now
Undersköterska | Attendo Sverige AB | 2014-01 | 2018-06`,
      schools: "Göteborgs universitet | Sjuksköterskeprogrammet | | 2018",
      languages: "sv native, en C1",
    },
    "SE",
  ),
  page(
    "academic.pdf",
    `Prof. Dr. Ahmed El-Sayed
Department of Statistics, University of Edinburgh
ahmed.elsayed@uni.test   +44 131 496 0123

APPOINTMENTS

2019–      Professor of Statistics, University of Edinburgh
2013–2019  Lecturer in Statistics, University of Warwick

EDUCATION

2012  PhD Statistics, University of Cambridge
2008  BSc Mathematics, Cairo University

SELECTED PUBLICATIONS

El-Sayed, A. (2021). Sparse models. Journal of Statistics, 12, 1-20.

SKILLS

R, Python, Julia, Stan, LaTeX`,
    {
      name: "Ahmed El-Sayed",
      email: "ahmed.elsayed@uni.test",
      phone: "+441314960123",
      skills: "r, python, julia, stan, latex, statistics",
      jobs: `Professor of Statistics | University of Edinburgh | 2019 | now
Lecturer in Statistics | University of Warwick | 2013 | 2019`,
      schools: `University of Cambridge | PhD | Statistics | 2012
Cairo University | BSc | Mathematics | 2008`,
    },
  ),
  columns(
    "narrow-sidebar-italian.pdf",
    [
      `MARCO ROSSI
Sviluppatore full stack`,
      `CONTATTI
Torino, Italia
+39 333 1234567
marco.rossi@mail.test
github.com/mrossi

COMPETENZE
PHP
Laravel
Vue.js
MySQL
Docker

LINGUE
Italiano - Madrelingua
Inglese - B2`,
      `PROFILO
Sviluppatore web con otto anni di esperienza.

ESPERIENZE PROFESSIONALI

Reply S.p.A. | Torino
Sviluppatore full stack
Gennaio 2021 – In corso
• Portali in Laravel e Vue.js

Webagency Torino S.r.l.
Sviluppatore PHP
Settembre 2016 – Dicembre 2020

FORMAZIONE
Politecnico di Torino
Laurea triennale in Ingegneria Informatica
2013 – 2016`,
    ],
    {
      name: "Marco Rossi",
      email: "marco.rossi@mail.test",
      phone: "+393331234567",
      location: "Torino, Italia",
      skills: "php, laravel, vue.js, mysql, docker",
      jobs: `Sviluppatore full stack | Reply S.p.A. | 2021-01 | now
Sviluppatore PHP | Webagency Torino S.r.l. | 2016-09 | 2020-12`,
      schools: "Politecnico di Torino | Laurea triennale | Ingegneria Informatica | 2016",
      languages: "it native, en B2",
    },
  ),
  text(
    "bootstrap.html",
    `<!DOCTYPE html><html><body><div class="row"><div class="col-4"><h1>Hannah <span>Cohen</span></h1>
<ul class="contact"><li>Tel Aviv, Israel</li><li>hannah.cohen@mail.test</li><li>+972 54 123 4567</li></ul>
<h3>Skills</h3><span class="badge">Product management</span> <span class="badge">Jira</span> <span class="badge">SQL</span> <span class="badge">A/B testing</span>
<h3>Languages</h3><dl><dt>Hebrew</dt><dd>Native</dd><dt>English</dt><dd>Fluent</dd></dl></div>
<div class="col-8"><h2>Experience</h2>
<div><h4>Senior Product Manager <small>@ Wix.com Ltd.</small></h4><em>Oct. 2020 &mdash; Present</em><p>Owned the editor's roadmap.</p></div>
<div><h4>Product Manager <small>@ Fiverr International Ltd.</small></h4><em>Feb. 2017 &mdash; Sept. 2020</em></div>
<h2>Education</h2><div><b>Tel Aviv University</b>, B.A. in Economics, 2013&ndash;2016</div></div></div></body></html>`,
    {
      name: "Hannah Cohen",
      email: "hannah.cohen@mail.test",
      phone: "+972541234567",
      location: "Tel Aviv, Israel",
      skills: "product management, jira, sql, a/b testing",
      jobs: `Senior Product Manager | Wix.com Ltd. | 2020-10 | now
Product Manager | Fiverr International Ltd. | 2017-02 | 2020-09`,
      schools: "Tel Aviv University | B.A. | Economics | 2016",
      languages: "he native, en C1",
    },
  ),
  table(
    "austrian-table.pdf",
    `Mag. Katharina Huber
Wien, Österreich
+43 664 1234567^katharina.huber@post.test

Beruflicher Werdegang

Seit Mai 2019^Personalreferentin, Erste Group Bank AG
^Recruiting, Lohnverrechnung
Juli 2014 – April 2019^HR-Assistentin, OMV AG

Ausbildung

2008 – 2014^Wirtschaftsuniversität Wien
^Magistra der Betriebswirtschaft

Kenntnisse

EDV^SAP HR, MS Office
Sprachen^Deutsch (Muttersprache), Englisch (sehr gut)`,
    {
      name: "Katharina Huber",
      email: "katharina.huber@post.test",
      phone: "+436641234567",
      location: "Wien, Österreich",
      skills: "sap hr, microsoft office, recruiting, human resources",
      jobs: `Personalreferentin | Erste Group Bank AG | 2019-05 | now
HR-Assistentin | OMV AG | 2014-07 | 2019-04`,
      schools: "Wirtschaftsuniversität Wien | Magistra | Betriebswirtschaft | 2014",
      languages: "de native, en C1",
    },
  ),
  word(
    "short-years.docx",
    `CURRICULUM VITAE
Siti Nurhaliza binti Abdullah
No. 12, Jalan Ampang, 50450 Kuala Lumpur, Malaysia
H/P: +60 12-345 6789
Email: siti.nurhaliza@mail.test
WORKING EXPERIENCE
Jan '19 - Present: Customer Service Executive, Maxis Berhad
Mar '16 - Dec '18: Receptionist, Hilton Kuala Lumpur
EDUCATION
Diploma in Hotel Management, Taylor's University, 2015
SKILLS
Customer service, Zendesk, Microsoft Excel, event planning
LANGUAGES
Malay (native), English (fluent), Mandarin (basic)`,
    {
      name: "Siti Nurhaliza binti Abdullah",
      email: "siti.nurhaliza@mail.test",
      phone: "+60123456789",
      location: "50450 Kuala Lumpur, Malaysia",
      skills: "customer service, zendesk, excel, event management",
      jobs: `Customer Service Executive | Maxis Berhad | 2019-01 | now
Receptionist | Hilton Kuala Lumpur | 2016-03 | 2018-12`,
      schools: "Taylor's University | Diploma | Hotel Management | 2015",
      languages: "ms native, en C1, zh A2",
    },
  ),
  text(
    "dutch-freelancer.txt",
    `
Pieter de Vries — Freelance Scrum Master
Amsterdam | 06-12345678 | pieter@devries.test | https://devries.test

PROFIEL
Ervaren Scrum Master en agile coach.

WERKERVARING

Scrum Master (freelance) — ING Bank N.V. — jan 2020 t/m heden
- Begeleidt drie teams met Jira en Confluence

Projectmanager — KPN B.V. — apr 2014 t/m dec 2019
- Stakeholder management

OPLEIDING
HBO Informatica, Hogeschool van Amsterdam, 2009 - 2013

VAARDIGHEDEN
Scrum, Kanban, Jira, Confluence, Prince2

TALEN
Nederlands: moedertaal; Engels: vloeiend`,
    {
      name: "Pieter de Vries",
      email: "pieter@devries.test",
      phone: "+31612345678",
      location: "Amsterdam",
      skills: "scrum, kanban, jira, confluence, prince2, stakeholder management, agile",
      jobs: `Scrum Master (freelance) | ING Bank N.V. | 2020-01 | now
Projectmanager | KPN B.V. | 2014-04 | 2019-12`,
      schools: "Hogeschool van Amsterdam | HBO | Informatica | 2013",
      languages: "nl native, en C1",
    },
    "NL",
  ),
  page(
    "functional.pdf",
    `Grace Wanjiru Kamau
Nairobi, Kenya
Mobile: +254 712 345678
grace.kamau@mail.test

CORE COMPETENCIES

Nursing  |  Infection control  |  Patient education  |  First aid

PROFESSIONAL EXPERIENCE

Kenyatta National Hospital, Nairobi
Position: Registered Nurse
Period: May 2018 to date
• Wound care and medication administration

Aga Khan University Hospital
Position: Nursing Intern
Period: June 2017 to April 2018

ACADEMIC BACKGROUND

2013 - 2017: University of Nairobi
Bachelor of Science in Nursing

REFEREES

Dr. James Otieno, +254 722 000000, james.otieno@mail.test`,
    {
      name: "Grace Wanjiru Kamau",
      email: "grace.kamau@mail.test",
      phone: "+254712345678",
      location: "Nairobi, Kenya",
      skills: "nursing, infection control, patient education, first aid, wound care, medication administration",
      jobs: `Registered Nurse | Kenyatta National Hospital | 2018-05 | now
Nursing Intern | Aga Khan University Hospital | 2017-06 | 2018-04`,
      schools: "University of Nairobi | Bachelor of Science | Nursing | 2017",
    },
  ),
  text(
    "turkish.txt",
    `
Emre Demir
Yazılım Mühendisi
İstanbul, Türkiye
0532 123 45 67
emre.demir@mail.test

İŞ DENEYİMİ
Yazılım Mühendisi, Trendyol
Mart 2020 - Günümüz
Yazılım Geliştirici, Turkcell A.Ş.
Ağustos 2016 - Şubat 2020

EĞİTİM
Boğaziçi Üniversitesi, Bilgisayar Mühendisliği, 2011 - 2016

YETENEKLER
Java, Spring Boot, Kotlin, Redis, Docker

DİLLER
Türkçe (ana dil), İngilizce (C1)`,
    {
      name: "Emre Demir",
      email: "emre.demir@mail.test",
      phone: "+905321234567",
      location: "İstanbul, Türkiye",
      skills: "java, spring boot, kotlin, redis, docker",
      jobs: `Yazılım Mühendisi | Trendyol | 2020-03 | now
Yazılım Geliştirici | Turkcell A.Ş. | 2016-08 | 2020-02`,
      schools: "Boğaziçi Üniversitesi | Bilgisayar Mühendisliği | | 2016",
      languages: "tr native, en C1",
    },
    "TR",
  ),
]
