import { framed, type Sample, text, word } from "../sample.js"

/** Written after the reader was mended for those before. */
export const again: ReadonlyArray<Sample> = [
  framed(
    "jake.pdf",
    [
      [
        {
          x: 60,
          y: 50,
          right: 540,
          words: true,
          text: `# Oluwadamilola Fashola-Reyes
512-555-0137 | dami.fashola@devmail.test | linkedin.com/in/damif | github.com/damif

## Education
Texas State University~San Marcos, TX
Bachelor of Science in Computer Science, Minor in Music~Aug. 2016 – May 2020

## Experience
Backend Engineer~July 2022 – Present
Indeed~Austin, TX
• Moved the alerts service from RabbitMQ to Kafka; p99 fell from 900 ms to 120 ms
• Owns a Go service with 40k requests per second
Software Engineer~June 2020 – June 2022
H-E-B Digital~San Antonio, TX
• Built the curbside picking screen in React with TypeScript

## Projects
Setlist | Python, Flask, PostgreSQL~May 2019 – Present
• Guesses the next song of a band

## Technical Skills
Languages: Java, Python, Go, SQL, TypeScript
Frameworks: React, Flask, Spring Boot
Developer Tools: Git, Docker, Kafka, Grafana`,
        },
      ],
    ],
    {
      name: "Oluwadamilola Fashola-Reyes",
      email: "dami.fashola@devmail.test",
      phone: "+15125550137",
      skills: "Java, Python, Go, SQL, TypeScript, React, Flask, Spring Boot, Git, Docker, Kafka, Grafana, RabbitMQ",
      jobs: `Backend Engineer | Indeed | 2022-07 | now
Software Engineer | H-E-B Digital | 2020-06 | 2022-06`,
      schools: "Texas State University | Bachelor of Science | Computer Science | 2020",
    },
    "US",
  ),
  word(
    "hausmeister.docx",
    `**Persönliche Daten**
|Vor- und Nachname:|Detlef Krajewski|
|Anschrift:|Kiefernweg 8, 15234 Frankfurt (Oder)|
|Tel.:|0335 – 55 12 34|
|E-Mail:|d.krajewski@freepost.test|
|Geburtsdatum / -ort:|02.02.1969 / Eisenhüttenstadt|
|Führerschein:|B, BE, C1|
**Berufstätigkeit**
|03/2016 bis heute|Hausmeister bei der Wohnungswirtschaft Frankfurt (Oder) GmbH|
|10/2009 – 02/2016|Anlagenmechaniker, Sanitär Lehmann, Müllrose|
|01/2009 – 09/2009|arbeitsuchend|
|09/1988 – 12/2008|Schlosser, EKO Stahl, Eisenhüttenstadt|
**Schul- und Berufsausbildung**
|09/1985 – 08/1988|Ausbildung zum Schlosser, EKO Stahl|
|09/1975 – 08/1985|POS „Juri Gagarin“, Eisenhüttenstadt, Abschluss 10. Klasse|
**Besondere Kenntnisse und Fähigkeiten**
Heizungstechnik, Schweißen (MAG, WIG), Winterdienst, Kettensägenschein
Frankfurt (Oder), 12.01.2024`,
    {
      name: "Detlef Krajewski",
      email: "d.krajewski@freepost.test",
      phone: "+49335551234",
      location: "15234 Frankfurt (Oder)",
      skills: "Heizungstechnik, Schweißen, MAG, WIG, Winterdienst, Kettensägenschein",
      jobs: `Hausmeister | Wohnungswirtschaft Frankfurt (Oder) GmbH | 2016-03 | now
Anlagenmechaniker | Sanitär Lehmann | 2009-10 | 2016-02
Schlosser | EKO Stahl | 1988-09 | 2008-12`,
    },
    "DE",
  ),
  text(
    "wedding-planner.html",
    `<html><head><title>Résumé</title></head><body><div class="header"><h1>PRIYANKA<br/>CHANDRASEKHAR</h1><h2>Event Producer</h2></div>
<div class="sidebar"><h3>Contact</h3><p>Phone<br>+65 8123 4567</p><p>Email<br><a href="mailto:hello@priyankac.test">hello@priyankac.test</a></p><p>Address<br>Tiong Bahru, Singapore</p>
<h3>Skills</h3><p>Vendor negotiation</p><p>Budgeting</p><p>Floor plans</p><p>AutoCAD</p><p>Canva</p></div>
<div class="main"><h3>Experience</h3>
<div class="job"><h4>Senior Event Producer</h4><h5>Pico Art International | Singapore</h5><h6>2019 - Present</h6><ul><li>Produced 14 conferences a year for up to 5,000 guests</li></ul></div>
<div class="job"><h4>Event Executive</h4><h5>Marina Bay Sands | Singapore</h5><h6>2015 - 2019</h6><ul><li>Weddings and gala dinners</li></ul></div>
<div class="job"><h4>Banquet Server (part-time)</h4><h5>Fullerton Hotel | Singapore</h5><h6>2013 - 2015</h6></div>
<h3>Education</h3><h4>Diploma in Hospitality Management</h4><h5>Temasek Polytechnic</h5><h6>2012 - 2015</h6>
<h3>Languages</h3><p>English, fluent</p><p>Tamil, native</p></div></body></html>`,
    {
      name: "Priyanka Chandrasekhar",
      email: "hello@priyankac.test",
      phone: "+6581234567",
      location: "Tiong Bahru, Singapore",
      skills: "Vendor negotiation, Budgeting, Floor plans, AutoCAD, Canva",
      jobs: `Senior Event Producer | Pico Art International | 2019 | now
Event Executive | Marina Bay Sands | 2015 | 2019
Banquet Server (part-time) | Fullerton Hotel | 2013 | 2015`,
      schools: "Temasek Polytechnic | Diploma | Hospitality Management | 2015",
      languages: "en C1, ta native",
    },
    "SG",
  ),
  framed(
    "farmacista.pdf",
    [
      [
        { x: 200, y: 45, text: "# Dott.ssa Eleonora Di Benedetto" },
        {
          x: 40,
          y: 100,
          right: 180,
          text: `## CONTATTI
Cell. 347 81 23 456
eleonora.dibenedetto
@farmapost.test
Via Etnea 112
95131 Catania

## LINGUE
Italiano: madrelingua
Inglese: B2
Spagnolo: A2

## COMPETENZE
Galenica
Farmacovigilanza
Gestione magazzino
Wingesfar`,
        },
        {
          x: 205,
          y: 100,
          text: `## ESPERIENZE PROFESSIONALI

gennaio 2020 – in corso
Farmacista collaboratrice presso Farmacia Cutelli, Catania
Dispensazione, laboratorio galenico, consulenza al banco.

marzo 2017 – dicembre 2019
Farmacista presso Parafarmacia Coop, Siracusa

settembre 2016 – febbraio 2017
Tirocinante presso Azienda Ospedaliera Cannizzaro, Catania

## ISTRUZIONE

2010 – 2016
Laurea magistrale in Farmacia, Università degli Studi di Catania
Votazione: 108/110

Iscritta all'Ordine dei Farmacisti di Catania n. 4321 dal 2017`,
        },
      ],
    ],
    {
      name: "Eleonora Di Benedetto",
      email: "eleonora.dibenedetto@farmapost.test",
      phone: "+393478123456",
      location: "95131 Catania",
      skills: "Galenica, Farmacovigilanza, Gestione magazzino, Wingesfar",
      jobs: `Farmacista collaboratrice | Farmacia Cutelli | 2020-01 | now
Farmacista | Parafarmacia Coop | 2017-03 | 2019-12
Tirocinante | Azienda Ospedaliera Cannizzaro | 2016-09 | 2017-02`,
      schools: "Università degli Studi di Catania | Laurea magistrale | Farmacia | 2016",
      languages: "it native, en B2, es A2",
    },
    "IT",
  ),
  text(
    "mechanic-br.txt",
    `
EDILSON FERREIRA DA COSTA
Mecânico de Manutenção Industrial

Contato: (31) 99876-5432
Email: edilson.costa@correiomail.test
Endereço: Rua Goiás, 88 - Contagem - MG

EXPERIÊNCIAS

Fiat Chrysler Automóveis Brasil Ltda.
Mecânico de Manutenção II
Período: 02/2017 até o momento
Manutenção preventiva e corretiva em prensas e robôs.

Usiminas Mecânica S.A.
Mecânico de Manutenção I
Período: 07/2010 a 01/2017

Auto Mecânica Irmãos Silva
Auxiliar de mecânico
Período: 2007 a 2010

ESCOLARIDADE

Técnico em Mecânica - SENAI Betim - 2009
Ensino médio completo - E.E. Juscelino Kubitschek - 2006

CURSOS
NR-10, NR-12, NR-35
Pneumática e hidráulica (SENAI)

CONHECIMENTOS
Solda MIG, Pneumática, Hidráulica, Leitura de desenho técnico, SAP PM
`,
    {
      name: "Edilson Ferreira da Costa",
      email: "edilson.costa@correiomail.test",
      phone: "+5531998765432",
      location: "Contagem - MG",
      skills: "Solda MIG, Pneumática, Hidráulica, Leitura de desenho técnico, SAP PM",
      jobs: `Mecânico de Manutenção II | Fiat Chrysler Automóveis Brasil Ltda. | 2017-02 | now
Mecânico de Manutenção I | Usiminas Mecânica S.A. | 2010-07 | 2017-01
Auxiliar de mecânico | Auto Mecânica Irmãos Silva | 2007 | 2010`,
      schools: `SENAI Betim | Técnico em Mecânica | | 2009
E.E. Juscelino Kubitschek | Ensino médio | | 2006`,
    },
    "BR",
  ),
  word(
    "socionom.docx",
    `# Karl-Johan af Geijerstam
Socionom
Mobil 073-555 01 23
kj.geijerstam@inkorg.test
Norra Ågatan 10A, 416 64 Göteborg
# Anställningar
**Göteborgs Stad, Socialförvaltningen Nordost**⏎Socialsekreterare, barn och unga⏎2019-08 – tillsvidare
Utreder enligt BBIC, möter familjer, skriver yttranden.
**Kriminalvården**⏎Frivårdsinspektör⏎2016-02 – 2019-07
**Attendo**⏎Behandlingsassistent⏎2014 – 2016
# Utbildning
Socionomprogrammet, Göteborgs universitet, 2012 – 2015
# Kunskaper
Treserva, BBIC, Motiverande samtal, Konflikthantering
# Språk
Svenska – modersmål⏎Engelska – flytande⏎Tyska – grundläggande
# Referenser
Lämnas gärna på begäran.`,
    {
      name: "Karl-Johan af Geijerstam",
      email: "kj.geijerstam@inkorg.test",
      phone: "+46735550123",
      location: "416 64 Göteborg",
      skills: "Treserva, BBIC, Motiverande samtal, Konflikthantering",
      jobs: `Socialsekreterare, barn och unga | Göteborgs Stad, Socialförvaltningen Nordost | 2019-08 | now
Frivårdsinspektör | Kriminalvården | 2016-02 | 2019-07
Behandlingsassistent | Attendo | 2014 | 2016`,
      schools: "Göteborgs universitet | Socionomprogrammet | | 2015",
      languages: "sv native, en C1, de A2",
    },
    "SE",
  ),
  text(
    "paramedic.txt",
    `
Shaun Tāmati Whaanga                                        shaun.whaanga@outpost.test
Paramedic                                                             021 555 0123
                                                        Gisborne 4010, New Zealand

PROFILE
Intensive care paramedic, calm on a cliff and in a kitchen.

WORK HISTORY

Hato Hone St John, Gisborne
   Intensive Care Paramedic                               Mar 2019 to present
   Paramedic                                              Nov 2014 to Feb 2019
   * Preceptor for twelve students

Gisborne District Council
   Lifeguard                                              2011 to 2014

QUALIFICATIONS

Bachelor of Health Science (Paramedicine), AUT University       2014
PGCert Critical Care, Whitireia                                 2018

SKILLS

12-lead ECG, RSI, Ultrasound, Te Reo Māori greetings, Class 2 licence
`,
    {
      name: "Shaun Tāmati Whaanga",
      email: "shaun.whaanga@outpost.test",
      phone: "+64215550123",
      location: "Gisborne 4010, New Zealand",
      skills: "12-lead ECG, RSI, Ultrasound, Te Reo Māori greetings, Class 2 licence",
      jobs: `Intensive Care Paramedic | Hato Hone St John | 2019-03 | now
Paramedic | Hato Hone St John | 2014-11 | 2019-02
Lifeguard | Gisborne District Council | 2011 | 2014`,
      schools: `AUT University | Bachelor of Health Science | Paramedicine | 2014
Whitireia | PGCert | Critical Care | 2018`,
    },
    "NZ",
  ),
  framed(
    "realtor.pdf",
    [
      [
        { x: 40, y: 55, text: "# Bernadette\n# O'Shaughnessy\nRealtor® & property manager" },
        {
          x: 380,
          y: 55,
          text: `m: +1 305-555-0191
e: bernie@keysrealty.test
Key Largo, Florida`,
        },
        {
          x: 40,
          y: 150,
          text: `## Employment

2018 – now^Broker Associate
^Coastal Keys Realty, Key Largo
^$48M in closed sales; top three in Monroe County

2013 – 2018^Property Manager
^Ocean Reef Club, North Key Largo
^Ran 62 rentals with a team of nine

2009 – 2013^Leasing Agent
^Greystar, Miami

## Education

2009^BA Hospitality Management
^Florida International University

## Expertise
Negotiation  •  Staging  •  MLS  •  Yardi  •  Contract management

## Languages
English (native)  •  Spanish (fluent)`,
        },
      ],
    ],
    {
      name: "Bernadette O'Shaughnessy",
      email: "bernie@keysrealty.test",
      phone: "+13055550191",
      location: "Key Largo, Florida",
      skills: "Negotiation, Staging, MLS, Yardi, Contract management",
      jobs: `Broker Associate | Coastal Keys Realty | 2018 | now
Property Manager | Ocean Reef Club | 2013 | 2018
Leasing Agent | Greystar | 2009 | 2013`,
      schools: "Florida International University | BA | Hospitality Management | 2009",
      languages: "en native, es C1",
    },
    "US",
  ),
]
