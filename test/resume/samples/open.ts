import { framed, json, type Sample, text, word } from "../sample.js"

/** Of the résumés written after the reader, those whose faults it was mended for. */
export const open: ReadonlyArray<Sample> = [
  framed(
    "profile-export.pdf",
    [
      [
        {
          x: 30,
          y: 40,
          right: 190,
          text: `## Contact
+1 (617) 555-0148 (Mobile)
d.okonkwo-hale@mail.test

www.linkedin.com/in/danielle-
okonkwo-hale (LinkedIn)

## Top Skills
Solution Selling
Negotiation
Salesforce

## Languages
English (Native or Bilingual)
Igbo (Limited Working)

## Certifications
Certified Sales Leader`,
        },
        {
          x: 220,
          y: 40,
          text: `# Danielle Okonkwo-Hale
Regional Sales Director at Boston Scientific
Greater Boston

## Summary
Fifteen years of selling devices to hospitals. I build teams
that stay, and territories that outgrow them.

## Experience

Boston Scientific
8 years 3 months
Regional Sales Director
January 2020 - Present (4 years 11 months)
Marlborough, Massachusetts, United States
Leads eleven representatives across New England.

Territory Manager
September 2016 - December 2019 (3 years 4 months)

Stryker
Sales Representative
June 2010 - August 2016 (6 years 3 months)
Portage, Michigan
Sold surgical equipment to 40 hospitals.`,
        },
        { x: 300, y: 815, text: "_ Page 1 of 2" },
      ],
      [
        {
          x: 220,
          y: 40,
          text: `## Education
Northeastern University
Bachelor of Science (B.S.), Biology · (2005 - 2009)`,
        },
        { x: 300, y: 815, text: "_ Page 2 of 2" },
      ],
    ],
    {
      name: "Danielle Okonkwo-Hale",
      email: "d.okonkwo-hale@mail.test",
      phone: "+16175550148",
      location: "Greater Boston",
      skills: "Solution Selling, Negotiation, Salesforce",
      jobs: `Regional Sales Director | Boston Scientific | 2020-01 | now
Territory Manager | Boston Scientific | 2016-09 | 2019-12
Sales Representative | Stryker | 2010-06 | 2016-08`,
      schools: "Northeastern University | Bachelor of Science | Biology | 2009",
      languages: "en native, ig B1",
    },
  ),
  word(
    "nurse-with-referees.docx",
    `**GRÁINNE O'SULLIVAN RN, BSc (Hons)**
14 Larkhall Rise, London SW4 6JB
Tel: +44 (0)20 7946 0321 · Mob: 07700 900461 · grainne.osullivan@nhsmail.test
NMC PIN: 12A3456E
**Personal statement**
A registered adult nurse with nine years in acute medicine, used to running a 28-bed ward on nights.
**Employment history**
**Sister (Band 7), Acute Medical Unit, St Thomas' Hospital, London** — Sept 2019 to date
- Manage 34 staff, rostering and appraisals
- Introduced a sepsis screening tool, cutting time to antibiotics by 22 minutes
**Staff Nurse (Band 5), Whittington Hospital, London** — Mar 2015 to Aug 2019
- IV therapy, cannulation, phlebotomy
**Career break** (maternity leave) — 2014
**Education and qualifications**
BSc (Hons) Adult Nursing, King's College London — 2011 to 2014
Leaving Certificate, Coláiste Mhuire, Ennis — 2010
**Clinical skills**
Cannulation, Phlebotomy, Male catheterisation, Tracheostomy care, Basic life support
**Referees**
Mrs Patricia Lonsdale, Matron, St Thomas' Hospital – p.lonsdale@gstt.test – 020 7946 0999
Dr Kofi Mensah, Consultant, Whittington Hospital – k.mensah@whitt.test`,
    {
      name: "Gráinne O'Sullivan",
      email: "grainne.osullivan@nhsmail.test",
      phone: "+442079460321",
      location: "London SW4 6JB",
      skills: "Cannulation, Phlebotomy, Male catheterisation, Tracheostomy care, Basic life support, IV therapy",
      jobs: `Sister (Band 7) | St Thomas' Hospital | 2019-09 | now
Staff Nurse (Band 5) | Whittington Hospital | 2015-03 | 2019-08`,
      schools: `King's College London | BSc (Hons) | Adult Nursing | 2014
Coláiste Mhuire | Leaving Certificate | | 2010`,
    },
    "GB",
  ),
  framed(
    "tabular-lebenslauf.pdf",
    [
      [
        {
          x: 60,
          y: 60,
          text: `# Lebenslauf

## Persönliche Daten
Name:^Dipl.-Ing. (FH) Hans-Jörg Freiherr von Thannhausen
Anschrift:^Am Stadtpark 12a, 90409 Nürnberg
Telefon:^0911 / 5 55 01 23
Mobil:^0170 – 55 50 123
E-Mail:^hj.thannhausen@post.test
Geboren:^07.11.1976 in Ansbach
Familienstand:^verheiratet, zwei Kinder

## Beruflicher Werdegang
04/2015 – heute^Leiter Konstruktion
^Leoni Bordnetz-Systeme GmbH, Kitzingen
^• Führung von 18 Konstrukteuren
^• Einführung von CATIA V5 und Teamcenter
10/2008 – 03/2015^Entwicklungsingenieur
^Brose Fahrzeugteile GmbH & Co. KG, Bamberg
^• Auslegung von Fensterhebern, FMEA
01/2003 – 09/2008^Konstrukteur
^Ingenieurbüro Sauer, Fürth

## Studium
10/1997 – 12/2002^Maschinenbau, Georg-Simon-Ohm-Fachhochschule Nürnberg
^Abschluss: Dipl.-Ing. (FH), Note 1,9

## Wehrdienst
07/1996 – 04/1997^Gebirgsjägerbataillon 231, Bad Reichenhall

## Kenntnisse
CAD:^CATIA V5, SolidWorks, Teamcenter
Methoden:^FMEA, DFMA, 8D
Sprachen:^Deutsch (Muttersprache), Englisch (verhandlungssicher)

Nürnberg, den 3. Februar 2024`,
        },
      ],
    ],
    {
      name: "Hans-Jörg Freiherr von Thannhausen",
      email: "hj.thannhausen@post.test",
      phone: "+499115550123",
      location: "90409 Nürnberg",
      skills: "CATIA V5, SolidWorks, Teamcenter, FMEA, DFMA, 8D",
      jobs: `Leiter Konstruktion | Leoni Bordnetz-Systeme GmbH | 2015-04 | now
Entwicklungsingenieur | Brose Fahrzeugteile GmbH & Co. KG | 2008-10 | 2015-03
Konstrukteur | Ingenieurbüro Sauer | 2003-01 | 2008-09`,
      schools: "Georg-Simon-Ohm-Fachhochschule Nürnberg | Dipl.-Ing. (FH) | Maschinenbau | 2002",
      languages: "de native, en C1",
    },
    "DE",
  ),
  text(
    "maestra.html",
    `<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>CV - Rocío</title>
<style>.row{display:flex}.aside{width:30%}</style></head><body>
<h1>Curriculum Vitae</h1>
<div class="row"><div class="aside">
<p><b>Rocío de la Fuente Iglesias</b></p><p>&#9742; 612 345 789<br>&#9993; <a href="mailto:rociodelafuente@correo.test">rociodelafuente@correo.test</a><br>
C/ Betis, 45, 2º B<br>41010 Sevilla</p>
<h3>Idiomas</h3><ul><li>Español: lengua materna</li><li>Inglés: B2 (Cambridge First)</li><li>Francés: nociones básicas</li></ul>
<h3>Competencias</h3><ul><li>Pizarra digital</li><li>Google Classroom</li><li>Atención a la diversidad</li><li>Mediación escolar</li></ul>
</div><div class="main">
<h3>Experiencia docente</h3>
<p><b>Maestra de Educación Primaria</b>, CEIP Pino Flores, Camas (Sevilla)<br><i>septiembre 2017 – actualidad</i></p>
<ul><li>Tutora de 4º y 5º; coordinadora de ciclo</li><li>Plan de lectura y biblioteca</li></ul>
<p><b>Profesora de apoyo</b>, Colegio Sagrada Familia, Écija<br><i>enero 2014 – junio 2017</i></p>
<p><b>Monitora de comedor</b>, Serunion, Sevilla<br><i>oct. 2011 – dic. 2013</i></p>
<h3>Formación académica</h3>
<p>Grado en Educación Primaria, Universidad de Sevilla (2007 – 2011)</p>
<h3>Otros datos</h3><p>Carné de conducir B y vehículo propio. Disponibilidad inmediata.</p>
</div></div></body></html>`,
    {
      name: "Rocío de la Fuente Iglesias",
      email: "rociodelafuente@correo.test",
      phone: "+34612345789",
      location: "41010 Sevilla",
      skills: "Pizarra digital, Google Classroom, Atención a la diversidad, Mediación escolar",
      jobs: `Maestra de Educación Primaria | CEIP Pino Flores | 2017-09 | now
Profesora de apoyo | Colegio Sagrada Familia | 2014-01 | 2017-06
Monitora de comedor | Serunion | 2011-10 | 2013-12`,
      schools: "Universidad de Sevilla | Grado | Educación Primaria | 2011",
      languages: "es native, en B2, fr A2",
    },
    "ES",
  ),
  word(
    "advocaat.docx",
    `mr. Willemijn van der Heijden
Prinsengracht 512-III
1017 KH Amsterdam
T: 06 - 12 34 56 78
E: w.vanderheijden@advocatuur.test
**PROFIEL**
Advocaat arbeidsrecht met ruime proceservaring. Scherp, praktisch en collegiaal.
**WERKERVARING**
**De Brauw & Partners, Amsterdam**\t**2018 – heden**
Advocaat-medewerker arbeidsrecht
- Advies over reorganisaties en ontslag
- Procederen bij kantonrechter en hof
**Rechtbank Den Haag**\t**2015 – 2018**
Juridisch medewerker
- Concipiëren van vonnissen
**Juridisch Loket, Leiden**\t**2013 – 2015**
Juridisch adviseur (parttime naast studie)
**OPLEIDING**
Universiteit Leiden\t2010 – 2015
Master Rechtsgeleerdheid, cum laude
Stedelijk Gymnasium Leiden\t2004 – 2010
**VAARDIGHEDEN**
Arbeidsrecht, onderhandelen, procesvoering, Legal Intelligence
**TALEN**
Nederlands: moedertaal
Engels: vloeiend
Duits: redelijk
**INTERESSES**
Roeien, schaken en de klassieke keuken`,
    {
      name: "Willemijn van der Heijden",
      email: "w.vanderheijden@advocatuur.test",
      phone: "+31612345678",
      location: "1017 KH Amsterdam",
      skills: "Arbeidsrecht, onderhandelen, procesvoering, Legal Intelligence",
      jobs: `Advocaat-medewerker arbeidsrecht | De Brauw & Partners | 2018 | now
Juridisch medewerker | Rechtbank Den Haag | 2015 | 2018
Juridisch adviseur | Juridisch Loket | 2013 | 2015`,
      schools: `Universiteit Leiden | Master | Rechtsgeleerdheid | 2015
Stedelijk Gymnasium Leiden | | | 2010`,
      languages: "nl native, en C1, de B1",
    },
    "NL",
  ),
  framed(
    "ekonomiassistent.pdf",
    [
      [
        {
          x: 50,
          y: 50,
          text: `# Elin Sjögren-Åkesson
Ekonomiassistent

elin.sjogren@brevlada.test  |  070-174 06 35  |  Storgatan 8, 352 30 Växjö

## ARBETSLIVSERFARENHET

Ekonomiassistent~mars 2020 – pågående
IKEA Industry AB, Älmhult
Ansvarar för leverantörsreskontra och kundreskontra. Arbetar dagligen
i Visma och Excel. Deltar vid månadsbokslut.

Löneadministratör~aug 2016 – feb 2020
Växjö kommun
Löner för 1 200 anställda i Hogia.

Butikssäljare (extrajobb)~2013 – 2016
H&M, Växjö

## UTBILDNING

Linnéuniversitetet~2013 – 2016
Kandidatexamen i företagsekonomi

## KOMPETENSER

Visma · Hogia · Excel · Reskontra · Bokslut

## SPRÅK

Svenska (modersmål), engelska (flytande), danska (grundläggande)

Referenser lämnas på begäran.`,
        },
      ],
    ],
    {
      name: "Elin Sjögren-Åkesson",
      email: "elin.sjogren@brevlada.test",
      phone: "+46701740635",
      location: "352 30 Växjö",
      skills: "Visma, Hogia, Excel, Reskontra, Bokslut",
      jobs: `Ekonomiassistent | IKEA Industry AB | 2020-03 | now
Löneadministratör | Växjö kommun | 2016-08 | 2020-02
Butikssäljare | H&M | 2013 | 2016`,
      schools: "Linnéuniversitetet | Kandidatexamen | företagsekonomi | 2016",
      languages: "sv native, en C1, da A2",
    },
    "SE",
  ),
  framed(
    "attorney-latex.pdf",
    [
      [
        {
          x: 72,
          y: 60,
          right: 523,
          words: true,
          text: `# THEODORE J. WASHBURN III
418 Elm Street, Apt. 5, New Haven, CT 06511 • (203) 555-0172 • tjwashburn@lawmail.test

## BAR ADMISSIONS
Connecticut (2014); New York (2015)

## LEGAL EXPERIENCE
Cravath, Swaine & Moore LLP~New York, NY
Senior Associate, Litigation~Oct. 2018 – Present
• Second-chaired a six-week antitrust trial in the Southern District
of New York; drafted the winning summary judgment brief.
• Supervises document review with Relativity.

Connecticut Office of the Attorney General~Hartford, CT
Assistant Attorney General~Sept. 2014 – Sept. 2018
• Argued four appeals before the Appellate Court.

Hon. Janet C. Hall, U.S. District Court~New Haven, CT
Judicial Intern~Summer 2012
• Drafted bench memoranda.

## EDUCATION
Yale Law School, J.D.~May 2014
Activities: Moot Court Board; Journal on Regulation
Amherst College, B.A. in History, magna cum laude~May 2010

## SKILLS
Legal research (Westlaw, LexisNexis), e-discovery (Relativity), Spanish (conversational)`,
        },
      ],
    ],
    {
      name: "Theodore J. Washburn III",
      email: "tjwashburn@lawmail.test",
      phone: "+12035550172",
      location: "New Haven, CT 06511",
      skills: "Legal research, Westlaw, LexisNexis, e-discovery, Relativity",
      jobs: `Senior Associate, Litigation | Cravath, Swaine & Moore LLP | 2018-10 | now
Assistant Attorney General | Connecticut Office of the Attorney General | 2014-09 | 2018-09
Judicial Intern | U.S. District Court | 2012 | 2012`,
      schools: `Yale Law School | J.D. | | 2014
Amherst College | B.A. | History | 2010`,
    },
    "US",
  ),
  word(
    "declaration.docx",
    `CURRICULUM VITAE
**VENKATA SUBRAMANIAM IYER**
Mobile No.: +91-98450 12345
E-mail ID: vs.iyer1985@mailbox.test
**CAREER OBJECTIVE**
To work in a challenging environment where I can utilize my skills in quality management for the growth of the organization.
**WORK EXPERIENCE (11 Years)**
|Organization|Designation|Duration|
|Bharat Forge Ltd., Pune|Deputy Manager – Quality|Apr 2017 to till date|
|Kirloskar Brothers Limited|Quality Engineer|Jul 2012 – Mar 2017|
**Job Responsibilities:**
- Handling customer complaints and preparing 8D reports
- Conducting internal audits as per IATF 16949
**ACADEMIC QUALIFICATION**
|Course|Institution|Year|Percentage|
|B.Tech (Mechanical)|NIT Surathkal|2012|78.4%|
|HSC|St. Joseph's PU College|2008|85%|
**TECHNICAL SKILLS**
Minitab, AutoCAD, SAP QM, MSA, SPC, IATF 16949
**PERSONAL DETAILS**
Father's Name : Krishnamurthy Iyer
Date of Birth : 12th June 1990
Languages Known : English, Hindi, Tamil, Kannada
Permanent Address : 22, 4th Cross, Malleswaram, Bangalore – 560003
**DECLARATION**
I hereby declare that the above information is true to the best of my knowledge.
Place: Pune
Date: 01/02/2024\t(V. S. Iyer)`,
    {
      name: "Venkata Subramaniam Iyer",
      email: "vs.iyer1985@mailbox.test",
      phone: "+919845012345",
      skills: "Minitab, AutoCAD, SAP QM, MSA, SPC, IATF 16949, Internal audit",
      jobs: `Deputy Manager – Quality | Bharat Forge Ltd. | 2017-04 | now
Quality Engineer | Kirloskar Brothers Limited | 2012-07 | 2017-03`,
      schools: `NIT Surathkal | B.Tech | Mechanical | 2012
St. Joseph's PU College | HSC | | 2008`,
      languages: "en -, hi -, ta -, kn -",
    },
    "IN",
  ),
  text(
    "graphiste.html",
    `<html><body><table width="100%"><tr><td><h1>Maëlys <span style="text-transform:uppercase">LE&nbsp;GOFF</span></h1>
<p>Graphiste &amp; illustratrice freelance</p></td><td align="right">
<img src="tel.png" alt=""> 06.12.34.56.78<br><img src="mail.png" alt=""> <a href="mailto:bonjour@maelyslegoff.test">bonjour@maelyslegoff.test</a><br>
<a href="https://maelyslegoff.test">maelyslegoff.test</a><br>Rennes (35)</td></tr></table>
<h2>Expériences</h2>
<dl><dt>Depuis 2019</dt><dd><strong>Graphiste indépendante</strong> — auto-entrepreneuse<br>Clients : Ouest-France, Ville de Rennes, Les Trans Musicales</dd>
<dt>2016 — 2019</dt><dd><strong>Directrice artistique junior</strong> — Agence Kerozen, Nantes<br>Identités visuelles, packaging</dd>
<dt>2015 (6 mois)</dt><dd><strong>Stage de graphisme</strong> — Éditions Apogée, Rennes</dd></dl>
<h2>Formation</h2><p>2013 – 2015 : BTS Design graphique, Lycée Bréquigny, Rennes</p>
<h2>Savoir-faire</h2><p>Illustrator ★★★★★ InDesign ★★★★★ Photoshop ★★★★☆ After Effects ★★★☆☆</p>
<h2>Langues</h2><p>Français (langue maternelle) · Anglais (courant) · Breton (notions)</p>
<h2>Centres d'intérêt</h2><p>Sérigraphie, surf</p></body></html>`,
    {
      name: "Maëlys Le Goff",
      email: "bonjour@maelyslegoff.test",
      phone: "+33612345678",
      location: "Rennes",
      skills: "Illustrator, InDesign, Photoshop, After Effects",
      jobs: `Graphiste indépendante | auto-entrepreneuse | 2019 | now
Directrice artistique junior | Agence Kerozen | 2016 | 2019
Stage de graphisme | Éditions Apogée | 2015 | 2015`,
      schools: "Lycée Bréquigny | BTS | Design graphique | 2015",
      languages: "fr native, en C1, br A2",
    },
    "FR",
  ),
  json(
    "partial.json",
    {
      $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
      basics: {
        name: "Prof. Dr. Adwoa Boateng",
        label: "Food scientist",
        email: "  adwoa@boateng.test ",
        phone: "(030) 290-1234",
        url: "https://boateng.test",
        location: { address: "12 Ring Road", city: "Kumasi", countryCode: "GH", region: "Ashanti" },
        profiles: [{ network: "LinkedIn", username: "adwoab", url: "https://linkedin.com/in/adwoab" }],
      },
      work: [
        { name: "Nestlé Ghana Ltd", position: "Head of Product Development", startDate: "2018-02", endDate: "" },
        {
          name: "Cocoa Research Institute",
          position: "Research officer",
          startDate: "2011",
          endDate: "2018-01",
          highlights: [],
        },
        {
          name: "Ghana Standards Authority",
          position: "National service",
          startDate: "2010-09-01",
          endDate: "2011-08-31",
        },
      ],
      education: [
        {
          institution: "Wageningen University",
          area: "Food Technology",
          studyType: "PhD",
          startDate: "2013",
          endDate: "2017",
        },
      ],
      skills: [{ name: "Laboratory", level: "Master", keywords: ["HPLC", "Sensory analysis", "HACCP"] }],
      languages: [
        { language: "English", fluency: "Fluent" },
        { language: "Twi", fluency: "Native speaker" },
      ],
    },
    {
      name: "Adwoa Boateng",
      email: "adwoa@boateng.test",
      phone: "+233302901234",
      location: "Kumasi, Ashanti, GH",
      skills: "HPLC, Sensory analysis, HACCP",
      jobs: `Head of Product Development | Nestlé Ghana Ltd | 2018-02 | now
Research officer | Cocoa Research Institute | 2011 | 2018-01
National service | Ghana Standards Authority | 2010-09-01 | 2011-08-31`,
      schools: "Wageningen University | PhD | Food Technology | 2017",
      languages: "en C1, tw native",
    },
    "GH",
  ),
  framed(
    "roles-within.pdf",
    [
      [
        {
          x: 50,
          y: 50,
          right: 550,
          text: `# Caroline Fitzgerald-Moss
Supply chain leader
Leeds, West Yorkshire • 07700 900 118 • carolinefm@inbox.test • linkedin.com/in/cfmoss

## PROFILE
Operations leader with a record of taking cost out of grocery distribution
without taking people out of jobs.

## CAREER HISTORY

MORRISONS SUPERMARKETS PLC~2011 – 2023
Head of Logistics (2019 – 2023)
• Ran four depots and 1,900 colleagues.
• Delivered £14m of savings by re-planning routes.
Depot Manager, Wakefield (2015 – 2019)
• Cut absence from 7% to 4%.
Shift Manager (2011 – 2015)

ASDA STORES LTD~2008 – 2011
Graduate Trainee, Logistics

## EDUCATION
University of Huddersfield~2005 – 2008
BA (Hons) Transport and Logistics Management, 2:1

## KEY SKILLS
Route planning • Warehouse management • Lean Six Sigma • Budgeting • SAP EWM`,
        },
      ],
    ],
    {
      name: "Caroline Fitzgerald-Moss",
      email: "carolinefm@inbox.test",
      phone: "+447700900118",
      location: "Leeds, West Yorkshire",
      skills: "Route planning, Warehouse management, Lean Six Sigma, Budgeting, SAP EWM",
      jobs: `Head of Logistics | Morrisons Supermarkets PLC | 2019 | 2023
Depot Manager | Morrisons Supermarkets PLC | 2015 | 2019
Shift Manager | Morrisons Supermarkets PLC | 2011 | 2015
Graduate Trainee, Logistics | Asda Stores Ltd | 2008 | 2011`,
      schools: "University of Huddersfield | BA (Hons) | Transport and Logistics Management | 2008",
    },
    "GB",
  ),
  text(
    "student.txt",
    `
                                Jiho (Jay) Park
             jayp@campus.test | (734) 555-0109 | Ann Arbor, MI
                      github.com/jaypark-um

EDUCATION
University of Michigan, Ann Arbor                        Expected May 2025
B.S.E. in Computer Science                                       GPA: 3.7/4.0
Relevant coursework: Operating Systems, Databases, Computer Vision

EXPERIENCE
Capital One                                                    McLean, VA
Software Engineering Intern                        Jun '23 - Aug '23
 * Rewrote a batch job in Go, cutting its run from 4 hours to 35 minutes
 * Shipped behind feature flags with Jenkins and Docker

University of Michigan ITS                                  Ann Arbor, MI
Help Desk Consultant                               Sep '22 - Present
 * Answer 30+ tickets a week

Zingerman's Delicatessen                                    Ann Arbor, MI
Line Cook                                          May '21 - Aug '22

PROJECTS
MHacks 15 - ParkSmart (Python, OpenCV)

SKILLS
Languages: Python, Go, C++, JavaScript
Tools: Git, Docker, Linux, PyTorch, OpenCV
`,
    {
      name: "Jiho (Jay) Park",
      email: "jayp@campus.test",
      phone: "+17345550109",
      location: "Ann Arbor, MI",
      skills: "Python, Go, C++, JavaScript, Git, Docker, Linux, PyTorch, OpenCV, Jenkins",
      jobs: `Software Engineering Intern | Capital One | 2023-06 | 2023-08
Help Desk Consultant | University of Michigan ITS | 2022-09 | now
Line Cook | Zingerman's Delicatessen | 2021-05 | 2022-08`,
      schools: "University of Michigan | B.S.E. | Computer Science | 2025",
    },
    "US",
  ),
  text(
    "tandlaege.html",
    `<html lang="da"><body><div id="cv"><p class="navn">Søren Bjerregaard</p><p>Klinikassistent</p>
<p>Adresse: Vesterbrogade 88, 1620 København V<br/>Tlf.: 28 14 56 70<br/>Mail: <a href="mailto:soeren.b@posten.test">soeren.b@posten.test</a></p>
<p class="h">Erhvervserfaring</p>
<p>01.08.2019 - nu<br/>Klinikassistent, Tandlægerne Godt Smil, København<br/>Assisterer ved implantater og rodbehandling. Booking i Al Dente.</p>
<p>15.01.2016 - 31.07.2019<br/>Receptionist, Hotel Scandic Kødbyen</p>
<p class="h">Uddannelse</p><p>2014 - 2016<br/>Tandklinikassistent, SKT København</p>
<p class="h">Kompetencer</p><p>Sterilisation; Røntgen; Al Dente; Kundeservice</p>
<p class="h">Sprog</p><p>Dansk - modersmål; Engelsk - flydende; Tysk - begynder</p></div></body></html>`,
    {
      name: "Søren Bjerregaard",
      email: "soeren.b@posten.test",
      phone: "+4528145670",
      location: "1620 København V",
      skills: "Sterilisation, Røntgen, Al Dente, Kundeservice",
      jobs: `Klinikassistent | Tandlægerne Godt Smil | 2019-08-01 | now
Receptionist | Hotel Scandic Kødbyen | 2016-01-15 | 2019-07-31`,
      schools: "SKT København | Tandklinikassistent | | 2016",
      languages: "da native, en C1, de A1",
    },
    "DK",
  ),
  text(
    "pharmacist.txt",
    `
LI Wei, PharmD
Apt Blk 221 Bishan Street 23 #07-145, Singapore 570221
HP: 9123 4567   Email: liwei.pharm@mailbox.test
Nationality: Singapore PR   Notice period: 2 months   Expected salary: S$6,500

EMPLOYMENT HISTORY

Company    : Tan Tock Seng Hospital
Position   : Senior Pharmacist
Period     : Nov 2018 to Present
Duties     : Anticoagulation clinic, medication reconciliation
Reason for leaving : Career growth

Company    : Guardian Health & Beauty Pte Ltd
Position   : Pharmacist
Period     : Jul 2014 to Oct 2018

EDUCATION

National University of Singapore
Bachelor of Science (Pharmacy), 2010 - 2014

SKILLS
- Anticoagulation
- Medication reconciliation
- Dispensing
- Patient counselling

LANGUAGES
English (fluent), Mandarin (native), Malay (basic)
`,
    {
      name: "Li Wei",
      email: "liwei.pharm@mailbox.test",
      phone: "+6591234567",
      location: "Singapore 570221",
      skills: "Anticoagulation, Medication reconciliation, Dispensing, Patient counselling",
      jobs: `Senior Pharmacist | Tan Tock Seng Hospital | 2018-11 | now
Pharmacist | Guardian Health & Beauty Pte Ltd | 2014-07 | 2018-10`,
      schools: "National University of Singapore | Bachelor of Science | Pharmacy | 2014",
      languages: "en C1, zh native, ms A2",
    },
    "SG",
  ),
]
