import type { Importable } from "../domain/import/Import.js"

/** What a column can be taken for: a field of the record, or a part of the name. */
export type Field = string

const words = (...groups: ReadonlyArray<string>): ReadonlyArray<string> => groups.flatMap((group) => group.split("|"))

const shared: { readonly [field: Field]: ReadonlyArray<string> } = {
  location: words(
    "location|city|town|place|address|residence",
    "ort|stadt|wohnort|standort|adresse",
    "lieu|ville|localisation|adresse",
    "ubicacion|ciudad|localidad|direccion|ubicacao|cidade|localidade|morada",
    "luogo|citta|sede|indirizzo|plaats|woonplaats|locatie|stad|miasto|lokalizacja|stadt|by|sted",
  ),
  tags: words("tags|tag|labels|label|schlagworte|stichworte|etiquettes|etiquetas|etichette|tagi"),
  owner: words("owner|recruiter|consultant|assignedto|betreuer|zustandig|responsable|responsabile|verantwoordelijke"),
}

const candidate: { readonly [field: Field]: ReadonlyArray<string> } = {
  ...shared,
  name: words(
    "name|fullname|candidate|candidatename|applicant|person|contact|contactname|displayname",
    "vollname|kandidat|kandidatin|bewerber|bewerberin|nomcomplet|nometprenom|candidat|candidate",
    "nombrecompleto|nombreyapellidos|candidato|candidata|nomecompleto|naam|volledigenaam|kandidaat|imieinazwisko|kandydat|namn|navn",
  ),
  firstName: words(
    "firstname|givenname|forename|vorname|rufname|prenom|nombre|nome|primeironome|voornaam|imie|fornamn|fornavn",
  ),
  lastName: words(
    "lastname|surname|familyname|nachname|familienname|zuname|nom|nomdefamille|apellido|apellidos|cognome|apelido|sobrenome|achternaam|nazwisko|efternamn|etternavn|efternavn",
  ),
  email: words(
    "email|emailaddress|mail|mailaddress|emails|workemail|personalemail|emailadresse|mailadresse|courriel|adressemail|adresseemail|correo|correoelectronico|postaelettronica|indirizzoemail|emailadres|adresemail|epost",
  ),
  phone: words(
    "phone|phonenumber|telephone|tel|mobile|mobilephone|cell|cellphone|telefon|telefonnummer|handy|mobil|mobilnummer|rufnummer|portable|numerodetelephone|telefono|movil|celular|numerodetelefono|cellulare|telefone|telemovel|telefoon|telefoonnummer|mobiel|komorka|telefonnummer|mobiltelefon",
  ),
  skills: words(
    "skills|skill|technologies|expertise|keyskills|kenntnisse|fahigkeiten|kompetenzen|competences|habilidades|competencias|aptitudes|competenze|vaardigheden|umiejetnosci|kompetenser|ferdigheter",
  ),
  links: words(
    "links|link|linkedin|linkedinurl|linkedinprofile|website|url|profile|profileurl|github|xing|webseite|siteweb|sitioweb|sitoweb",
  ),
  source: words(
    "source|leadsource|candidatesource|origin|quelle|herkunft|provenance|origine|fuente|origen|fonte|bron|zrodlo",
  ),
  salaryExpectation: words(
    "salaryexpectation|expectedsalary|desiredsalary|salary|gehaltsvorstellung|wunschgehalt|gehaltswunsch|pretentionssalariales|salairesouhaite|expectativasalarial|salarioesperado|retribuzionedesiderata|pretensaosalarial|salariswens|oczekiwaniafinansowe",
  ),
  availableFrom: words(
    "availablefrom|availability|available|startdate|earlieststart|verfugbarab|fruhestereintritt|eintrittsdatum|disponibilite|disponibleapartirde|disponible|disponibledesde|disponibilidad|disponibilita|disponibilidade|beschikbaarvanaf|dostepnyod",
  ),
  willingToRelocate: words(
    "willingtorelocate|relocate|relocation|umzugsbereit|umzugsbereitschaft|mobilite|disponibletraslado|bereidteverhuizen",
  ),
  employment: words("employment"),
  education: words("education"),
  languages: words("languages|language|sprachen|sprachkenntnisse|langues|idiomas|lingue|linguas|talen|jezyki|sprak"),
  preferences: words("preferences"),
}

const client: { readonly [field: Field]: ReadonlyArray<string> } = {
  ...shared,
  name: words(
    "name|company|companyname|client|clientname|customer|account|accountname|organization|organisation|employer|firma|firmenname|unternehmen|kunde|mandant|entreprise|societe|raisonsociale|empresa|cliente|compania|azienda|societa|ragionesociale|bedrijf|bedrijfsnaam|klant|klient|nazwafirmy|foretag",
  ),
  website: words("website|url|homepage|web|domain|webseite|siteweb|sitioweb|sitoweb|site"),
  industry: words(
    "industry|sector|branche|industrie|secteur|secteurdactivite|sectoractividad|industria|settore|setor|bedrijfstak|branza",
  ),
  fee: words("fee"),
}

const position: { readonly [field: Field]: ReadonlyArray<string> } = {
  ...shared,
  clientId: words(
    "clientid|client|clientname|company|companyname|customer|employer|kunde|firma|unternehmen|mandant|entreprise|societe|empresa|cliente|azienda|bedrijf|klant|klient",
  ),
  title: words(
    "title|jobtitle|position|positiontitle|role|job|vacancy|name|stelle|stellenbezeichnung|stellentitel|titel|berufsbezeichnung|poste|intitule|intituleduposte|intitule|puesto|cargo|vacante|posizione|ruolo|vaga|functie|vacature|stanowisko",
  ),
  openings: words(
    "openings|headcount|heads|vacancies|numberofopenings|anzahl|anzahlstellen|nombredepostes|plazas|vacantes|posti|vagas|aantal",
  ),
  description: words(
    "description|jobdescription|summary|beschreibung|stellenbeschreibung|descriptif|descripcion|descrizione|descricao|omschrijving|opis",
  ),
  skills: candidate.skills ?? [],
  salary: words(
    "salary|salaryrange|compensation|pay|gehalt|gehaltsspanne|salaire|remuneration|salario|retribuzione|salaris|wynagrodzenie",
  ),
  fee: words("fee"),
  guaranteeDays: words("guaranteedays"),
  remedy: words("remedy"),
  splits: words("splits"),
  contactIds: words("contactids"),
  opportunityId: words("opportunityid"),
}

const byNoun = { candidate, client, position }

/** The fields that a column of a noun's rows may be taken for. */
export const fieldsOf = (noun: Importable): ReadonlyArray<Field> => Object.keys(byNoun[noun])

/** A header without case, accents, blanks and signs. */
export const folded = (header: string): string =>
  header
    .slice(0, 200)
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]/gu, "")

const known: { readonly [N in Importable]: ReadonlyMap<string, Field> } = {
  candidate: new Map(entries(candidate)),
  client: new Map(entries(client)),
  position: new Map(entries(position)),
}

function* entries(fields: { readonly [field: Field]: ReadonlyArray<string> }): Generator<readonly [string, Field]> {
  for (const [field, all] of Object.entries(fields)) for (const word of all) yield [word, field]
  for (const field of Object.keys(fields)) yield [folded(field), field]
}

/** The field that a header names in one of the languages, if any. */
export const fieldOf = (noun: Importable, header: string): Field | undefined => known[noun].get(folded(header))
