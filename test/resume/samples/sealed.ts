import { framed, json, type Sample, text, word } from "../sample.js"

/** Of the résumés written after the reader, those that nobody looked into while it was mended. */
export const sealed: ReadonlyArray<Sample> = [
  framed(
    "europass-infermiere.pdf",
    [
      [
        {
          x: 45,
          y: 50,
          text: `_ europass
# Gianluca Dell'Acqua

Data di nascita: 22/09/1989 | Nazionalità: Italiana | Sesso: Maschile | Telefono: (+39)
3472345678 (Cellulare) | Indirizzo e-mail: gianluca.dellacqua@pecmail.test |
Indirizzo: Via Nizza 230, 10126 Torino, Italia (Abitazione)

## PRESENTAZIONE
Infermiere con esperienza in area critica, abituato al lavoro per turni.

## ESPERIENZA LAVORATIVA
[ 01/03/2019 – Attuale ]
Infermiere di terapia intensiva
A.O.U. Città della Salute e della Scienza
Città: Torino | Paese: Italia
• Monitoraggio emodinamico e ventilazione meccanica
• Tutor degli studenti

[ 15/10/2013 – 28/02/2019 ]
Infermiere di corsia
Clinica Fornaca di Sessant
Città: Torino

## ISTRUZIONE E FORMAZIONE
[ 2010 – 2013 ]
Laurea in Infermieristica
Università degli Studi di Torino

## COMPETENZE LINGUISTICHE
Lingua madre: Italiano
Altre lingue: Inglese B1, Spagnolo A2

## COMPETENZE DIGITALI
Cartella clinica elettronica | Microsoft Office | Gestione turni

Autorizzo il trattamento dei miei dati personali ai sensi del Regolamento (UE) 2016/679.`,
        },
      ],
    ],
    {
      name: "Gianluca Dell'Acqua",
      email: "gianluca.dellacqua@pecmail.test",
      phone: "+393472345678",
      location: "10126 Torino, Italia",
      skills: "Cartella clinica elettronica, Microsoft Office, Gestione turni",
      jobs: `Infermiere di terapia intensiva | A.O.U. Città della Salute e della Scienza | 2019-03-01 | now
Infermiere di corsia | Clinica Fornaca di Sessant | 2013-10-15 | 2019-02-28`,
      schools: "Università degli Studi di Torino | Laurea | Infermieristica | 2013",
      languages: "it native, en B1, es A2",
    },
    "IT",
  ),
  text(
    "welder.txt",
    `
Dwayne "Buck" Kowalczyk
Certified Welder
Beaumont, TX 77705
dwaynekowalczyk7_xyz@jobmail.test
+1 409 555 0166

Authorized to work in the US for any employer

Work Experience

Pipe Welder
Performance Contractors - Port Arthur, TX
March 2018 to Present
- Weld carbon and stainless pipe to ASME B31.3
- TIG root and stick cap, 6G position
- Zero lost time incidents in 5 years

Structural Welder
Turner Industries - Beaumont, TX
August 2012 to February 2018
- Flux core and stick on heavy structural steel
- Read blueprints and isometric drawings

Welder Helper
Gulf Coast Fabricators - Orange, TX
June 2010 to July 2012

Education

Certificate in Welding Technology
Lamar Institute of Technology - Beaumont, TX
August 2009 to May 2010

Skills

- TIG welding (10+ years)
- Stick welding (10+ years)
- Blueprint reading (8 years)
- Oxy-fuel cutting
- Forklift

Certifications and Licenses

TWIC Card
September 2021 to September 2026

AWS D1.1
Present
`,
    {
      name: 'Dwayne "Buck" Kowalczyk',
      email: "dwaynekowalczyk7_xyz@jobmail.test",
      phone: "+14095550166",
      location: "Beaumont, TX 77705",
      skills: "TIG welding, Stick welding, Blueprint reading, Oxy-fuel cutting, Forklift",
      jobs: `Pipe Welder | Performance Contractors | 2018-03 | now
Structural Welder | Turner Industries | 2012-08 | 2018-02
Welder Helper | Gulf Coast Fabricators | 2010-06 | 2012-07`,
      schools: "Lamar Institute of Technology | Certificate | Welding Technology | 2010",
    },
    "US",
  ),
  word(
    "chef-de-partie.docx",
    `**Jean-Baptiste DE LA TOUR D'AUVERGNE**
**Sous-chef de cuisine**
32 ans – Permis B
9 bis, rue Oberkampf – 75011 PARIS
Port. : 06 78 90 12 34 – Courriel : jb.delatour@cuisine.test
**PARCOURS PROFESSIONNEL**
**Depuis mars 2021 :** Sous-chef de cuisine – Restaurant Le Pré Catelan, Paris
- Gestion d'une brigade de 12 personnes, commandes et stocks
**2017 – 2021 :** Chef de partie garde-manger – Hôtel Le Bristol, Paris
**2014 – 2017 :** Commis puis demi-chef de partie – Maison Lameloise, Chagny
- Étoilé Michelin
**DIPLÔMES**
**2014 :** BTM Cuisinier, CFA Médéric, Paris
**2012 :** CAP Cuisine, Lycée hôtelier de Dijon
**COMPÉTENCES**
HACCP, gestion des stocks, management d'équipe, élaboration de cartes, pâtisserie
**LANGUES**
Anglais : professionnel (TOEIC 785)
Italien : notions
**LOISIRS**
Rugby, photographie culinaire`,
    {
      name: "Jean-Baptiste De La Tour D'Auvergne",
      email: "jb.delatour@cuisine.test",
      phone: "+33678901234",
      location: "75011 Paris",
      skills: "HACCP, gestion des stocks, management d'équipe, élaboration de cartes, pâtisserie",
      jobs: `Sous-chef de cuisine | Restaurant Le Pré Catelan | 2021-03 | now
Chef de partie garde-manger | Hôtel Le Bristol | 2017 | 2021
Commis puis demi-chef de partie | Maison Lameloise | 2014 | 2017`,
      schools: `CFA Médéric | BTM Cuisinier | | 2014
Lycée hôtelier de Dijon | CAP Cuisine | | 2012`,
      languages: "en C1, it A2",
    },
    "FR",
  ),
  framed(
    "vendedora.pdf",
    [
      [
        {
          x: 60,
          y: 55,
          text: `# Thaís Aparecida Gonçalves dos Santos
Brasileira, 34 anos, casada
Rua das Acácias, 310 – Vila Mariana – São Paulo/SP – CEP 04117-000
Telefone: (11) 98765-4321 / (11) 5081-2233
E-mail: thais.goncalves@correio.test

## OBJETIVO
Atuar como Coordenadora de Vendas

## RESUMO DE QUALIFICAÇÕES
• Doze anos de experiência em varejo e vendas consultivas
• Formação de equipes e metas

## EXPERIÊNCIA PROFISSIONAL

Magazine Luiza S/A – 03/2018 – atual
Cargo: Supervisora de Vendas
Principais atividades: gestão de equipe de 15 vendedores, controle de metas,
negociação com fornecedores e abertura de caixa.

Lojas Renner S/A – 08/2012 – 02/2018
Cargo: Vendedora Sênior
Principais atividades: atendimento ao cliente, organização de vitrine.

## FORMAÇÃO ACADÊMICA
Administração de Empresas – Universidade Anhembi Morumbi – concluído em 2016

## CURSOS COMPLEMENTARES
Excel avançado – Senac – 2019

## CONHECIMENTOS
Pacote Office, Salesforce, SAP, Técnicas de venda

## IDIOMAS
Inglês intermediário, Espanhol básico`,
        },
      ],
    ],
    {
      name: "Thaís Aparecida Gonçalves dos Santos",
      email: "thais.goncalves@correio.test",
      phone: "+5511987654321",
      location: "São Paulo/SP",
      skills: "Pacote Office, Salesforce, SAP, Técnicas de venda",
      jobs: `Supervisora de Vendas | Magazine Luiza S/A | 2018-03 | now
Vendedora Sênior | Lojas Renner S/A | 2012-08 | 2018-02`,
      schools: "Universidade Anhembi Morumbi | | Administração de Empresas | 2016",
      languages: "en B1, es A2",
    },
    "BR",
  ),
  framed(
    "magazynier.pdf",
    [
      [
        { x: 40, y: 45, text: "# MICHAŁ GRZEGORCZYK-SZULC\n## Kierownik magazynu" },
        {
          x: 40,
          y: 110,
          right: 190,
          text: `## Kontakt
ul. Słoneczna 14/3
60-286 Poznań
tel. 512-345-678
mgszulc@skrzynka.test

## Umiejętności
SAP WM
Obsługa wózka widłowego
Zarządzanie zespołem
Inwentaryzacja
MS Excel

## Języki
Angielski – komunikatywny
Niemiecki – podstawowy

## Prawo jazdy
kat. B, C`,
        },
        {
          x: 215,
          y: 110,
          text: `## Doświadczenie

2019.05 – obecnie
Amazon Fulfillment Poland Sp. z o.o., Sady
Kierownik zmiany
- planowanie pracy zespołu 60 osób
- optymalizacja procesów kompletacji

2014.09 – 2019.04
Raben Logistics Polska, Gądki
Brygadzista magazynu

2011.06 – 2014.08
Kompania Piwowarska S.A.
Magazynier

## Edukacja

2008 – 2011
Wyższa Szkoła Logistyki w Poznaniu
Inżynier, kierunek: logistyka

## Zainteresowania
żeglarstwo, szachy

_ Wyrażam zgodę na przetwarzanie moich danych osobowych dla potrzeb
_ niezbędnych do realizacji procesu rekrutacji (RODO).`,
        },
      ],
    ],
    {
      name: "Michał Grzegorczyk-Szulc",
      email: "mgszulc@skrzynka.test",
      phone: "+48512345678",
      location: "60-286 Poznań",
      skills: "SAP WM, Obsługa wózka widłowego, Zarządzanie zespołem, Inwentaryzacja, MS Excel",
      jobs: `Kierownik zmiany | Amazon Fulfillment Poland Sp. z o.o. | 2019-05 | now
Brygadzista magazynu | Raben Logistics Polska | 2014-09 | 2019-04
Magazynier | Kompania Piwowarska S.A. | 2011-06 | 2014-08`,
      schools: "Wyższa Szkoła Logistyki w Poznaniu | Inżynier | logistyka | 2011",
      languages: "en B1, de A2",
    },
    "PL",
  ),
  text(
    "muhasebeci.txt",
    `
ÖZGEÇMİŞ

KİŞİSEL BİLGİLER
Adı Soyadı: Gülşah Yıldırım Öztürk
Doğum Tarihi: 04.05.1987
Adres: Kızılay Mah. Atatürk Bulvarı No: 12/4, Çankaya, Ankara
Telefon: 0532 123 45 67
E-posta: gulsah.ozturk@eposta.test

İŞ DENEYİMİ
Muhasebe Müdürü - Arçelik A.Ş. (Haziran 2018 - Halen)
• Aylık kapanış ve bütçe raporları
• Logo Tiger ve SAP FI kullanımı

Muhasebe Uzmanı - Ülker Bisküvi Sanayi A.Ş. (Eylül 2012 - Mayıs 2018)

Stajyer - Deloitte Türkiye (2011)

EĞİTİM
Hacettepe Üniversitesi - İşletme, Lisans (2007 - 2012)
Ankara Anadolu Lisesi (2003 - 2007)

BECERİLER
Logo Tiger, SAP FI, MS Excel, Bütçeleme, Vergi mevzuatı

YABANCI DİL
İngilizce (iyi), Almanca (başlangıç)

REFERANSLAR
Mehmet Kaya - Mali İşler Direktörü, Arçelik A.Ş. - 0533 765 43 21
`,
    {
      name: "Gülşah Yıldırım Öztürk",
      email: "gulsah.ozturk@eposta.test",
      phone: "+905321234567",
      location: "Çankaya, Ankara",
      skills: "Logo Tiger, SAP FI, MS Excel, Bütçeleme, Vergi mevzuatı",
      jobs: `Muhasebe Müdürü | Arçelik A.Ş. | 2018-06 | now
Muhasebe Uzmanı | Ülker Bisküvi Sanayi A.Ş. | 2012-09 | 2018-05
Stajyer | Deloitte Türkiye | 2011 | 2011`,
      schools: `Hacettepe Üniversitesi | Lisans | İşletme | 2012
Ankara Anadolu Lisesi | | | 2007`,
      languages: "en B2, de A1",
    },
    "TR",
  ),
  framed(
    "academic-moderncv.pdf",
    [
      [
        { x: 55, y: 60, words: true, text: "# Aoife Ní Dhomhnaill" },
        {
          x: 380,
          y: 55,
          text: `_ 22 Merrion Row
_ Dublin 2, Ireland
_ +353 87 123 4567
_ aoife.nid@scholar.test
_ aoifend.test · @aoifend`,
        },
        {
          x: 55,
          y: 120,
          words: true,
          text: `## Education
2012–2016^PhD in Computational Linguistics, Trinity College Dublin.
^Thesis: Morphology of Irish verbs in low-resource parsing
2008–2012^BA in Irish and Computer Science, University College Cork.

## Experience
2020–present^Research Scientist, ADAPT Centre, Dublin.
^Leads a group of five on speech synthesis.
^Supervises two PhD students.
2016–2020^Postdoctoral Researcher, University of Edinburgh, Scotland.
^Unsupervised parsing with PyTorch.
2015^Visiting Researcher (three months), Charles University, Prague.

## Publications
2019^A. Ní Dhomhnaill and J. Novák. Lenition and alignment. In Proc. of
^the Celtic Language Technology Workshop, Dublin, 2019.

## Computer skills
Basic^Java, R
Advanced^Python, PyTorch, LaTeX, Linux

## Languages
Irish^native
English^native
Czech^B1`,
        },
      ],
    ],
    {
      name: "Aoife Ní Dhomhnaill",
      email: "aoife.nid@scholar.test",
      phone: "+353871234567",
      location: "Dublin 2, Ireland",
      skills: "Java, R, Python, PyTorch, LaTeX, Linux",
      jobs: `Research Scientist | ADAPT Centre | 2020 | now
Postdoctoral Researcher | University of Edinburgh | 2016 | 2020
Visiting Researcher | Charles University | 2015 | 2015`,
      schools: `Trinity College Dublin | PhD | Computational Linguistics | 2016
University College Cork | BA | Irish and Computer Science | 2012`,
      languages: "ga native, en native, cs B1",
    },
    "IE",
  ),
  text(
    "gulf-sales.txt",
    `
RESUME

MOHAMMED ASIF KHAN
Sales Executive (FMCG)
Al Nahda 2, Dubai - UAE
Cell: 050-1234567 / WhatsApp: 055-7654321
Email: asif_khan.sales@mailbox.test
Visa Status: Employment visa (transferable)

PROFESSIONAL SUMMARY
Result oriented sales professional having 9+ years of experience in FMCG across UAE and Pakistan.

WORK EXPERIENCE

1) SALES EXECUTIVE
   Al Seer Trading LLC, Dubai, UAE (January 2019 - till now)
   * Achieved 112% of the target in 2022
   * Managing key accounts: Carrefour, Lulu

2) VAN SALESMAN
   National Foods Limited, Karachi, Pakistan (May 2014 - December 2018)
   * Covered 45 outlets a day

EDUCATION
* Bachelor of Commerce - University of Karachi - 2013
* Intermediate - Govt. College Nazimabad - 2011

SKILLS
Key account management, Merchandising, Cash collection, MS Office, UAE driving licence

LANGUAGES
English, Arabic, Urdu, Hindi

PERSONAL DETAILS
Date of Birth: 15 Aug 1992
Marital Status: Married
Passport No: AB1234567
`,
    {
      name: "Mohammed Asif Khan",
      email: "asif_khan.sales@mailbox.test",
      phone: "+971501234567",
      location: "Dubai - UAE",
      skills: "Key account management, Merchandising, Cash collection, MS Office, UAE driving licence",
      jobs: `Sales Executive | Al Seer Trading LLC | 2019-01 | now
Van Salesman | National Foods Limited | 2014-05 | 2018-12`,
      schools: `University of Karachi | Bachelor of Commerce | | 2013
Govt. College Nazimabad | Intermediate | | 2011`,
      languages: "en -, ar -, ur -, hi -",
    },
    "AE",
  ),
  text(
    "functional.txt",
    `
Marguerite Delacroix-Thompson
1187 Alder Way, Portland, Oregon 97205
Home: 503.555.0134    Cell: 503.555.0187
margdt@webmail.test

OBJECTIVE
Office manager in a non-profit that feeds people.

SUMMARY OF SKILLS

Administration
Ran calendars, travel and board meetings for three directors. Moved paper
files of 20 years into SharePoint.

Bookkeeping
Payables, receivables and monthly reconciliation in QuickBooks for an
organization with a budget of $1.2 million.

Fundraising
Wrote grant applications that brought in $340,000.

EMPLOYMENT HISTORY

Office Manager, Oregon Food Bank, Portland, OR, 2016-2023
Bookkeeper, Hollywood Senior Center, Portland, OR, 2009-2016
Administrative Assistant, Reed College, Portland, OR, 2004-2009

EDUCATION

Associate of Applied Science, Portland Community College, 2004

VOLUNTEER WORK

Meals on Wheels, driver, 2010-present
`,
    {
      name: "Marguerite Delacroix-Thompson",
      email: "margdt@webmail.test",
      phone: "+15035550134",
      location: "Portland, Oregon 97205",
      skills: "Administration, Bookkeeping, Fundraising, SharePoint, QuickBooks",
      jobs: `Office Manager | Oregon Food Bank | 2016 | 2023
Bookkeeper | Hollywood Senior Center | 2009 | 2016
Administrative Assistant | Reed College | 2004 | 2009`,
      schools: "Portland Community College | Associate of Applied Science | | 2004",
    },
    "US",
  ),
  json(
    "old-schema.json",
    {
      basics: {
        name: "Bram Verstraeten",
        label: "Electrician",
        picture: "",
        email: "bram@verstraeten.test",
        phone: "0470 12 34 56",
        website: "http://verstraeten.test",
        location: { address: "Kerkstraat 1", postalCode: "9000", city: "Gent", countryCode: "BE" },
        profiles: [],
      },
      work: [
        {
          company: "Elektro Maes bvba",
          position: "Industrieel elektricien",
          website: "",
          startDate: "2016-09-01",
          summary: "PLC",
        },
        { company: "Volvo Car Gent", position: "Onderhoudstechnieker", startDate: "2011-07-01", endDate: "2016-08-31" },
      ],
      education: [
        {
          institution: "VTI Deinze",
          area: "Elektriciteit",
          studyType: "TSO",
          startDate: "2005-09-01",
          endDate: "2011-06-30",
        },
      ],
      skills: [
        { name: "PLC programming", level: "Advanced", keywords: ["Siemens S7", "TIA Portal"] },
        { name: "EPLAN", level: "", keywords: [] },
      ],
      languages: [
        { language: "Nederlands", fluency: "Moedertaal" },
        { language: "Frans", fluency: "B1" },
      ],
    },
    {
      name: "Bram Verstraeten",
      email: "bram@verstraeten.test",
      phone: "+32470123456",
      location: "9000 Gent, BE",
      skills: "PLC programming, Siemens S7, TIA Portal, EPLAN",
      jobs: `Industrieel elektricien | Elektro Maes bvba | 2016-09-01 | now
Onderhoudstechnieker | Volvo Car Gent | 2011-07-01 | 2016-08-31`,
      schools: "VTI Deinze | TSO | Elektriciteit | 2011",
      languages: "nl native, fr B1",
    },
    "BE",
  ),
  text(
    "markdown.txt",
    `
# Tomás Ó Briain-Vega

**Site Reliability Engineer** · Lisbon, Portugal · [tomas@obv.test](mailto:tomas@obv.test) · +351 912 345 678

## Experience

### Staff SRE @ Farfetch
*May 2021 – now*

- Own the **Kubernetes** platform (1,400 nodes), moved from Helm to Argo CD
- On-call culture: halved pages with SLOs in Prometheus

### SRE @ Feedzai
*02/2018 – 04/2021*

- Terraform, AWS, Kafka

### Systems Administrator @ Universidade de Coimbra
*2014 – 2018*

## Education

- **MSc, Informatics Engineering**, Universidade de Coimbra, 2014

## Skills

\`Kubernetes\` \`Terraform\` \`AWS\` \`Prometheus\` \`Go\` \`Python\`

## Languages

Portuguese (native), English (C2), Spanish (B2)
`,
    {
      name: "Tomás Ó Briain-Vega",
      email: "tomas@obv.test",
      phone: "+351912345678",
      location: "Lisbon, Portugal",
      skills: "Kubernetes, Terraform, AWS, Prometheus, Go, Python, Helm, Argo CD, Kafka",
      jobs: `Staff SRE | Farfetch | 2021-05 | now
SRE | Feedzai | 2018-02 | 2021-04
Systems Administrator | Universidade de Coimbra | 2014 | 2018`,
      schools: "Universidade de Coimbra | MSc | Informatics Engineering | 2014",
      languages: "pt native, en C2, es B2",
    },
  ),
  text(
    "icons.html",
    `<html><head><style>@page{margin:0}</style></head><body><table><tr>
<td valign="top" width="35%"><h1>Nadia<br>Haddad-Cohen</h1><p>Marketing Manager</p>
<p><i class="fa fa-phone"></i> <a href="tel:+14165550176">416.555.0176</a></p><p><i class="fa fa-envelope"></i> <a href="mailto:nadia.hc@mail.test?subject=CV">Email me</a></p>
<p><i class="fa fa-map-marker"></i> Toronto, Ontario</p><p><i class="fa fa-linkedin"></i> <a href="https://www.linkedin.com/in/nadiahc">LinkedIn</a></p>
<h2>Expertise</h2><ul><li>Brand strategy</li><li>HubSpot</li><li>Google Ads</li><li>Copywriting</li></ul>
<h2>Languages</h2><p>English &mdash; Native</p><p>French &mdash; Professional</p><p>Arabic &mdash; Conversational</p></td>
<td valign="top"><h2>Work History</h2>
<h3>Marketing Manager <small>2019 &ndash; Present</small></h3><p><em>Indigo Books &amp; Music Inc. | Toronto</em></p>
<ul><li>Launched a loyalty programme with 2M members.</li><li>$3M annual Google Ads budget</li></ul>
<h3>Marketing Coordinator <small>2015 &ndash; 2019</small></h3><p><em>Roots Canada | Toronto</em></p>
<h2>Education</h2><h3>BBA, Marketing <small>2011 &ndash; 2015</small></h3><p><em>Schulich School of Business, York University</em></p>
</td></tr></table></body></html>`,
    {
      name: "Nadia Haddad-Cohen",
      email: "nadia.hc@mail.test",
      phone: "+14165550176",
      location: "Toronto, Ontario",
      skills: "Brand strategy, HubSpot, Google Ads, Copywriting",
      jobs: `Marketing Manager | Indigo Books & Music Inc. | 2019 | now
Marketing Coordinator | Roots Canada | 2015 | 2019`,
      schools: "Schulich School of Business, York University | BBA | Marketing | 2015",
      languages: "en native, fr C1, ar B1",
    },
    "CA",
  ),
  word(
    "romanian-europass.docx",
    `|Curriculum vitae⏎Europass||
|Informații personale||
|Nume / Prenume|Ionescu, Ștefania-Cătălina|
|Adresă|Str. Moților nr. 54, 400370 Cluj-Napoca, România|
|Telefon|+40 745 123 456|
|E-mail|stefania.ionescu@posta.test|
|Naționalitate|Română|
|Experiența profesională||
|Perioada|Iunie 2017 – prezent|
|Funcția sau postul ocupat|Contabil șef|
|Numele și adresa angajatorului|Terapia S.A., Cluj-Napoca|
|Perioada|Februarie 2012 – Mai 2017|
|Funcția sau postul ocupat|Contabil|
|Numele și adresa angajatorului|Banca Transilvania S.A., Cluj-Napoca|
|Educație și formare||
|Perioada|2008 – 2011|
|Calificarea / diploma obținută|Licență în contabilitate|
|Numele instituției|Universitatea Babeș-Bolyai|
|Limba maternă|Română|
|Limbi străine|Engleză (B2), Maghiară (C1)|
|Competențe informatice|SAP, Saga, Microsoft Excel|`,
    {
      name: "Ștefania-Cătălina Ionescu",
      email: "stefania.ionescu@posta.test",
      phone: "+40745123456",
      location: "400370 Cluj-Napoca, România",
      skills: "SAP, Saga, Microsoft Excel",
      jobs: `Contabil șef | Terapia S.A. | 2017-06 | now
Contabil | Banca Transilvania S.A. | 2012-02 | 2017-05`,
      schools: "Universitatea Babeș-Bolyai | Licență | contabilitate | 2011",
      languages: "ro native, en B2, hu C1",
    },
    "RO",
  ),
  framed(
    "aussie-chef.pdf",
    [
      [
        {
          x: 45,
          y: 50,
          right: 360,
          text: `# KIRRA-LEE DONNELLAN
Head Chef

## ABOUT
Fire, seafood and a calm pass. I run kitchens where
apprentices finish their time.

## EXPERIENCE

Head Chef, Fico Restaurant~Feb 2020 – Now
Hobart TAS
- Food cost held at 27%
- Menu changes every six weeks

Sous Chef, The Source at MONA~Nov 2016 – Jan 2020
Berriedale TAS

Apprentice Chef, Drysdale Hotel~2012 – 2016

## EDUCATION

Certificate III in Commercial Cookery
TasTAFE, 2015`,
        },
        {
          x: 400,
          y: 60,
          right: 560,
          text: `## CONTACT
0412 345 678
kirralee@kitchenmail.test
Hobart TAS 7000

## SKILLS
Menu design
Butchery
Food costing
Allergen control
Ordering

## REFEREES
Federica Andrisani
Owner, Fico
0498 765 432`,
        },
      ],
    ],
    {
      name: "Kirra-Lee Donnellan",
      email: "kirralee@kitchenmail.test",
      phone: "+61412345678",
      location: "Hobart TAS 7000",
      skills: "Menu design, Butchery, Food costing, Allergen control, Ordering",
      jobs: `Head Chef | Fico Restaurant | 2020-02 | now
Sous Chef | The Source at MONA | 2016-11 | 2020-01
Apprentice Chef | Drysdale Hotel | 2012 | 2016`,
      schools: "TasTAFE | Certificate III | Commercial Cookery | 2015",
    },
    "AU",
  ),
]
