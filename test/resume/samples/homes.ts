import { columns, page, type Sample, text, word } from "../sample.js"

/** Where somebody lives, in layouts that the others have not: rows, forms, sidebars, streets without commas. */
export const homes: ReadonlyArray<Sample> = [
  text(
    "row-of-contacts.txt",
    `
Imogen Harcastle
Staff Nurse
07700 900321 | imogen.harcastle@example.org | Otley

EXPERIENCE
Staff Nurse, Wharfedale Hospital, Mar 2018 - Present
Healthcare Assistant, Aire Court Care Home, Jan 2015 - Feb 2018

SKILLS
Triage, Wound Care`,
    {
      name: "Imogen Harcastle",
      email: "imogen.harcastle@example.org",
      phone: "+447700900321",
      location: "Otley",
      skills: "triage, wound care",
      jobs: `Staff Nurse | Wharfedale Hospital | 2018-03 | now
Healthcare Assistant | Aire Court Care Home | 2015-01 | 2018-02`,
    },
    "GB",
  ),
  page(
    "no-comma.pdf",
    `
Terrence Okafor
4120 NW Birch Ave Apt 5, Ely, MN 55731
(218) 555-0143
terrence.okafor@example.com

Experience
Warehouse Supervisor, Northland Freight, 06/2016 - 09/2023

Skills
Forklift, Excel`,
    {
      name: "Terrence Okafor",
      email: "terrence.okafor@example.com",
      phone: "+12185550143",
      location: "Ely, MN 55731",
      skills: "forklift, excel",
      jobs: "Warehouse Supervisor | Northland Freight | 2016-06 | 2023-09",
    },
    "US",
  ),
  word(
    "formular.docx",
    `
Lebenslauf

Persönliche Daten
Name: Henrike Baumgartl
Geboren: 03.05.1988 in Kassel
Straße: Lindenweg 7
PLZ/Ort: 83646 Bad Tölz
E-Mail: henrike.baumgartl@example.de
Telefon: 0151 23456789

Berufserfahrung
01/2014 - heute Steuerfachangestellte, Kanzlei Obermaier

Kenntnisse
DATEV, Excel`,
    {
      name: "Henrike Baumgartl",
      email: "henrike.baumgartl@example.de",
      phone: "+4915123456789",
      location: "83646 Bad Tölz",
      skills: "datev, excel",
      jobs: "Steuerfachangestellte | Kanzlei Obermaier | 2014-01 | now",
    },
    "DE",
  ),
  text(
    "departement.txt",
    `
Gwenaëlle Le Bihan
Adresse : 3 rue du Port – 29000 Quimper
Tél. : 06 12 34 56 78
gwenaelle.lebihan@example.fr

Expérience professionnelle
Comptable, Conserverie du Cap, 2017 - 2024

Compétences
Excel, SAP`,
    {
      name: "Gwenaëlle Le Bihan",
      email: "gwenaelle.lebihan@example.fr",
      phone: "+33612345678",
      location: "29000 Quimper",
      skills: "excel, sap",
      jobs: "Comptable | Conserverie du Cap | 2017 | 2024",
    },
    "FR",
  ),
  columns(
    "sidebar.pdf",
    [
      "Ruben van Asperen\nJava Developer",
      "CONTACT\nruben.asperen@example.nl\n06 12345678\nADRES\nKerkstraat 10\n9401 GV Assen\n\nVAARDIGHEDEN\nJava\nSQL",
      "WERKERVARING\nJava Developer, Drentse Data BV\n2019 - heden",
    ],
    {
      name: "Ruben van Asperen",
      email: "ruben.asperen@example.nl",
      phone: "+31612345678",
      location: "9401 GV Assen",
      skills: "java, sql",
      jobs: "Java Developer | Drentse Data BV | 2019 | now",
    },
    "NL",
  ),
  text(
    "sentence.txt",
    `
Pilar Quintanilla
Ingeniera de datos
Residente en Cuenca, disponible desde enero
pilar.quintanilla@example.es · +34 612 345 678

Experiencia
Ingeniera de datos, Meseta Analítica, 2020 - actualidad

Idiomas
Inglés C1`,
    {
      name: "Pilar Quintanilla",
      email: "pilar.quintanilla@example.es",
      phone: "+34612345678",
      location: "Cuenca",
      skills: "",
      jobs: "Ingeniera de datos | Meseta Analítica | 2020 | now",
      languages: "en C1",
    },
  ),
]
