import { framed, type Sample, text, word } from "../sample.js"

/** Written last: what was mended after them are names of headings and of «now». */
export const last: ReadonlyArray<Sample> = [
  text(
    "dispatcher.txt",
    `
Resume of Latoya Brightwater-Simms

Address:  902 Magnolia St, Shreveport, LA 71101
Phone:    (318) 555-0155
E-mail:   latoya.bsimms@postbox.test

Objective
---------
911 dispatcher looking for a night shift supervisor's chair.

Experience
----------
Caddo Parish 911, Shreveport, LA
Emergency Dispatcher II
05/2017 to Present
 - Handles about 140 calls a shift
 - Certified training officer

Yellow Cab of Shreveport
Dispatcher
02/2013 to 04/2017
 - Routed 35 cabs

Education
---------
Associate of Arts, Bossier Parish Community College, 2012

Skills
------
CAD systems, Multi-line phones, EMD, De-escalation, Typing
`,
    {
      name: "Latoya Brightwater-Simms",
      email: "latoya.bsimms@postbox.test",
      phone: "+13185550155",
      location: "Shreveport, LA 71101",
      skills: "CAD systems, Multi-line phones, EMD, De-escalation, Typing",
      jobs: `Emergency Dispatcher II | Caddo Parish 911 | 2017-05 | now
Dispatcher | Yellow Cab of Shreveport | 2013-02 | 2017-04`,
      schools: "Bossier Parish Community College | Associate of Arts | | 2012",
    },
    "US",
  ),
  framed(
    "schreiner.pdf",
    [
      [
        {
          x: 70,
          y: 60,
          text: `# Korbinian Obermüller
Schreinermeister
Dorfstraße 5, 83661 Lenggries · 08042 55 12 34 · k.obermueller@holz.test

## Berufserfahrung

seit 2018~Selbstständiger Schreinermeister
~Schreinerei Obermüller, Lenggries
2011 – 2018~Vorarbeiter
~Möbelwerkstätten Zeiler GmbH
2006 – 2011~Geselle
~Schreinerei Danner, Bad Tölz

## Ausbildung

2010 – 2011~Meisterschule Garmisch-Partenkirchen
2003 – 2006~Ausbildung zum Schreiner, Schreinerei Danner

## Kenntnisse

CNC-Bearbeitung, Treppenbau, Innenausbau, Vectorworks, Kundenberatung`,
        },
      ],
    ],
    {
      name: "Korbinian Obermüller",
      email: "k.obermueller@holz.test",
      phone: "+498042551234",
      location: "83661 Lenggries",
      skills: "CNC-Bearbeitung, Treppenbau, Innenausbau, Vectorworks, Kundenberatung",
      jobs: `Selbstständiger Schreinermeister | Schreinerei Obermüller | 2018 | now
Vorarbeiter | Möbelwerkstätten Zeiler GmbH | 2011 | 2018
Geselle | Schreinerei Danner | 2006 | 2011`,
    },
    "DE",
  ),
  word(
    "coordinatrice.docx",
    `**Fatoumata Binta DIALLO**
38 ans, mariée
15 allée des Tilleuls⏎93100 Montreuil⏎Tél : 07 49 12 34 56⏎Mél : fb.diallo@boitemail.test
**Expérience professionnelle**
**Coordinatrice de projets humanitaires** (depuis 09/2019)⏎Médecins du Monde, Paris
- Suivi budgétaire et reporting bailleurs
**Chargée de mission** (01/2016 - 08/2019)⏎Croix-Rouge française, Montrouge
- Coordination de 45 bénévoles
**Assistante de programme** (2013 - 2015)⏎ONG Plan International, Conakry
**Formation**
2012 : Master 2 Développement international, Université Paris 1 Panthéon-Sorbonne
2009 : Licence de sociologie, Université de Conakry
**Compétences clés**
Gestion de cycle de projet; suivi budgétaire; plaidoyer; Kobo Toolbox
**Langues**
Français (bilingue); Anglais (courant); Peul (maternelle)`,
    {
      name: "Fatoumata Binta Diallo",
      email: "fb.diallo@boitemail.test",
      phone: "+33749123456",
      location: "93100 Montreuil",
      skills: "Gestion de cycle de projet, suivi budgétaire, plaidoyer, Kobo Toolbox",
      jobs: `Coordinatrice de projets humanitaires | Médecins du Monde | 2019-09 | now
Chargée de mission | Croix-Rouge française | 2016-01 | 2019-08
Assistante de programme | ONG Plan International | 2013 | 2015`,
    },
    "FR",
  ),
  framed(
    "barista-canva.pdf",
    [
      [
        { x: 220, y: 60, text: "# HANNELE VIRTANEN-SALO\nKahvilapäällikkö" },
        {
          x: 35,
          y: 130,
          right: 195,
          text: `## YHTEYSTIEDOT
+358 40 123 4567
hannele.vs@kahvi.test
Tampere, Suomi

## TAIDOT
Latte art
Vuorosuunnittelu
Kassajärjestelmät
Hygieniapassi

## KIELET
suomi: äidinkieli
ruotsi: B1
englanti: C1`,
        },
        {
          x: 220,
          y: 130,
          text: `## TYÖKOKEMUS

Kahvilapäällikkö
Robert's Coffee Oy, Tampere
08/2019 – nyt
• Vastaa kuuden hengen tiimistä ja tilauksista

Barista
Espresso House, Helsinki
05/2015 – 07/2019

## KOULUTUS

Restonomi (AMK)
Tampereen ammattikorkeakoulu
2012 – 2015`,
        },
      ],
    ],
    {
      name: "Hannele Virtanen-Salo",
      email: "hannele.vs@kahvi.test",
      phone: "+358401234567",
      location: "Tampere, Suomi",
      skills: "Latte art, Vuorosuunnittelu, Kassajärjestelmät, Hygieniapassi",
      jobs: `Kahvilapäällikkö | Robert's Coffee Oy | 2019-08 | now
Barista | Espresso House | 2015-05 | 2019-07`,
      languages: "fi native, sv B1, en C1",
    },
    "FI",
  ),
  text(
    "soc-analyst.html",
    `<html><body style="font-family:Arial"><h1 style="text-align:center">Goran Petrović-Lindholm</h1>
<p style="text-align:center">Novi Sad, Serbia &#183; <a href="mailto:goran@petrovic-lindholm.test">goran@petrovic-lindholm.test</a> &#183; +381 64 123 4567</p>
<h2>Work</h2>
<table><tr><th>When</th><th>Where</th><th>What</th></tr>
<tr><td>Jun 2021 – now</td><td>Schneider Electric DMS NS</td><td>SOC Analyst (L2)</td></tr>
<tr><td>Mar 2018 – May 2021</td><td>Telekom Srbija a.d.</td><td>Network Administrator</td></tr>
<tr><td>2016 – 2018</td><td>Levi9</td><td>IT Support Specialist</td></tr></table>
<h2>Education</h2><p>BSc, Electrical Engineering — University of Novi Sad, 2016</p>
<h2>Toolbox</h2><p>Splunk, Wireshark, Suricata, Python, Active Directory</p>
<h2>Spoken languages</h2><p>Serbian (native), English (C1), Swedish (A2)</p></body></html>`,
    {
      name: "Goran Petrović-Lindholm",
      email: "goran@petrovic-lindholm.test",
      phone: "+381641234567",
      location: "Novi Sad, Serbia",
      skills: "Splunk, Wireshark, Suricata, Python, Active Directory",
      jobs: `SOC Analyst (L2) | Schneider Electric DMS NS | 2021-06 | now
Network Administrator | Telekom Srbija a.d. | 2018-03 | 2021-05
IT Support Specialist | Levi9 | 2016 | 2018`,
      languages: "sr native, en C1, sv A2",
    },
    "RS",
  ),
  word(
    "veterinaria.docx",
    `# PILAR ECHEVERRÍA SOTOMAYOR
Médico veterinario · RUT 12.345.678-5
+56 9 8765 4321 · pilar.echeverria@vet.test · Valdivia, Chile
# Antecedentes laborales
|Clínica Veterinaria Austral|Médico veterinario jefe|Abril 2018 – a la fecha|
|Universidad Austral de Chile|Ayudante docente|2016 – 2018|
|Fundo El Roble|Asesora de ganado lechero|2013 – 2016|
# Estudios
|Universidad Austral de Chile|Medicina Veterinaria|2012|
# Competencias
Cirugía menor, Ecografía, Reproducción bovina, Gestión de clínica
# Idiomas
Español nativo, inglés intermedio`,
    {
      name: "Pilar Echeverría Sotomayor",
      email: "pilar.echeverria@vet.test",
      phone: "+56987654321",
      location: "Valdivia, Chile",
      skills: "Cirugía menor, Ecografía, Reproducción bovina, Gestión de clínica",
      jobs: `Médico veterinario jefe | Clínica Veterinaria Austral | 2018-04 | now
Ayudante docente | Universidad Austral de Chile | 2016 | 2018
Asesora de ganado lechero | Fundo El Roble | 2013 | 2016`,
      languages: "es native, en B1",
    },
    "CL",
  ),
  framed(
    "warehouse-uk.pdf",
    [
      [
        {
          x: 55,
          y: 55,
          right: 540,
          text: `# Mr Tobiasz Kaczmarek-Brown
11 Lindum Terrace, Doncaster DN2 4AB
M: 07400 123456    E: tobiasz.kb@parcelmail.test

## KEY SKILLS
• Counterbalance and reach truck licence (RTITB)
• Stock control   • Voice picking   • First aid

## CAREER HISTORY

Team Leader - Amazon UK Services Ltd, Doncaster~Nov 2019 - Date
Leading a shift of 25 on inbound. Reports to the area manager.

Warehouse Operative - Next Distribution, South Elmsall~Jun 2015 - Oct 2019
Picking, packing and loading.

Kitchen Porter - Premier Inn, Doncaster~2014 - 2015

## EDUCATION

Technikum Mechaniczne, Konin (Poland)~2008 - 2012

References available on request.`,
        },
      ],
    ],
    {
      name: "Tobiasz Kaczmarek-Brown",
      email: "tobiasz.kb@parcelmail.test",
      phone: "+447400123456",
      location: "Doncaster DN2 4AB",
      skills: "Counterbalance and reach truck licence, RTITB, Stock control, Voice picking, First aid",
      jobs: `Team Leader | Amazon UK Services Ltd | 2019-11 | now
Warehouse Operative | Next Distribution | 2015-06 | 2019-10
Kitchen Porter | Premier Inn | 2014 | 2015`,
    },
    "GB",
  ),
  text(
    "actuary.txt",
    `
Nomvula Dlamini-van Wyk, FASSA
Actuary | Cape Town, South Africa | nomvula (at) dlaminivanwyk.test | +27 82 123 4567

CAREER SUMMARY

Old Mutual Limited | Head of Pricing | Feb 2020 - Present
Prices group life for 400 schemes.

Sanlam | Actuarial Analyst | Jan 2015 - Jan 2020
Built reserving models in R and SQL.

ACADEMIC RECORD

Fellow, Actuarial Society of South Africa, 2019
BSc Actuarial Science, University of Cape Town, 2014

TECHNICAL PROFICIENCIES

R, SQL, Prophet, Excel, Power BI

LANGUAGES

English (fluent), isiZulu (native), Afrikaans (good)
`,
    {
      name: "Nomvula Dlamini-van Wyk",
      email: "nomvula@dlaminivanwyk.test",
      phone: "+27821234567",
      location: "Cape Town, South Africa",
      skills: "R, SQL, Prophet, Excel, Power BI",
      jobs: `Head of Pricing | Old Mutual Limited | 2020-02 | now
Actuarial Analyst | Sanlam | 2015-01 | 2020-01`,
      languages: "en C1, zu native, af B2",
    },
    "ZA",
  ),
]
