import { columns, page, type Sample, table } from "../sample.js"

export const pdfs: ReadonlyArray<Sample> = [
  columns(
    "sidebar.pdf",
    [
      `Maximilian Weber
Frontend Developer`,
      `CONTACT
max.weber@mail.test
+49 30 12345678
Berlin, Germany

SKILLS
React
TypeScript
Redux
CSS
Figma

LANGUAGES
German - native
English - C1`,
      `WORK EXPERIENCE

Frontend Developer
Zalando SE, Berlin
2020 - present
• Design system in React
• GraphQL client

Junior Developer
N26 Bank GmbH
2017 - 2020

EDUCATION

TU Berlin
BSc Computer Science
2014 - 2017`,
    ],
    {
      name: "Maximilian Weber",
      email: "max.weber@mail.test",
      phone: "+493012345678",
      location: "Berlin, Germany",
      skills: "react, typescript, redux, css, figma, graphql",
      jobs: `Frontend Developer | Zalando SE | 2020 | now
Junior Developer | N26 Bank GmbH | 2017 | 2020`,
      schools: "TU Berlin | BSc | Computer Science | 2017",
      languages: "de native, en C1",
    },
  ),
  columns(
    "sidebar-french.pdf",
    [
      `Amélie Dubois
Cheffe de projet digital`,
      `COORDONNÉES
amelie.dubois@courriel.test
+33 6 98 76 54 32
Paris, France

COMPÉTENCES
Gestion de projet
SEO
Google Analytics
Scrum

LANGUES
Français : natif
Anglais : courant
Espagnol : B1`,
      `EXPÉRIENCES PROFESSIONNELLES

Cheffe de projet digital
Publicis Groupe
avril 2019 - présent
• Refonte de sites, SEO

Chargée de marketing
Carrefour S.A.
sept. 2015 - mars 2019

FORMATION

Master Marketing
Université Paris-Dauphine
2013 - 2015`,
    ],
    {
      name: "Amélie Dubois",
      email: "amelie.dubois@courriel.test",
      phone: "+33698765432",
      location: "Paris, France",
      skills: "project management, seo, google analytics, scrum",
      jobs: `Cheffe de projet digital | Publicis Groupe | 2019-04 | now
Chargée de marketing | Carrefour S.A. | 2015-09 | 2019-03`,
      schools: "Université Paris-Dauphine | Master | Marketing | 2015",
      languages: "fr native, en C1, es B1",
    },
  ),
  page(
    "dates-right.pdf",
    `Oluwaseun Adebayo
Lagos, Nigeria | seun.adebayo@mail.test | +234 803 123 4567

EXPERIENCE

Data Analyst^Jan 2021 - Present
Guaranty Trust Bank, Lagos
• Dashboards in Power BI and SQL

Junior Data Analyst^Jul 2018 - Dec 2020
Flutterwave
• Reports in Excel

EDUCATION

University of Lagos^2013 - 2017
BSc Statistics

TECHNICAL SKILLS

SQL, Python, Power BI, Excel, Tableau`,
    {
      name: "Oluwaseun Adebayo",
      email: "seun.adebayo@mail.test",
      phone: "+2348031234567",
      location: "Lagos, Nigeria",
      skills: "sql, python, power bi, excel, tableau",
      jobs: `Data Analyst | Guaranty Trust Bank | 2021-01 | now
Junior Data Analyst | Flutterwave | 2018-07 | 2020-12`,
      schools: "University of Lagos | BSc | Statistics | 2017",
    },
  ),
  table(
    "german-table.pdf",
    `Lebenslauf

Dr. Anna-Lena Schäfer
Tel.: +49 151 23456789
anna.schaefer@post.test
50667 Köln

Berufserfahrung

seit 04/2020^Oberärztin Intensivmedizin
^Universitätsklinikum Köln
01/2014 - 03/2020^Assistenzärztin
^St. Marien-Hospital Bonn

Ausbildung

2007 - 2013^Staatsexamen Medizin
^Universität Heidelberg

Kenntnisse

Notfallmedizin, Sonographie, Palliativpflege

Sprachen

Deutsch^Muttersprache
Englisch^C1`,
    {
      name: "Anna-Lena Schäfer",
      email: "anna.schaefer@post.test",
      phone: "+4915123456789",
      location: "50667 Köln",
      skills: "emergency medicine, ultrasound, palliative care, intensive care",
      jobs: `Oberärztin Intensivmedizin | Universitätsklinikum Köln | 2020-04 | now
Assistenzärztin | St. Marien-Hospital Bonn | 2014-01 | 2020-03`,
      schools: "Universität Heidelberg | Staatsexamen | Medizin | 2013",
      languages: "de native, en C1",
    },
  ),
  table(
    "three-cells.pdf",
    `Priya Ramanathan
priya.r@mail.test | +91 98765 43210 | Bengaluru, India

EMPLOYMENT HISTORY

2019 - Present^Infosys Limited^Senior QA Engineer
2016 - 2019^Wipro Limited^Test Engineer
2014 - 2016^Zoho Corporation^Trainee

SKILLS

Selenium, Java, JUnit, Jenkins, Jira

EDUCATION

2014^B.Tech Computer Science^Anna University`,
    {
      name: "Priya Ramanathan",
      email: "priya.r@mail.test",
      phone: "+919876543210",
      location: "Bengaluru, India",
      skills: "selenium, java, junit, jenkins, jira, quality assurance",
      jobs: `Senior QA Engineer | Infosys Limited | 2019 | now
Test Engineer | Wipro Limited | 2016 | 2019
Trainee | Zoho Corporation | 2014 | 2016`,
      schools: "Anna University | B.Tech | Computer Science | 2014",
    },
  ),
  page(
    "japanese-name.pdf",
    `Tanaka Haruki
Tokyo, Japan
haruki.tanaka@mail.test
+81 90-1234-5678

PROFILE

Machine learning engineer.

PROFESSIONAL EXPERIENCE

Machine Learning Engineer, Rakuten Group, Inc.
April 2018 to present
• PyTorch models for search

Research Intern, Preferred Networks
2017/04 - 2018/03

EDUCATION

M.Sc. in Information Science, University of Tokyo, 2016 - 2018

SKILLS

PyTorch, TensorFlow, C++, Docker, NLP`,
    {
      name: "Tanaka Haruki",
      email: "haruki.tanaka@mail.test",
      phone: "+819012345678",
      location: "Tokyo, Japan",
      skills: "pytorch, tensorflow, c++, docker, natural language processing, machine learning",
      jobs: `Machine Learning Engineer | Rakuten Group, Inc. | 2018-04 | now
Research Intern | Preferred Networks | 2017-04 | 2018-03`,
      schools: "University of Tokyo | M.Sc. | Information Science | 2018",
    },
  ),
  columns(
    "sidebar-dutch.pdf",
    [
      `Sanne van den Berg
Financieel controller`,
      `Contactgegevens
sanne.vandenberg@mail.test
+31 6 12345678
Utrecht, Nederland

Vaardigheden
Boekhouding
IFRS
Excel
Power BI

Talen
Nederlands (moedertaal)
Engels (vloeiend)
Duits (basis)`,
      `Werkervaring

Financieel controller
ASML Holding N.V.
mei 2018 - heden
• Maandafsluiting, IFRS

Assistent controller
Rabobank
september 2014 - april 2018

Opleiding

Master Accounting & Control
Universiteit Utrecht
2012 - 2014`,
    ],
    {
      name: "Sanne van den Berg",
      email: "sanne.vandenberg@mail.test",
      phone: "+31612345678",
      location: "Utrecht, Nederland",
      skills: "accounting, ifrs, excel, power bi",
      jobs: `Financieel controller | ASML Holding N.V. | 2018-05 | now
Assistent controller | Rabobank | 2014-09 | 2018-04`,
      schools: "Universiteit Utrecht | Master | Accounting & Control | 2014",
      languages: "nl native, en C1, de A2",
    },
  ),
  page(
    "caps-bullets.pdf",
    `SIOBHÁN O'BRIEN
Dublin, Ireland
siobhan.obrien@mail.test
+353 87 123 4567

CAREER HISTORY

HR MANAGER
ACCENTURE IRELAND LIMITED
FEBRUARY 2019 - PRESENT
• Recruitment, onboarding, employee relations

HR SPECIALIST
ALLIED IRISH BANKS PLC
JUNE 2014 - JANUARY 2019

EDUCATION

BA PSYCHOLOGY, TRINITY COLLEGE DUBLIN, 2010 - 2014

KEY SKILLS

Recruitment, Workday, Employment law, Coaching`,
    {
      name: "Siobhán O'Brien",
      email: "siobhan.obrien@mail.test",
      phone: "+353871234567",
      location: "Dublin, Ireland",
      skills: "recruiting, workday, employment law, coaching, onboarding, employee relations, human resources",
      jobs: `HR MANAGER | ACCENTURE IRELAND LIMITED | 2019-02 | now
HR SPECIALIST | ALLIED IRISH BANKS PLC | 2014-06 | 2019-01`,
      schools: "TRINITY COLLEGE DUBLIN | BA | PSYCHOLOGY | 2014",
    },
  ),
  columns(
    "sidebar-right-history.pdf",
    [
      `Carlos Eduardo Mendoza Ruiz
Ingeniero DevOps`,
      `CONTACTO
carlos.mendoza@mail.test
+52 55 1234 5678
Ciudad de México, México

HABILIDADES
AWS
Terraform
Kubernetes
Python
Jenkins

IDIOMAS
Español: nativo
Inglés: avanzado`,
      `EXPERIENCIA PROFESIONAL

Ingeniero DevOps en BBVA México S.A.
enero 2020 - actualidad
• Infraestructura con Terraform

Administrador de sistemas en Softtek S.A. de C.V.
agosto de 2016 - diciembre de 2019

EDUCACIÓN

Ingeniería en Sistemas, UNAM, 2011 - 2016`,
    ],
    {
      name: "Carlos Eduardo Mendoza Ruiz",
      email: "carlos.mendoza@mail.test",
      phone: "+525512345678",
      location: "Ciudad de México, México",
      skills: "aws, terraform, kubernetes, python, jenkins, devops",
      jobs: `Ingeniero DevOps | BBVA México S.A. | 2020-01 | now
Administrador de sistemas | Softtek S.A. de C.V. | 2016-08 | 2019-12`,
      schools: "UNAM | Ingeniería | Sistemas | 2016",
      languages: "es native, en C1",
    },
  ),
]
