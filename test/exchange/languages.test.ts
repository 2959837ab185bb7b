import { describe, expect, test } from "vitest"
import { previewCsv } from "../../src/exchange.js"

const zoe = {
  name: "Zoë Özil",
  email: "zoe@example.com",
  phone: "+49 30 1234567",
  location: "Linz",
  skills: ["SQL", "CI/CD"],
  salaryExpectation: { amount: 6_500_000, currency: "EUR" },
  availableFrom: "2026-12-31",
  willingToRelocate: true,
  languages: [
    { language: "de", level: "native" },
    { language: "en", level: "C1" },
  ],
  employment: [{ title: "Chemist", employer: "Werk GmbH", current: true }],
  source: "XING",
  owner: "maya",
}

const people: ReadonlyArray<readonly [language: string, file: string]> = [
  [
    "German",
    "Vorname;Nachname;E-Mail-Adresse;Telefon (mobil);Wohnort;Kenntnisse;Gehalt;Verfügbar ab;Umzugsbereit;Sprachkenntnisse;Berufsbezeichnung;Arbeitgeber;Quelle;Betreuer\n" +
      "Zoë;Özil;zoe@example.com;+49 30 1234567;Linz;SQL, CI/CD;65.000 €;31.12.2026;Ja;Deutsch (Muttersprache), Englisch C1;Chemist;Werk GmbH;XING;maya",
  ],
  [
    "German, other words",
    "Bewerber;E-Mail (privat);Handynummer;Anschrift;Fachkenntnisse;Gehaltsvorstellung;Frühestmöglicher Eintrittstermin;Mobilität;Sprachen;Aktuelle Position;Aktuelle Firma;Bewerbungskanal;Zuständig\n" +
      "Zoë Özil;zoe@example.com;+49 30 1234567;Linz;SQL, CI/CD;EUR 65.000,00;31.12.26;ja;Deutsch Muttersprache, Englisch C1;Chemist;Werk GmbH;XING;maya",
  ],
  [
    "French",
    "Prénom;Nom;Adresse e-mail;Tél. portable;Ville;Compétences;Prétentions salariales;Disponible à partir de;Mobilité géographique;Langues parlées;Poste actuel;Employeur actuel;Source du candidat;Recruteur\n" +
      "Zoë;Özil;zoe@example.com;+49 30 1234567;Linz;SQL, CI/CD;65 000 €;31/12/2026;Oui;allemand (langue maternelle), anglais C1;Chemist;Werk GmbH;XING;maya",
  ],
  [
    "Spanish",
    "Nombre;Apellidos;Correo electrónico;Teléfono móvil;Ciudad;Conocimientos;Pretensión salarial;Fecha de incorporación;Disponibilidad para traslado;Idiomas;Puesto actual;Empresa actual;Fuente;Reclutador\n" +
      "Zoë;Özil;zoe@example.com;+49 30 1234567;Linz;SQL, CI/CD;65.000 €;31/12/2026;Sí;alemán (nativo), inglés C1;Chemist;Werk GmbH;XING;maya",
  ],
  [
    "Italian",
    "Nome;Cognome;Indirizzo e-mail;Telefono cellulare;Città;Competenze;RAL richiesta;Disponibile dal;Disponibile al trasferimento;Lingue conosciute;Ruolo attuale;Azienda attuale;Fonte;Responsabile\n" +
      "Zoë;Özil;zoe@example.com;+49 30 1234567;Linz;SQL, CI/CD;65.000,00 €;31/12/2026;Sì;tedesco (madrelingua), inglese C1;Chemist;Werk GmbH;XING;maya",
  ],
  [
    "Dutch",
    "Voornaam;Achternaam;E-mailadres;Mobiel nummer;Woonplaats;Vaardigheden;Salariswens;Beschikbaar vanaf;Bereid te verhuizen;Talenkennis;Huidige functie;Huidige werkgever;Herkomst;Verantwoordelijke\n" +
      "Zoë;Özil;zoe@example.com;+49 30 1234567;Linz;SQL, CI/CD;€ 65.000;31-12-2026;Ja;Duits (moedertaal), Engels C1;Chemist;Werk GmbH;XING;maya",
  ],
  [
    "Portuguese",
    "Nome completo;Correio eletrónico;Telemóvel;Localidade;Competências;Pretensão salarial;Disponível a partir de;Disponibilidade para mudança;Idiomas;Cargo atual;Empresa atual;Origem;Recrutador\n" +
      "Zoë Özil;zoe@example.com;+49 30 1234567;Linz;SQL, CI/CD;65.000,00 €;31/12/2026;Sim;alemão (nativo), inglês C1;Chemist;Werk GmbH;XING;maya",
  ],
  [
    "Polish",
    "Imię;Nazwisko;Adres e-mail;Numer telefonu;Miejscowość;Umiejętności;Oczekiwania finansowe;Dostępny od;Gotowość do relokacji;Języki;Obecne stanowisko;Obecny pracodawca;Źródło;Opiekun\n" +
      "Zoë;Özil;zoe@example.com;+49 30 1234567;Linz;SQL, CI/CD;65 000 EUR;31.12.2026;Tak;niemiecki (ojczysty), angielski C1;Chemist;Werk GmbH;XING;maya",
  ],
]

