import { json, type Sample, text } from "../sample.js"

export const webs: ReadonlyArray<Sample> = [
  text(
    "semantic.html",
    `<!doctype html><html><head><title>CV</title><style>h1{color:red}</style></head><body>
<header><h1>Björn Östberg</h1><p>Systemutvecklare</p>
<p><a href="mailto:bjorn.ostberg@mail.test">bjorn.ostberg@mail.test</a> &bull; +46 70 123 45 67 &bull; Stockholm, Sweden</p></header>
<section><h2>Work experience</h2>
<article><h3>Backend Engineer</h3><p>Spotify AB</p><p>Mar 2019 &ndash; Present</p><ul><li>Java and Kafka services</li></ul></article>
<article><h3>Java Developer</h3><p>Ericsson AB</p><p>Jan 2015 &ndash; Feb 2019</p></article></section>
<section><h2>Education</h2><p>MSc Computer Science, KTH Royal Institute of Technology, 2014</p></section>
<section><h2>Skills</h2><ul><li>Java</li><li>Kafka</li><li>Google Cloud</li><li>PostgreSQL</li></ul></section>
<section><h2>Languages</h2><ul><li>Swedish &ndash; native</li><li>English &ndash; C2</li></ul></section>
<script>alert("x")</script></body></html>`,
    {
      name: "Björn Östberg",
      email: "bjorn.ostberg@mail.test",
      phone: "+46701234567",
      location: "Stockholm, Sweden",
      skills: "java, kafka, google cloud, postgresql",
      jobs: `Backend Engineer | Spotify AB | 2019-03 | now
Java Developer | Ericsson AB | 2015-01 | 2019-02`,
      schools: "KTH Royal Institute of Technology | MSc | Computer Science | 2014",
      languages: "sv native, en C2",
    },
  ),
  text(
    "tables.html",
    `<html><body><table><tr><td><b>Nombre</b></td><td>Lucía Fernández Ortega</td></tr>
<tr><td>Correo</td><td>lucia.fernandez@mail.test</td></tr><tr><td>Teléfono</td><td>+34 655 123 456</td></tr>
<tr><td>Ciudad</td><td>Sevilla, España</td></tr></table>
<h2>Experiencia</h2><table>
<tr><td>2019 - presente</td><td>Enfermera</td><td>Hospital Virgen del Roc&iacute;o</td></tr>
<tr><td>2015 - 2019</td><td>Auxiliar de enfermer&iacute;a</td><td>Cl&iacute;nica Santa Isabel</td></tr></table>
<h2>Formaci&oacute;n</h2><p>2011 - 2015 Grado en Enfermería, Universidad de Sevilla</p>
<h2>Aptitudes</h2><p>Cuidados intensivos, primeros auxilios, triage</p>
<h2>Idiomas</h2><p>Español (nativo), Inglés (B2)</p></body></html>`,
    {
      name: "Lucía Fernández Ortega",
      email: "lucia.fernandez@mail.test",
      phone: "+34655123456",
      location: "Sevilla, España",
      skills: "intensive care, first aid, triage, nursing",
      jobs: `Enfermera | Hospital Virgen del Rocío | 2019 | now
Auxiliar de enfermería | Clínica Santa Isabel | 2015 | 2019`,
      schools: "Universidad de Sevilla | Grado | Enfermería | 2015",
      languages: "es native, en B2",
    },
  ),
  text(
    "divs.html",
    `<div class="cv"><div class="name">Kwame Mensah</div><div>Accra, Ghana</div><div>kwame.mensah@mail.test</div><div>+233 24 123 4567</div>
<div class="t">Employment</div>
<div><span>Network Engineer</span> | <span>MTN Ghana</span> | <span>11/2018 - Present</span></div>
<div><span>IT Support Technician</span> | <span>Ecobank</span> | <span>02/2015 - 10/2018</span></div>
<div class="t">Education</div><div>Kwame Nkrumah University, BSc Computer Engineering, 2014</div>
<div class="t">Technical Skills</div><div>Cisco, Networking, Linux, Firewalls, Windows Server, ITIL</div></div>`,
    {
      name: "Kwame Mensah",
      email: "kwame.mensah@mail.test",
      phone: "+233241234567",
      location: "Accra, Ghana",
      skills: "cisco, networking, linux, firewalls, windows server, itil",
      jobs: `Network Engineer | MTN Ghana | 2018-11 | now
IT Support Technician | Ecobank | 2015-02 | 2018-10`,
      schools: "Kwame Nkrumah University | BSc | Computer Engineering | 2014",
    },
  ),
  text(
    "german.html",
    `<html><body><h1>Mehmet Yılmaz</h1><p>Hamburg, Deutschland<br>mehmet.yilmaz@post.test<br>Mobil: 0176 23456789</p>
<h2>Beruflicher Werdegang</h2>
<p><strong>Projektleiter IT</strong><br>Otto GmbH &amp; Co. KG<br>01.04.2020 bis heute</p>
<p><strong>IT-Systemadministrator</strong><br>Hapag-Lloyd AG<br>15.08.2014 bis 31.03.2020</p>
<h2>Ausbildung</h2><p>Fachinformatiker Systemintegration, Berufsschule Hamburg, 2011 – 2014</p>
<h2>IT-Kenntnisse</h2><p>Linux, VMware, Active Directory, PowerShell, ITIL, Projektmanagement</p>
<h2>Sprachen</h2><p>Türkisch (Muttersprache), Deutsch (C2), Englisch (gut)</p></body></html>`,
    {
      name: "Mehmet Yılmaz",
      email: "mehmet.yilmaz@post.test",
      phone: "+4917623456789",
      location: "Hamburg, Deutschland",
      skills: "linux, vmware, active directory, powershell, itil, project management",
      jobs: `Projektleiter IT | Otto GmbH & Co. KG | 2020-04-01 | now
IT-Systemadministrator | Hapag-Lloyd AG | 2014-08-15 | 2020-03-31`,
      schools: "Berufsschule Hamburg | Fachinformatiker Systemintegration | | 2014",
      languages: "tr native, de C2, en B2",
    },
    "DE",
  ),
  json(
    "full.json",
    {
      basics: {
        name: "Ingrid Solberg",
        email: "ingrid.solberg@mail.test",
        phone: "+47 912 34 567",
        location: { city: "Oslo", countryCode: "NO" },
        profiles: [{ network: "GitHub", url: "https://github.com/isolberg" }],
      },
      work: [
        { name: "Equinor ASA", position: "Data Engineer", startDate: "2019-05-01" },
        { name: "Telenor ASA", position: "Developer", startDate: "2015-08", endDate: "2019-04" },
      ],
      education: [{ institution: "NTNU", studyType: "MSc", area: "Informatics", endDate: "2015" }],
      skills: [{ name: "Data", keywords: ["Py Spark", "Airflow", "Postgres"] }, { name: "k8s" }],
      languages: [
        { language: "Norwegian", fluency: "Native speaker" },
        { language: "English", fluency: "C1" },
      ],
    },
    {
      name: "Ingrid Solberg",
      email: "ingrid.solberg@mail.test",
      phone: "+4791234567",
      location: "Oslo, NO",
      skills: "py spark, airflow, postgresql, kubernetes",
      jobs: `Data Engineer | Equinor ASA | 2019-05-01 | now
Developer | Telenor ASA | 2015-08 | 2019-04`,
      schools: "NTNU | MSc | Informatics | 2015",
      languages: "no native, en C1",
    },
  ),
  json(
    "old-company.json",
    {
      basics: { name: "Liam Murphy", email: "liam@mail.test", phone: "087 765 4321", location: { city: "Cork" } },
      work: [{ company: "Apple", position: "Support Advisor", startDate: "2020-01-15", endDate: "2022-06-30" }],
      skills: [{ name: "Customer support" }, { name: "JavaScript" }],
    },
    {
      name: "Liam Murphy",
      email: "liam@mail.test",
      phone: "+353877654321",
      location: "Cork",
      skills: "customer service, javascript",
      jobs: "Support Advisor | Apple | 2020-01-15 | 2022-06-30",
    },
    "IE",
  ),
  json(
    "sparse.json",
    { basics: { name: "Chiamaka Okafor", email: "chi@mail.test", phone: null }, work: null, skills: [] },
    { name: "Chiamaka Okafor", email: "chi@mail.test", phone: null, skills: "", jobs: "" },
  ),
]
