import { type Sample, text } from "../sample.js"

export const texts: ReadonlyArray<Sample> = [
  text(
    "plain-english.txt",
    `
Ada Park
Senior Software Engineer
London, UK | ada.park@example.com | +44 20 7946 0958
linkedin.com/in/adapark

SUMMARY
Engineer with ten years in payments.

EXPERIENCE

Senior Software Engineer, Monzo Bank Ltd
Jan 2019 – Present
• Led a team of five building REST APIs in TypeScript
• Moved 40 services to K8s

Software Engineer, Deliveroo
March 2015 - December 2018
• Wrote Go and Python services

EDUCATION

BSc Computer Science, University of Leeds, 2011 – 2014

SKILLS
JS, TypeScript, Node.js, PostgreSQL, k8s, C++

LANGUAGES
English (native), Korean (B1)`,
    {
      name: "Ada Park",
      email: "ada.park@example.com",
      phone: "+442079460958",
      location: "London, UK",
      skills: "javascript, typescript, node.js, postgresql, kubernetes, c++, rest api, python",
      jobs: `Senior Software Engineer | Monzo Bank Ltd | 2019-01 | now
Software Engineer | Deliveroo | 2015-03 | 2018-12`,
      schools: "University of Leeds | BSc | Computer Science | 2014",
      languages: "en native, ko B1",
    },
  ),
  text(
    "german-labels.txt",
    `
LEBENSLAUF

Persönliche Daten
Name: Jürgen Müller-Lüdenscheidt
Anschrift: Hauptstraße 12, 80331 München
Telefon: 089 23456789
E-Mail: j.mueller@beispiel.de

Berufserfahrung
03/2018 – heute    Leiter Finanzbuchhaltung, Huber Maschinenbau GmbH, München
- Monatsabschluss und Jahresabschluss nach HGB
09/2012 – 02/2018  Bilanzbuchhalter, Allianz SE, München
- Kreditorenbuchhaltung

Ausbildung
2009 – 2012  Bachelor of Arts in Betriebswirtschaft, Hochschule München

Kenntnisse
DATEV, SAP FI/CO, Excel, IFRS

Sprachen
Deutsch: Muttersprache
Englisch: verhandlungssicher
Französisch: Grundkenntnisse`,
    {
      name: "Jürgen Müller-Lüdenscheidt",
      email: "j.mueller@beispiel.de",
      phone: "+498923456789",
      location: "80331 München",
      skills:
        "datev, sap fi, excel, ifrs, month-end close, annual accounts, hgb, accounts payable, financial accounting",
      jobs: `Leiter Finanzbuchhaltung | Huber Maschinenbau GmbH | 2018-03 | now
Bilanzbuchhalter | Allianz SE | 2012-09 | 2018-02`,
      schools: "Hochschule München | Bachelor of Arts | Betriebswirtschaft | 2012",
      languages: "de native, en C1, fr A2",
    },
    "DE",
  ),
  text(
    "french-lines.txt",
    `
Jean-Baptiste LEFÈVRE
Infirmier diplômé d'État
12 rue des Lilas, 69003 Lyon
06 12 34 56 78
jb.lefevre@exemple.fr

EXPÉRIENCE PROFESSIONNELLE

Infirmier en réanimation
Hôpital Édouard-Herriot, Lyon
septembre 2017 – aujourd'hui
• Soins aux patients, triage

Infirmier
Clinique du Parc
janv. 2014 – août 2017

FORMATION

2010 – 2013 : Diplôme d'État d'infirmier, Université Claude Bernard Lyon 1

COMPÉTENCES
Soins intensifs, premiers secours, soins des plaies

LANGUES
Français : langue maternelle, Anglais : B2`,
    {
      name: "Jean-Baptiste Lefèvre",
      email: "jb.lefevre@exemple.fr",
      phone: "+33612345678",
      location: "69003 Lyon",
      skills: "intensive care, first aid, wound care, patient care, triage",
      jobs: `Infirmier en réanimation | Hôpital Édouard-Herriot | 2017-09 | now
Infirmier | Clinique du Parc | 2014-01 | 2017-08`,
      schools: "Université Claude Bernard Lyon 1 | Diplôme d'État | infirmier | 2013",
      languages: "fr native, en B2",
    },
    "FR",
  ),
  text(
    "spanish-dates-first.txt",
    `
CURRÍCULUM VITAE
MARÍA JOSÉ GARCÍA LÓPEZ
Calle Mayor 5, Madrid, España
Móvil: +34 612 345 678
mjgarcia@ejemplo.es

EXPERIENCIA LABORAL

2018 - actualidad
Contable senior
Grupo Mercadona S.A.
- Contabilidad financiera y cierre mensual en SAP

2014 - 2018
Auxiliar administrativa
Gestoría Pérez S.L.

FORMACIÓN ACADÉMICA
Licenciatura en Economía, Universidad Complutense de Madrid, 2010 - 2014

CONOCIMIENTOS
Excel avanzado; SAP; facturación; nóminas

IDIOMAS
Español nativo, Inglés C1, Francés básico`,
    {
      name: "María José García López",
      email: "mjgarcia@ejemplo.es",
      phone: "+34612345678",
      location: "Madrid, España",
      skills: "excel, sap, invoicing, payroll, financial accounting",
      jobs: `Contable senior | Grupo Mercadona S.A. | 2018 | now
Auxiliar administrativa | Gestoría Pérez S.L. | 2014 | 2018`,
      schools: "Universidad Complutense de Madrid | Licenciatura | Economía | 2014",
      languages: "es native, en C1, fr A2",
    },
    "ES",
  ),
  text(
    "italian.txt",
    `
Dott.ssa Giulia D'Angelo
Via Roma 10 - 20121 Milano
Cellulare: 347 1234567 - giulia.dangelo@esempio.it

ESPERIENZE LAVORATIVE
Da marzo 2020 ad oggi
Responsabile controllo di gestione presso Barilla G. e R. Fratelli S.p.A.
Da giugno 2016 a febbraio 2020
Analista finanziaria presso Deloitte Italy S.p.A.

ISTRUZIONE E FORMAZIONE
Laurea magistrale in Economia Aziendale, Università Bocconi, 2016

COMPETENZE
Excel, Power BI, analisi finanziaria, SAP

LINGUE
Italiano madrelingua; Inglese fluente; Spagnolo scolastico`,
    {
      name: "Giulia D'Angelo",
      email: "giulia.dangelo@esempio.it",
      phone: "+393471234567",
      location: "20121 Milano",
      skills: "excel, power bi, financial analysis, sap, controlling",
      jobs: `Responsabile controllo di gestione | Barilla G. e R. Fratelli S.p.A. | 2020-03 | now
Analista finanziaria | Deloitte Italy S.p.A. | 2016-06 | 2020-02`,
      schools: "Università Bocconi | Laurea magistrale | Economia Aziendale | 2016",
      languages: "it native, en C1, es B1",
    },
    "IT",
  ),
  text(
    "polish.txt",
    `
Łukasz Wójcik
Programista .NET
Kraków, Polska
tel. 601 234 567
lukasz.wojcik@przyklad.pl
github.com/lwojcik

Doświadczenie zawodowe

05.2019 – obecnie
Starszy programista .NET
Comarch S.A., Kraków
• C#, ASP.NET Core, SQL Server

10.2015 – 04.2019
Programista
Sabre Polska Sp. z o.o.

Wykształcenie
2010 – 2015 Magister inżynier, Informatyka, Akademia Górniczo-Hutnicza

Umiejętności
C#, .NET Core, Azure, Docker, Git

Języki
Polski – ojczysty
Angielski – C1
Niemiecki – podstawowy`,
    {
      name: "Łukasz Wójcik",
      email: "lukasz.wojcik@przyklad.pl",
      phone: "+48601234567",
      location: "Kraków, Polska",
      skills: "c#, .net, azure, docker, git, asp.net, sql server",
      jobs: `Starszy programista .NET | Comarch S.A. | 2019-05 | now
Programista | Sabre Polska Sp. z o.o. | 2015-10 | 2019-04`,
      schools: "Akademia Górniczo-Hutnicza | Magister inżynier | Informatyka | 2015",
      languages: "pl native, en C1, de A2",
    },
    "PL",
  ),
  text(
    "portuguese.txt",
    `
João Pedro da Silva Santos
São Paulo, SP
(11) 98765-4321 | joao.santos@exemplo.com.br | www.linkedin.com/in/joaopsantos

Resumo
Desenvolvedor back-end.

Experiência Profissional

Desenvolvedor Sênior | Nubank | Fev 2021 - Atual
* Microsserviços em Kotlin e Kafka
Desenvolvedor Pleno | Itaú Unibanco S.A. | Mar 2017 - Jan 2021

Formação Acadêmica
Bacharelado em Ciência da Computação - Universidade de São Paulo (2012 - 2016)

Habilidades
Kotlin, Java, Spring Boot, Kafka, AWS

Idiomas
Português (nativo), Inglês (avançado)`,
    {
      name: "João Pedro da Silva Santos",
      email: "joao.santos@exemplo.com.br",
      phone: "+5511987654321",
      location: "São Paulo, SP",
      skills: "kotlin, java, spring boot, kafka, aws",
      jobs: `Desenvolvedor Sênior | Nubank | 2021-02 | now
Desenvolvedor Pleno | Itaú Unibanco S.A. | 2017-03 | 2021-01`,
      schools: "Universidade de São Paulo | Bacharelado | Ciência da Computação | 2016",
      languages: "pt native, en C1",
    },
    "BR",
  ),
  text(
    "american-one-line.txt",
    `
Nguyen Thi Minh Anh, RN, BSN
Houston, TX 77002 · (713) 555-0142 · minhanh.nguyen@example.org

PROFESSIONAL EXPERIENCE
Houston Methodist Hospital, Houston, TX
Registered Nurse, ICU                                   06/2019 - Present
- Care for 4 critically ill patients per shift; IV therapy and triage
Memorial Hermann Hospital, Houston, TX
Staff Nurse                                             08/2016 - 05/2019
- Charted in Epic

EDUCATION
Bachelor of Science in Nursing, Texas Woman's University, May 2016

CERTIFICATIONS
BLS, ACLS

SKILLS
Patient care, phlebotomy, wound care, EHR, vital signs`,
    {
      name: "Nguyen Thi Minh Anh",
      email: "minhanh.nguyen@example.org",
      phone: "+17135550142",
      location: "Houston, TX 77002",
      skills:
        "patient care, phlebotomy, wound care, electronic health records, vital signs, iv therapy, triage, epic, bls, acls, intensive care",
      jobs: `Registered Nurse, ICU | Houston Methodist Hospital | 2019-06 | now
Staff Nurse | Memorial Hermann Hospital | 2016-08 | 2019-05`,
      schools: "Texas Woman's University | Bachelor of Science | Nursing | 2016-05",
    },
    "US",
  ),
]