describe("a file of candidates", () => {
  test.each(people)("is understood in %s, headers and values", async (_language, file) => {
    const { columns, problems, rows } = await previewCsv("candidate", file)
    expect(columns.filter(({ to }) => to === null || to.startsWith("customFields."))).toEqual([])
    expect(problems).toEqual([])
    expect(rows.map(({ input }) => input)).toEqual([zoe])
  })

  test.each([
    [
      "Bullhorn",
      '"ID","First Name","Last Name","Primary Email","Mobile Phone","City","State","Country","Primary Skills","Secondary Skills","Current Salary","Desired Salary","Date Available","Willing to Relocate","Occupation","Company","Source","Owner","Status"\n' +
        '"4711","Zoë","Özil","zoe@example.com","+1 303 555 0100","Denver","CO","USA","SQL","CI/CD; Java","80,000.00","$95,000.00","12/31/2026","Yes","Chemist","Werk Inc.","Dice","maya","Active"',
      {
        location: "Denver, CO, USA",
        phone: "+1 303 555 0100",
        skills: ["SQL", "CI/CD", "Java"],
        salaryExpectation: { amount: 9_500_000, currency: "USD" },
        source: "Dice",
        employment: [{ title: "Chemist", employer: "Werk Inc.", current: true }],
        customFields: { ID: "4711", Status: "Active", "Current Salary": "80,000.00" },
      },
    ],
    [
      "LinkedIn",
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" +
        "Zoë,Özil,https://www.linkedin.com/in/zoe,zoe@example.com,Werk Inc.,Chemist,12 Jan 2024",
      {
        links: ["https://www.linkedin.com/in/zoe"],
        employment: [{ title: "Chemist", employer: "Werk Inc.", current: true }],
        customFields: { "Connected On": "12 Jan 2024" },
      },
    ],
    [
      "Greenhouse",
      "Candidate Name,Candidate ID,Title,Company,Email Addresses,Phone Numbers,Website Addresses,Candidate Tags,Source,Recruiter,Last Activity\n" +
        'Zoë Özil,991,Chemist,Werk Inc.,"zoe@example.com, z@example.com",+1 303 555 0100,https://zoe.example,"vip, silver",Referral,maya,2026-03-01 10:22:11',
      {
        phone: "+1 303 555 0100",
        links: ["https://zoe.example"],
        tags: ["vip", "silver"],
        source: "Referral",
        employment: [{ title: "Chemist", employer: "Werk Inc.", current: true }],
      },
    ],
    [
      "OpenCATS",
      "first_name,last_name,email1,email2,phone_home,phone_cell,address,city,state,zip,source,key_skills,date_available,current_employer,desired_pay,can_relocate,web_site,notes\n" +
        'Zoë,Özil,zoe@example.com,,,+1 303 555 0100,12 Elm St,Denver,CO,80202,Monster,"SQL, CI/CD",2026-12-31 00:00:00,Werk Inc.,95000 USD,1,https://zoe.example,"calls only after six"',
      {
        phone: "+1 303 555 0100",
        location: "12 Elm St, Denver, CO",
        skills: ["SQL", "CI/CD"],
        availableFrom: "2026-12-31",
        willingToRelocate: true,
        salaryExpectation: { amount: 9_500_000, currency: "USD" },
        links: ["https://zoe.example"],
        employment: [{ title: null, employer: "Werk Inc.", current: true }],
        customFields: { zip: "80202", notes: "calls only after six" },
      },
    ],
  ])("as %s writes it comes in whole", async (_product, file, expected) => {
    const { problems, rows } = await previewCsv("candidate", file)
    expect(problems).toEqual([])
    expect(rows[0]?.input).toMatchObject({ name: "Zoë Özil", email: "zoe@example.com", ...expected })
  })
})

test.each([
  ["Firmenname;Internetseite;Branche;Ort\nAcme;acme.test;Chemie;Linz"],
  ["Raison sociale;Site internet;Secteur d'activité;Ville\nAcme;acme.test;Chemie;Linz"],
  ["Razón social;Página web;Sector de actividad;Ciudad\nAcme;acme.test;Chemie;Linz"],
  ["Ragione sociale;Sito web;Settore di attività;Città\nAcme;acme.test;Chemie;Linz"],
  ["Bedrijfsnaam;Website;Bedrijfstak;Plaats\nAcme;acme.test;Chemie;Linz"],
  ["Nome da empresa;Site;Ramo de atividade;Cidade\nAcme;acme.test;Chemie;Linz"],
  ["Nazwa firmy;Strona internetowa;Branża;Miejscowość\nAcme;acme.test;Chemie;Linz"],
])("a file of clients is understood: %s", async (file) => {
  const { problems, rows } = await previewCsv("client", file)
  expect(problems).toEqual([])
  expect(rows[0]?.input).toEqual({ name: "Acme", website: "acme.test", industry: "Chemie", location: "Linz" })
})

test.each([
  ["Auftraggeber;Stellenbezeichnung;Anzahl Stellen;Gehaltsrahmen;Einsatzort"],
  ["Client;Intitulé du poste;Nombre de postes;Fourchette salariale;Lieu de travail"],
  ["Cliente;Nombre del puesto;Número de vacantes;Banda salarial;Lugar de trabajo"],
  ["Committente;Figura ricercata;Numero di posti;Range retributivo;Sede di lavoro"],
  ["Opdrachtgever;Functietitel;Aantal plaatsen;Salarisrange;Standplaats"],
  ["Nome do cliente;Título da vaga;Número de vagas;Faixa salarial;Local de trabalho"],
  ["Klient;Nazwa stanowiska;Liczba wakatów;Widełki wynagrodzenia;Miejsce pracy"],
])("a file of positions is understood: %s", async (header) => {
  const { problems, rows } = await previewCsv("position", `${header}\nAcme;Chemist;2;60.000 € – 70.000 €;Linz`, {
    clientIds: { Acme: "client_1" },
  })
  expect(problems).toEqual([])
  expect(rows[0]?.input).toEqual({
    clientId: "client_1",
    title: "Chemist",
    openings: 2,
    salary: { min: 6_000_000, max: 7_000_000, currency: "EUR" },
    location: "Linz",
  })
})
