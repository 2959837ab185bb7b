import { columns, page, type Sample, table, text, word } from "../sample.js"

/** Written after the reader was. It was mended for faults that they showed in kind, and for nobody's words. */
export const heldout: ReadonlyArray<Sample> = [
  page(
    "norwegian.pdf",
    `KRISTIN HAUGEN
Bergen, Norge | kristin.haugen@mail.test | +47 41 23 45 67

NØKKELKVALIFIKASJONER

Java, Kotlin, AWS, Kubernetes

ARBEIDSERFARING

Systemutvikler, DNB Bank ASA^2020 – nå
Konsulent, Bouvet ASA^2016 – 2020

UTDANNING

Master i informatikk, Universitetet i Bergen^2016

SPRÅK

Norsk (morsmål), engelsk (flytende)`,
    {
      name: "Kristin Haugen",
      email: "kristin.haugen@mail.test",
      phone: "+4741234567",
      location: "Bergen, Norge",
      skills: "java, kotlin, aws, kubernetes",
      jobs: `Systemutvikler | DNB Bank ASA | 2020 | now
Konsulent | Bouvet ASA | 2016 | 2020`,
      schools: "Universitetet i Bergen | Master | informatikk | 2016",
      languages: "no native, en C1",
    },
  ),
  text(
    "projects-between.txt",
    `
Arjun Mehta
Full Stack Developer
Pune, India
Email: arjun.mehta@mail.test
Phone: 098765 43210
GitHub: github.com/arjunm

Technical Skills
Languages: Java, JavaScript, Python
Frameworks: Spring Boot, React
Databases: MySQL, MongoDB
Tools: Git, Docker, Jenkins

Professional Experience
Tata Consultancy Services - Pune, India
Software Engineer (June 2019 - Present)
- Developed microservices with Spring Boot
- Won the 2021 team award.

Persistent Systems - Pune, India
Associate Software Engineer (July 2017 - May 2019)
- Unit testing with JUnit

Projects
Inventory app (2020 - 2021)
- React front end

Education
B.E. in Computer Engineering, Pune University, 2017`,
    {
      name: "Arjun Mehta",
      email: "arjun.mehta@mail.test",
      phone: "+919876543210",
      location: "Pune, India",
      skills:
        "java, javascript, python, spring boot, react, mysql, mongodb, git, docker, jenkins, microservices, unit testing, junit",
      jobs: `Software Engineer | Tata Consultancy Services | 2019-06 | now
Associate Software Engineer | Persistent Systems | 2017-07 | 2019-05`,
      schools: "Pune University | B.E. | Computer Engineering | 2017",
    },
    "IN",
  ),
  word(
    "swiss-german.docx",
    `Lebenslauf
|Name|Reto Baumgartner|
|Adresse|Bahnhofstrasse 7, 3011 Bern|
|Telefon|079 234 56 78|
|E-Mail|reto.baumgartner@mail.test|
|Geburtsdatum|14.03.1988|
Berufliche Erfahrung
|Seit Aug. 2019|Logistikleiter, Migros Aare|
||Leitung eines Teams von 20 Personen|
|Sept. 2012 – Juli 2019|Disponent, Planzer Transport AG|
Aus- und Weiterbildung
|2016 – 2018|Logistikleiter mit eidg. Diplom, GS1 Switzerland|
|2008 – 2011|Lehre als Logistiker EFZ, Die Post|
EDV-Kenntnisse
SAP, MS Office
Sprachen
|Deutsch|Muttersprache|
|Französisch|gute Kenntnisse|`,
    {
      name: "Reto Baumgartner",
      email: "reto.baumgartner@mail.test",
      phone: "+41792345678",
      location: "3011 Bern",
      skills: "sap, microsoft office",
      jobs: `Logistikleiter | Migros Aare | 2019-08 | now
Disponent | Planzer Transport AG | 2012-09 | 2019-07`,
      schools: `GS1 Switzerland | Logistikleiter mit eidg. Diplom | | 2018
Die Post | Lehre als Logistiker EFZ | | 2011`,
      languages: "de native, fr B2",
    },
    "CH",
  ),
  columns(
    "sidebar-polish.pdf",
    [
      "",
      `DANE KONTAKTOWE
tel. +48 600 700 800
a.kowalska@mail.test
Wrocław

UMIEJĘTNOŚCI
Excel
SAP
Księgowość
Płatnik

JĘZYKI
polski - ojczysty
angielski - B2`,
      `Agnieszka Kowalska
Księgowa

PODSUMOWANIE ZAWODOWE
Księgowa z dziesięcioletnim stażem.

DOŚWIADCZENIE ZAWODOWE

Samodzielna księgowa
KGHM Polska Miedź S.A.
03.2018 – nadal
• Deklaracje VAT

Młodsza księgowa
Biuro Rachunkowe Saldo
06.2013 – 02.2018

WYKSZTAŁCENIE

Uniwersytet Ekonomiczny we Wrocławiu
Licencjat, Finanse i rachunkowość
2010 – 2013`,
    ],
    {
      name: "Agnieszka Kowalska",
      email: "a.kowalska@mail.test",
      phone: "+48600700800",
      location: "Wrocław",
      skills: "excel, sap, accounting, płatnik, vat",
      jobs: `Samodzielna księgowa | KGHM Polska Miedź S.A. | 2018-03 | now
Młodsza księgowa | Biuro Rachunkowe Saldo | 2013-06 | 2018-02`,
      schools: "Uniwersytet Ekonomiczny we Wrocławiu | Licencjat | Finanse i rachunkowość | 2013",
      languages: "pl native, en B2",
    },
  ),
  text(
    "comma-dates.html",
    `<html><body><center><h2>Isabella Rossi-Clarke, CPA</h2>
<p>Toronto, ON M5V 2T6 &nbsp;|&nbsp; 416-555-0199 &nbsp;|&nbsp; isabella.rc@mail.test</p></center>
<h3>PROFESSIONAL EXPERIENCE</h3>
<p><b>KPMG LLP</b>, Toronto, ON<br><i>Senior Auditor</i>, September 2018 to Present</p>
<ul><li>Led audits under IFRS and US GAAP</li></ul>
<p><b>Royal Bank of Canada</b>, Toronto, ON<br><i>Financial Analyst</i>, May 2015 to August 2018</p>
<ul><li>Financial modelling and forecasting</li></ul>
<h3>EDUCATION</h3><p>Bachelor of Commerce, University of Toronto, 2015</p>
<h3>SKILLS</h3><p>Auditing, IFRS, Excel, Power BI, SQL</p></body></html>`,
    {
      name: "Isabella Rossi-Clarke",
      email: "isabella.rc@mail.test",
      phone: "+14165550199",
      location: "Toronto, ON M5V 2T6",
      skills: "audit, ifrs, excel, power bi, sql, us gaap, financial modeling, forecasting",
      jobs: `Senior Auditor | KPMG LLP | 2018-09 | now
Financial Analyst | Royal Bank of Canada | 2015-05 | 2018-08`,
      schools: "University of Toronto | Bachelor of Commerce | | 2015",
    },
    "CA",
  ),
  text(
    "russian.txt",
    `
Иванова Мария Сергеевна
Москва
+7 916 123-45-67
maria.ivanova@mail.test

Опыт работы
Январь 2019 – настоящее время
Аналитик данных, Яндекс
Март 2015 – декабрь 2018
Бизнес-аналитик, Сбербанк

Образование
Московский государственный университет, 2014

Навыки
Python, SQL, Tableau

Языки
Русский — родной, английский — B2`,
    {
      name: "Иванова Мария Сергеевна",
      email: "maria.ivanova@mail.test",
      phone: "+79161234567",
      skills: "python, sql, tableau",
      jobs: `Аналитик данных | Яндекс | 2019-01 | now
Бизнес-аналитик | Сбербанк | 2015-03 | 2018-12`,
      schools: "Московский государственный университет | | | 2014",
      languages: "ru native, en B2",
    },
  ),
  word(
    "bold-run-in.docx",
    `Diego Alejandro Fernández
Buenos Aires, Argentina
Teléfono: +54 9 11 2345-6789
diego.fernandez@mail.test
PERFIL
Diseñador UX con foco en accesibilidad.
EXPERIENCIA
Diseñador UX/UI en Mercado Libre (2020 - Presente)
- Wireframes y prototipos en Figma
Diseñador gráfico en Globant S.A. (2016 - 2020)
- Photoshop, Illustrator
ESTUDIOS
Diseño Gráfico - Universidad de Buenos Aires (2011 - 2016)
HERRAMIENTAS
Figma, Sketch, Adobe XD, Photoshop, Illustrator
IDIOMAS
Español nativo | Inglés intermedio | Portugués básico`,
    {
      name: "Diego Alejandro Fernández",
      email: "diego.fernandez@mail.test",
      phone: "+5491123456789",
      location: "Buenos Aires, Argentina",
      skills: "figma, sketch, adobe xd, photoshop, illustrator, ux design, wireframing",
      jobs: `Diseñador UX/UI | Mercado Libre | 2020 | now
Diseñador gráfico | Globant S.A. | 2016 | 2020`,
      schools: "Universidad de Buenos Aires | Diseño Gráfico | | 2016",
      languages: "es native, en B1, pt A2",
    },
  ),
  table(
    "us-table.pdf",
    `Tyrone Washington
Chicago, IL 60601
(312) 555-0123
tyrone.washington@mail.test

WORK HISTORY

Northwestern Memorial Hospital^Physical Therapist^2019-Present
Rush University Medical Center^PT Assistant^2016-2019

EDUCATION

Doctor of Physical Therapy^Marquette University^2019
BS Kinesiology^Purdue University^2016

SKILLS

Manual therapy, rehabilitation, patient education, CPR`,
    {
      name: "Tyrone Washington",
      email: "tyrone.washington@mail.test",
      phone: "+13125550123",
      location: "Chicago, IL 60601",
      skills: "manual therapy, rehabilitation, patient education, cpr, physiotherapy",
      jobs: `Physical Therapist | Northwestern Memorial Hospital | 2019 | now
PT Assistant | Rush University Medical Center | 2016 | 2019`,
      schools: `Marquette University | Doctor | Physical Therapy | 2019
Purdue University | BS | Kinesiology | 2016`,
    },
    "US",
  ),
  text(
    "german-apprentice.txt",
    `
Lena Hoffmann
Musterweg 3 | 04109 Leipzig | 0341 1234567 | lena.hoffmann@mail.test

BERUFSPRAXIS

09/2021 – heute
Steuerfachangestellte
Steuerkanzlei Dr. Vogel & Partner, Leipzig
• Lohnabrechnung mit DATEV

08/2018 – 08/2021
Auszubildende zur Steuerfachangestellten
ETL AG, Leipzig

SCHULBILDUNG
2010 – 2018 Abitur, Thomasschule Leipzig

FÄHIGKEITEN
DATEV (sehr gut), MS Excel (gut), Buchhaltung

SPRACHKENNTNISSE
Deutsch (Muttersprache), Englisch (B1)`,
    {
      name: "Lena Hoffmann",
      email: "lena.hoffmann@mail.test",
      phone: "+493411234567",
      location: "04109 Leipzig",
      skills: "datev, excel, accounting, payroll",
      jobs: `Steuerfachangestellte | Steuerkanzlei Dr. Vogel & Partner | 2021-09 | now
Auszubildende zur Steuerfachangestellten | ETL AG | 2018-08 | 2021-08`,
      schools: "Thomasschule Leipzig | Abitur | | 2018",
      languages: "de native, en B1",
    },
    "DE",
  ),
  columns(
    "french-right-sidebar.pdf",
    [
      `Youssef Benali
Comptable`,
      `Contact
Casablanca, Maroc
+212 6 61 23 45 67
youssef.benali@mail.test

Logiciels
Sage
Excel
SAP

Langues
Arabe : natif
Français : C1`,
      `Parcours professionnel

Comptable général, Attijariwafa Bank
Depuis janvier 2019
• Comptabilité générale, trésorerie

Aide-comptable, Marjane Holding
Juin 2015 à décembre 2018

Diplômes

Licence en comptabilité, Université Hassan II, 2015`,
    ],
    {
      name: "Youssef Benali",
      email: "youssef.benali@mail.test",
      phone: "+212661234567",
      location: "Casablanca, Maroc",
      skills: "sage, excel, sap, financial accounting, treasury",
      jobs: `Comptable général | Attijariwafa Bank | 2019-01 | now
Aide-comptable | Marjane Holding | 2015-06 | 2018-12`,
      schools: "Université Hassan II | Licence | comptabilité | 2015",
      languages: "ar native, fr C1",
    },
  ),
]
