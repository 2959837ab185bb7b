import { framed, json, type Sample, text, word } from "../sample.js"

/** Written after the reader was mended for the open ones. */
export const unseen: ReadonlyArray<Sample> = [
  framed(
    "docs-template.pdf",
    [
      [
        { x: 45, y: 60, right: 400, text: "# Renata Villalobos\nStaff Accountant" },
        {
          x: 420,
          y: 60,
          text: `_ 77 Mission Street
_ El Paso, TX 79901
_ (915) 555-0143
_ renata.v@ledger.test`,
        },
        {
          x: 45,
          y: 135,
          right: 400,
          text: `## EXPERIENCE

Helen of Troy, El Paso — Staff Accountant
JUNE 2019 - PRESENT
Reconciles 40 bank accounts a month and posts accruals in NetSuite.
Trains two junior colleagues.

Farah Retail Group, El Paso — Accounts Payable Clerk
AUGUST 2015 - MAY 2019
Matched invoices to purchase orders.

Whataburger, El Paso — Shift Lead
MARCH 2012 - JULY 2015

## EDUCATION

University of Texas at El Paso, El Paso — BBA Accounting
AUGUST 2011 - MAY 2015`,
        },
        {
          x: 420,
          y: 135,
          text: `## SKILLS
NetSuite
Month-end close
Accruals
Excel (pivot tables)

## AWARDS
Employee of the
Quarter, Q2 2021

## LANGUAGES
English, Spanish`,
        },
      ],
    ],
    {
      name: "Renata Villalobos",
      email: "renata.v@ledger.test",
      phone: "+19155550143",
      location: "El Paso, TX 79901",
      skills: "NetSuite, Month-end close, Accruals, Excel",
      jobs: `Staff Accountant | Helen of Troy | 2019-06 | now
Accounts Payable Clerk | Farah Retail Group | 2015-08 | 2019-05
Shift Lead | Whataburger | 2012-03 | 2015-07`,
      schools: "University of Texas at El Paso | BBA | Accounting | 2015",
      languages: "en -, es -",
    },
    "US",
  ),
  word(
    "office-template.docx",
    `# Angelica Moreau-Astrom
4567 Juniper Way, Burlington, VT 05401 | 802-555-0129 | angelica@moreau-astrom.test
**Objective**
Human resources generalist seeking a growing manufacturer.
**Experience**
**January 2021 – Present**
**Human Resources Generalist • Full time • Green Mountain Coffee Roasters**
Runs hiring for the plant and mediates grievances.
**March 2017 – December 2020**
**Recruiter • Full time • Burton Snowboards**
Filled 120 seasonal jobs each autumn.
**June 2015 – February 2017**
**HR Assistant • Part time • Champlain Valley Dispensary**
**Education**
**Champlain College, Burlington, VT**
Bachelor of Science in Psychology, 2015
**Skills**
|- Workday / - Employee relations / - FMLA|- Onboarding / - Conflict resolution / - BambooHR|
**Activities**
Ski patrol and quilting.`,
    {
      name: "Angelica Moreau-Astrom",
      email: "angelica@moreau-astrom.test",
      phone: "+18025550129",
      location: "Burlington, VT 05401",
      skills: "Workday, Employee relations, FMLA, Onboarding, Conflict resolution, BambooHR",
      jobs: `Human Resources Generalist | Green Mountain Coffee Roasters | 2021-01 | now
Recruiter | Burton Snowboards | 2017-03 | 2020-12
HR Assistant | Champlain Valley Dispensary | 2015-06 | 2017-02`,
      schools: "Champlain College | Bachelor of Science | Psychology | 2015",
    },
    "US",
  ),
  text(
    "teacher-uk.txt",
    `
MS IMOGEN HOLLOWAY-PRICE

Flat 3, 21 Cathays Terrace, Cardiff CF24 4HS
Home telephone: 029 2018 0123
Mobile: 07911 123456
imogen.holloway@schoolmail.test

TEACHING EXPERIENCE

Fitzalan High School, Cardiff (September 2018 - present)
Head of Modern Foreign Languages
- Lead a department of seven
- A-level results above the Welsh average four years running

Bishop of Llandaff School, Cardiff (September 2014 - August 2018)
Teacher of French and Spanish

Lycée Jean Moulin, Lyon (October 2012 - June 2013)
English Language Assistant (British Council)

EDUCATION AND TRAINING

2013-14  PGCE Modern Foreign Languages, University of Bristol
2009-13  BA (Hons) French and Spanish (2:1), University of Exeter
2007-09  A levels: French (A), Spanish (A), History (B)

IT SKILLS

Google Classroom, SIMS, Microsoft Teams

LANGUAGES

English (native), French (near-native), Spanish (fluent), Welsh (basic)

REFEREES

Mr Dafydd Pugh, Headteacher, Fitzalan High School, d.pugh@fitzalan.test, 029 2018 0999
`,
    {
      name: "Imogen Holloway-Price",
      email: "imogen.holloway@schoolmail.test",
      phone: "+442920180123",
      location: "Cardiff CF24 4HS",
      skills: "Google Classroom, SIMS, Microsoft Teams",
      jobs: `Head of Modern Foreign Languages | Fitzalan High School | 2018-09 | now
Teacher of French and Spanish | Bishop of Llandaff School | 2014-09 | 2018-08
English Language Assistant | Lycée Jean Moulin | 2012-10 | 2013-06`,
      schools: `University of Bristol | PGCE | Modern Foreign Languages | 2014
University of Exeter | BA (Hons) | French and Spanish | 2013`,
      languages: "en native, fr C2, es C1, cy A2",
    },
    "GB",
  ),
  word(
    "pflegefachfrau.docx",
    `|**Jasmin Öztürk-Brandl**⏎Pflegefachfrau HF||
|**Kontakt**⏎Seestrasse 41⏎8610 Uster⏎+41 78 765 43 21⏎jasmin.brandl@postfach.test⏎⏎**Sprachen**⏎Deutsch: Muttersprache⏎Türkisch: Muttersprache⏎Englisch: B1⏎⏎**Stärken**⏎Wundmanagement⏎Praxisanleitung⏎KISIM|**Berufliche Stationen**⏎⏎seit 03.2020⏎Spital Uster AG⏎Pflegefachfrau HF, Chirurgie⏎• Tagesverantwortung, Ausbildung von Lernenden⏎⏎08.2015 – 02.2020⏎Alterszentrum Im Grund⏎Fachfrau Gesundheit EFZ⏎⏎**Ausbildung**⏎⏎2012 – 2015⏎Careum Bildungszentrum, Zürich⏎Dipl. Pflegefachfrau HF|`,
    {
      name: "Jasmin Öztürk-Brandl",
      email: "jasmin.brandl@postfach.test",
      phone: "+41787654321",
      location: "8610 Uster",
      skills: "Wundmanagement, Praxisanleitung, KISIM",
      jobs: `Pflegefachfrau HF, Chirurgie | Spital Uster AG | 2020-03 | now
Fachfrau Gesundheit EFZ | Alterszentrum Im Grund | 2015-08 | 2020-02`,
      schools: "Careum Bildungszentrum | Dipl. Pflegefachfrau HF | | 2015",
      languages: "de native, tr native, en B1",
    },
    "CH",
  ),
  framed(
    "electricien.pdf",
    [
      [
        { x: 40, y: 50, text: "# Bastien ROUSSEAU-MARCHETTI\nÉlectricien du bâtiment – 12 ans d'expérience" },
        {
          x: 40,
          y: 120,
          right: 370,
          text: `## MON PARCOURS

Électricien chef d'équipe
Eiffage Énergie Systèmes – Aix-en-Provence
De septembre 2018 à aujourd'hui
• Encadrement de 4 compagnons sur chantiers tertiaires
• Lecture de plans, mise en service

Électricien
SARL Martin & Fils – Gardanne
De février 2014 à août 2018

Électricien intérimaire
Adecco – Marseille
2012 – 2014

## MES DIPLÔMES

Bac pro ELEEC
Lycée Vauvenargues – Aix-en-Provence
2009 – 2012`,
        },
        {
          x: 400,
          y: 120,
          text: `## ME CONTACTER
07 81 23 45 67
bastien.rm@elec.test
13100 Aix-en-Provence
Permis B

## MES ATOUTS
Habilitations B2V, BR
Domotique KNX
Tirage de câbles
Caneco BT

## LANGUES
Italien : courant
Anglais : scolaire`,
        },
      ],
    ],
    {
      name: "Bastien Rousseau-Marchetti",
      email: "bastien.rm@elec.test",
      phone: "+33781234567",
      location: "13100 Aix-en-Provence",
      skills: "Habilitations B2V, BR, Domotique KNX, Tirage de câbles, Caneco BT",
      jobs: `Électricien chef d'équipe | Eiffage Énergie Systèmes | 2018-09 | now
Électricien | SARL Martin & Fils | 2014-02 | 2018-08
Électricien intérimaire | Adecco | 2012 | 2014`,
      schools: "Lycée Vauvenargues | Bac pro | ELEEC | 2012",
      languages: "it C1, en A2",
    },
    "FR",
  ),
  text(
    "abogada.txt",
    `
HOJA DE VIDA

Ana Lucía Restrepo Gaviria
Abogada especialista en derecho laboral
Carrera 43A # 1-50, Medellín, Colombia
Cel. 300 123 4567
alrestrepo@juridico.test

PERFIL
Abogada litigante con diez años de ejercicio.

EXPERIENCIA LABORAL

Brigard Urrutia Abogados
Asociada sénior, área laboral
Desde febrero de 2019 hasta la fecha
Asesoría a empresas en procesos colectivos.

Ministerio del Trabajo
Profesional especializado
Marzo de 2015 - enero de 2019

Consultorio Jurídico Universidad EAFIT
Practicante
2013 - 2014

FORMACIÓN ACADÉMICA

Especialización en Derecho Laboral, Universidad Externado de Colombia, 2017
Derecho, Universidad EAFIT, 2014

HABILIDADES

Litigio, Negociación colectiva, Redacción jurídica, Excel

IDIOMAS
Español nativo
Inglés avanzado (IELTS 7.5)

REFERENCIAS
Carlos Gaviria Mesa, socio, Brigard Urrutia, 310 987 6543
`,
    {
      name: "Ana Lucía Restrepo Gaviria",
      email: "alrestrepo@juridico.test",
      phone: "+573001234567",
      location: "Medellín, Colombia",
      skills: "Litigio, Negociación colectiva, Redacción jurídica, Excel",
      jobs: `Asociada sénior, área laboral | Brigard Urrutia Abogados | 2019-02 | now
Profesional especializado | Ministerio del Trabajo | 2015-03 | 2019-01
Practicante | Consultorio Jurídico Universidad EAFIT | 2013 | 2014`,
      schools: `Universidad Externado de Colombia | Especialización | Derecho Laboral | 2017
Universidad EAFIT | | Derecho | 2014`,
      languages: "es native, en C1",
    },
    "CO",
  ),
  text(
    "verkoper.html",
    `<!doctype html><html lang="nl"><body>
<header><h1>Joost ten Brinke</h1><ul><li>Mobiel: <a href="tel:+31687654321">06-87654321</a></li><li>Mail: <a href="mailto:joost@tenbrinke.test">joost@tenbrinke.test</a></li><li>Woonplaats: Zwolle</li></ul></header>
<main><h2>Over mij</h2><p>Accountmanager met hart voor de bouw.</p>
<h2>Loopbaan</h2>
<ul class="jobs"><li><strong>Accountmanager</strong> <span>okt 2019 – heden</span><br>BMN Bouwmaterialen, Zwolle<br>Relatiebeheer, offertes en tenders in AFAS.</li>
<li><strong>Commercieel medewerker binnendienst</strong> <span>jan 2015 – sep 2019</span><br>Raab Karcher, Deventer</li>
<li><strong>Verkoper</strong> <span>2011 – 2014</span><br>Gamma, Kampen</li></ul>
<h2>Opleiding</h2><ul><li>HBO Commerciële Economie, Windesheim Zwolle <span>2007 – 2011</span></li></ul>
<h2>Vaardigheden</h2><ul><li>AFAS</li><li>Onderhandelen</li><li>Relatiebeheer</li><li>Tenders</li></ul>
<h2>Talen</h2><p>Nederlands (moedertaal), Duits (goed), Engels (goed)</p></main></body></html>`,
    {
      name: "Joost ten Brinke",
      email: "joost@tenbrinke.test",
      phone: "+31687654321",
      location: "Zwolle",
      skills: "AFAS, Onderhandelen, Relatiebeheer, Tenders",
      jobs: `Accountmanager | BMN Bouwmaterialen | 2019-10 | now
Commercieel medewerker binnendienst | Raab Karcher | 2015-01 | 2019-09
Verkoper | Gamma | 2011 | 2014`,
      schools: "Windesheim | HBO | Commerciële Economie | 2011",
      languages: "nl native, de B2, en B2",
    },
    "NL",
  ),
  json(
    "positions.json",
    {
      basics: {
        name: "Halldóra Björnsdóttir",
        email: "halldora@eldfell.test",
        phone: "+354 611 1234",
        location: { city: "Reykjavík", countryCode: "IS" },
      },
      work: [
        { name: "Íslandsbanki", position: "Head of Risk", startDate: "2021-04" },
        { name: "Íslandsbanki", position: "Risk Analyst", startDate: "2017-01", endDate: "2021-03" },
        { name: "KPMG Iceland", position: "Auditor", startDate: "2014", endDate: "2016" },
      ],
      volunteer: [{ organization: "ICE-SAR", position: "Rescuer", startDate: "2010" }],
      education: [{ institution: "University of Iceland", area: "Finance", studyType: "M.Sc.", endDate: "2014" }],
      skills: [{ name: "Risk", keywords: ["Basel III", "SAS", "SQL"] }, { name: "Stress testing" }],
      languages: [
        { language: "Icelandic", fluency: "Native" },
        { language: "English", fluency: "C2" },
      ],
    },
    {
      name: "Halldóra Björnsdóttir",
      email: "halldora@eldfell.test",
      phone: "+3546111234",
      location: "Reykjavík, IS",
      skills: "Basel III, SAS, SQL, Stress testing",
      jobs: `Head of Risk | Íslandsbanki | 2021-04 | now
Risk Analyst | Íslandsbanki | 2017-01 | 2021-03
Auditor | KPMG Iceland | 2014 | 2016`,
      schools: "University of Iceland | M.Sc. | Finance | 2014",
      languages: "is native, en C2",
    },
    "IS",
  ),
  framed(
    "ucitelka.pdf",
    [
      [
        {
          x: 55,
          y: 55,
          text: `# ŽIVOTOPIS

Mgr. Veronika Dvořáčková
Lidická 28, 602 00 Brno
tel.: +420 605 123 456, e-mail: v.dvorackova@schranka.test

## PRACOVNÍ ZKUŠENOSTI
9/2018 – dosud^ZŠ Kotlářská, Brno
^učitelka českého jazyka a dějepisu
9/2014 – 6/2018^Gymnázium Vyškov
^učitelka
2013 – 2014^Jazyková škola Lingua
^lektorka češtiny pro cizince

## VZDĚLÁNÍ
2008 – 2013^Masarykova univerzita, Filozofická fakulta
^magisterské studium, Historie

## DOVEDNOSTI
MS Office, Bakaláři, Canva

## JAZYKY
Angličtina – B2, němčina – A2`,
        },
      ],
    ],
    {
      name: "Veronika Dvořáčková",
      email: "v.dvorackova@schranka.test",
      phone: "+420605123456",
      location: "602 00 Brno",
      skills: "MS Office, Bakaláři, Canva",
      jobs: `učitelka českého jazyka a dějepisu | ZŠ Kotlářská | 2018-09 | now
učitelka | Gymnázium Vyškov | 2014-09 | 2018-06
lektorka češtiny pro cizince | Jazyková škola Lingua | 2013 | 2014`,
      schools: "Masarykova univerzita | magisterské studium | Historie | 2013",
      languages: "en B2, de A2",
    },
    "CZ",
  ),
  framed(
    "executive.pdf",
    [
      [
        {
          x: 60,
          y: 50,
          right: 540,
          words: true,
          text: `# MARCUS D. ABERNATHY, MBA, PMP
Charlotte, NC | 704.555.0188 | mdabernathy@execmail.test | linkedin.com/in/mdabernathy

## CHIEF OPERATING OFFICER
Turns around mid-size manufacturers: margin, safety and morale in that order.

## CORE COMPETENCIES
P&L Management | Lean Manufacturing | Change Management | M&A Integration | Labor Relations

## PROFESSIONAL EXPERIENCE

NUCOR CORPORATION, Charlotte, NC~2016 – Present
Chief Operating Officer, Bar Mill Group (2020 – Present)
• Grew EBITDA from $210M to $365M in three years.
Vice President, Operations (2016 – 2020)
• Cut recordable injuries by 43%.

INGERSOLL RAND, Davidson, NC~2008 – 2016
Plant Manager (2012 – 2016)
Production Supervisor (2008 – 2012)

## EDUCATION
MBA, Duke University, Fuqua School of Business, 2012
BS, Industrial Engineering, North Carolina State University, 2006`,
        },
      ],
    ],
    {
      name: "Marcus D. Abernathy",
      email: "mdabernathy@execmail.test",
      phone: "+17045550188",
      location: "Charlotte, NC",
      skills: "P&L Management, Lean Manufacturing, Change Management, M&A Integration, Labor Relations",
      jobs: `Chief Operating Officer, Bar Mill Group | Nucor Corporation | 2020 | now
Vice President, Operations | Nucor Corporation | 2016 | 2020
Plant Manager | Ingersoll Rand | 2012 | 2016
Production Supervisor | Ingersoll Rand | 2008 | 2012`,
      schools: `Duke University | MBA | | 2012
North Carolina State University | BS | Industrial Engineering | 2006`,
    },
    "US",
  ),
]
