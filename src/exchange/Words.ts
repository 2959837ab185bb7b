import type { Importable } from "../domain/import/Import.js"

/** What a column can be taken for: a field of the record, or a part of the name. */
export type Field = string

const words = (...groups: ReadonlyArray<string>): ReadonlyArray<string> => groups.flatMap((group) => group.split("|"))

const shared: { readonly [field: Field]: ReadonlyArray<string> } = {
  location: words(
    "location|place|address|residence|currentlocation|homeaddress|primaryaddress|joblocation|worklocation",
    "ort|wohnort|standort|adresse|anschrift|einsatzort|arbeitsort|dienstsitz",
    "lieu|localisation|adresse|lieudetravail|lieuderesidence|domicile",
    "ubicacion|localidad|direccion|lugar|lugarderesidencia|residencia|lugardetrabajo",
    "ubicacao|localidade|morada|localizacao|endereco|localdetrabalho",
    "luogo|sede|indirizzo|residenza|domicilio|sededilavoro|luogodilavoro",
    "plaats|woonplaats|locatie|adres|standplaats|werklocatie",
    "lokalizacja|adres|miejscezamieszkania|miejscepracy|by|sted|bostad",
  ),
  city: words(
    "city|town|homecity|stadt|ville|commune|ciudad|poblacion|municipio|cidade|citta|comune|stad|gemeente|miasto|miejscowosc",
  ),
  region: words(
    "state|region|province|county|stateprovince|bundesland|kanton|departement|provincia|comunidadautonoma|estado|distrito|regione|provincie|wojewodztwo",
  ),
  country: words("country|land|pays|pais|paese|nazione|nazionalitaresidenza|kraj"),
  tags: words(
    "tags|tag|labels|label|candidatetags|schlagworte|schlagworter|stichworte|stichworter|kennzeichen|etiquettes|motscles|etiquetas|palabrasclave|palavraschave|etichette|parolechiave|trefwoorden|tagi|etykiety|slowakluczowe",
  ),
  owner: words(
    "owner|recruiter|consultant|assignedto|ownername|recordowner|candidateowner|accountmanager|betreuer|betreuerin|zustandig|zustandige|berater|beraterin|ansprechpartnerintern|sachbearbeiter|bearbeiter",
    "responsable|chargederecrutement|recruteur|consultante|reclutador|reclutadora|consultor|consultora|responsavel|recrutador|recrutadora|gestor|responsabile|selezionatore|consulente|verantwoordelijke|eigenaar|consulent|opiekun|rekruter|rekruterka|wlasciciel|osobaodpowiedzialna",
  ),
}

const candidate: { readonly [field: Field]: ReadonlyArray<string> } = {
  ...shared,
  name: words(
    "name|fullname|candidate|candidatename|applicant|person|contact|contactname|displayname",
    "vollname|kandidat|kandidatin|bewerber|bewerberin|nomcomplet|nometprenom|candidat|candidate",
    "nombrecompleto|nombreyapellidos|candidato|candidata|nomecompleto|naam|volledigenaam|kandidaat|imieinazwisko|kandydat|namn|navn",
    "candidatefullname|applicantname|vorundnachname|vornameundnachname|vornamenachname|nachnamevorname|namevorname|bewerbername|prenometnom|candidatnom|nombreyapellido|apellidosynombre|nombredelcandidato|nomedocandidato|nomeecognome|cognomeenome|nominativo|voorenachternaam|naamkandidaat|nazwiskoiimie|kandydatka",
  ),
  firstName: words(
    "firstname|givenname|forename|vorname|rufname|prenom|nombre|nome|primeironome|voornaam|imie|fornamn|fornavn",
    "candidatefirstname|forenames|christianname|vornamen|prenoms|nombres|nombredepila|nomeproprio|roepnaam|voornamen|imiona",
  ),
  lastName: words(
    "lastname|surname|familyname|nachname|familienname|zuname|nom|nomdefamille|apellido|apellidos|cognome|apelido|sobrenome|achternaam|nazwisko|efternamn|etternavn|efternavn",
    "candidatelastname|lastnames|primerapellido|apellidopaterno|ultimonome|apelidos|familienaam|nomdusage",
  ),
  email: words(
    "email|emailaddress|mail|mailaddress|emails|workemail|personalemail|emailadresse|mailadresse|courriel|adressemail|adresseemail|correo|correoelectronico|postaelettronica|indirizzoemail|emailadres|adresemail|epost",
    "email1|email2|email3|primaryemail|primaryemailaddress|secondaryemail|homeemail|emailhome|emailwork|emailaddresses|personalemailaddress|workemailaddress|emailprivat|privateemail|emailprivate|emailgeschaftlich|adresseelectronique|mel|direcciondecorreo|direcciondecorreoelectronico|correopersonal|enderecodeemail|correioeletronico|correioelectronico|posta|mailprivato|emailadreskandidaat|adresmailowy|pocztaelektroniczna",
  ),
  phone: words(
    "phone|phonenumber|telephone|tel|mobile|mobilephone|cell|cellphone|telefon|telefonnummer|handy|mobil|mobilnummer|rufnummer|portable|numerodetelephone|telefono|movil|celular|numerodetelefono|cellulare|telefone|telemovel|telefoon|telefoonnummer|mobiel|komorka|telefonnummer|mobiltelefon",
    "phone1|phone2|primaryphone|homephone|workphone|phonehome|phonecell|phonework|mobilephonenumber|mobilenumber|contactnumber|phonenumbers|telephonenumber|cellnumber|telnr|telefonnr|telefonprivat|telefonmobil|mobiltelefon|mobilfunk|mobilfunknummer|handynummer|festnetz|telfixe|telmobile|telportable|telephoneportable|telephonemobile|numerodeportable|telefonomovil|numerodemovil|telefonofijo|telefonocelular|numerotelefono|numeroditelefono|telefonomobile|recapitotelefonico|telefonocellulare|numerodetelefone|numerodetelemovel|contacto|contactotelefonico|mobielnummer|telefoonmobiel|gsm|numertelefonu|nrtelefonu|telefonkomorkowy",
  ),
  skills: words(
    "skills|skill|technologies|expertise|keyskills|kenntnisse|fahigkeiten|kompetenzen|competences|habilidades|competencias|aptitudes|competenze|vaardigheden|umiejetnosci|kompetenser|ferdigheter",
    "primaryskills|primaryskill|secondaryskills|skillset|skillsets|skilllist|technicalskills|topskills|competencies|qualifikationen|fachkenntnisse|itkenntnisse|faehigkeiten|skillprofil|competencestechniques|connaissances|aptitudes|habilidadestecnicas|conocimientos|conhecimentos|aptidoes|competenzetecniche|capacita|conoscenze|competenties|kennis|kwalifikacje|znajomosctechnologii|kompetencje",
  ),
  links: words(
    "links|link|linkedin|linkedinurl|linkedinprofile|website|url|profile|profileurl|github|xing|webseite|siteweb|sitioweb|sitoweb",
    "linkedinprofileurl|linkedinmember|linkedinlink|profillink|profilelink|publicprofileurl|socialmedia|websiteaddresses|websites|portfolio|portfoliourl|githuburl|xingprofil|linkedinprofil|lienlinkedin|profillinkedin|perfillinkedin|enlacelinkedin|profilolinkedin|linkedinprofiel|profilnalinkedin|profilelinkedin|internetseite|homepage|paginaweb|stronainternetowa|stronawww",
  ),
  source: words(
    "source|leadsource|candidatesource|origin|quelle|herkunft|provenance|origine|fuente|origen|fonte|bron|zrodlo",
    "sourcename|sourceofcandidate|applicationsource|howdidyouhear|referralsource|bewerberquelle|bewerbungskanal|kanal|bewerbungsquelle|canal|sourcederecrutement|sourceducandidat|fuentedereclutamiento|procedencia|proveniencia|origem|fontedirecrutamento|fontecandidatura|provenienza|herkomst|wervingskanaal|kandidaatbron|zrodlokandydata|zrodloaplikacji|kanalrekrutacji",
  ),
  salaryExpectation: words(
    "salaryexpectation|expectedsalary|desiredsalary|salary|gehaltsvorstellung|wunschgehalt|gehaltswunsch|pretentionssalariales|salairesouhaite|expectativasalarial|salarioesperado|retribuzionedesiderata|pretensaosalarial|salariswens|oczekiwaniafinansowe",
    "salarydesired|desiredpay|salaryrequirement|salaryrequirements|targetsalary|salarywish|expectedctc|expectedcompensation|desiredcompensation|desiredannualsalary|gehalt|gehaltsvorstellungen|gehaltserwartung|jahresgehalt|zielgehalt|wunschjahresgehalt|jahresbruttogehalt|bruttojahresgehalt",
    "salaire|salairedesire|salaireattendu|salairevise|pretentionsalariale|pretentions|remuneration|remunerationsouhaitee|remunerationattendue",
    "salario|salariodeseado|salariopretendido|pretensionsalarial|pretensionessalariales|aspiracionsalarial|expectativassalariales|expectativasalariales|remuneracion",
    "pretensaosalarial|pretensoessalariais|salariodesejado|expectativasalarial|remuneracao|remuneracaopretendida|ordenado|ordenadopretendido",
    "stipendio|stipendiodesiderato|retribuzione|retribuzionerichiesta|ral|ralrichiesta|raldesiderata|aspettativaeconomica|aspettativeeconomiche|richiestaeconomica",
    "salaris|gewenstsalaris|salarisverwachting|salarisindicatie|salariseis|jaarsalaris",
    "wynagrodzenie|oczekiwanewynagrodzenie|oczekiwaniaplacowe|oczekiwaniawynagrodzenia|pensja|oczekiwanapensja",
  ),
  availableFrom: words(
    "availablefrom|availability|available|startdate|earlieststart|verfugbarab|fruhestereintritt|eintrittsdatum|disponibilite|disponibleapartirde|disponible|disponibledesde|disponibilidad|disponibilita|disponibilidade|beschikbaarvanaf|dostepnyod",
    "dateavailable|availabledate|availabilitydate|datedispo|canstart|canstarton|earlieststartdate|verfugbar|verfugbarkeit|eintrittstermin|fruhestmoglichereintritt|fruhestereintrittstermin|fruhestmoglichereintrittstermin|startdatum|starttermin|datededisponibilite|disponiblele|dispo|datedebut|fechadisponible|fechadedisponibilidad|fechadeincorporacion|incorporacion|disponivelapartirde|disponivel|datadisponibilidade|datadedisponibilidade|disponibiledal|disponibileda|datadisponibilita|datadidisponibilita|beschikbaar|beschikbaarheid|beschikbaarper|datumbeschikbaar|ingangsdatum|dostepnosc|dostepnyoddnia|dataodkiedy|terminrozpoczecia|mozliwyterminrozpoczecia",
  ),
  willingToRelocate: words(
    "willingtorelocate|relocate|relocation|umzugsbereit|umzugsbereitschaft|mobilite|disponibletraslado|bereidteverhuizen",
    "canrelocate|opentorelocation|openforrelocation|willrelocate|relocationwillingness|umzug|umzugmoglich|umzugswillig|mobilitat|pretademenager|mobilitegeographique|acceptedemenager|disponibilidadtraslado|disponibilidadparatraslado|disponibilidaddetraslado|cambioderesidencia|disponibilidadcambioresidencia|disponibilidadeparamudanca|disponibilidadedemudanca|mudancaderesidencia|relocacao|disponibilealtrasferimento|disponibilitaaltrasferimento|disponibilitatrasferimento|trasferimento|verhuisbereid|bereidtotverhuizen|verhuisbereidheid|relokacja|gotowoscdorelokacji|gotowoscdoprzeprowadzki",
  ),
  employment: words("employment"),
  currentTitle: words(
    "title|jobtitle|currenttitle|currentjobtitle|currentposition|currentrole|position|occupation|role|profession|headlinetitle",
    "beruf|berufsbezeichnung|aktuelleposition|derzeitigeposition|positionsbezeichnung|jobtitel|stellenbezeichnung|funktion",
    "poste|posteactuel|fonction|intituleduposte|metier|emploiactuel|puesto|puestoactual|cargo|cargoactual|profesion",
    "cargoatual|funcaoatual|funcao|profissao|posizione|posizioneattuale|ruolo|ruoloattuale|qualifica|professione|mansione",
    "functie|huidigefunctie|functietitel|beroep|stanowisko|obecnestanowisko|aktualnestanowisko|zawod",
  ),
  currentEmployer: words(
    "company|companyname|currentcompany|currentemployer|employer|organization|organisation|currentorganization",
    "arbeitgeber|aktuellerarbeitgeber|derzeitigerarbeitgeber|firma|unternehmen|aktuellefirma",
    "entreprise|entrepriseactuelle|employeur|employeuractuel|societe|societeactuelle|empresa|empresaactual|empleador",
    "empresaatual|empregador|entidadepatronal|azienda|aziendaattuale|datoredilavoro|societa|bedrijf|huidigewerkgever|werkgever",
    "firma|obecnafirma|pracodawca|obecnypracodawca|aktualnypracodawca",
  ),
  education: words("education"),
  languages: words(
    "languages|language|sprachen|sprachkenntnisse|langues|idiomas|lingue|linguas|talen|jezyki|sprak",
    "languageskills|spokenlanguages|fremdsprachen|sprachkenntnis|languesparlees|competenceslinguistiques|linguistique|linguaparlata|lingueparlate|competenzelinguistiche|lingueconosciute|idiomashablados|linguasfaladas|taalkennis|talenkennis|znajomoscjezykow",
  ),
  preferences: words("preferences"),
}

const client: { readonly [field: Field]: ReadonlyArray<string> } = {
  ...shared,
  name: words(
    "name|company|companyname|client|clientname|customer|account|accountname|organization|organisation|employer|firma|firmenname|unternehmen|kunde|mandant|entreprise|societe|raisonsociale|empresa|cliente|compania|azienda|societa|ragionesociale|bedrijf|bedrijfsnaam|klant|klient|nazwafirmy|foretag",
    "clientcompany|clientcompanyname|kundenname|firmenbezeichnung|gesellschaft|nomdelentreprise|nomdelasociete|client|raisonsocialeduclient|nombredelaempresa|nombreempresa|razonsocial|nombredelcliente|nomedaempresa|nomeempresa|designacaosocial|nomedocliente|nomeazienda|denominazione|denominazionesociale|nomecliente|organisatie|klantnaam|opdrachtgever|naambedrijf|nazwaklienta|nazwaprzedsiebiorstwa|przedsiebiorstwo|firmanazwa",
  ),
  website: words(
    "website|url|homepage|web|domain|webseite|siteweb|sitioweb|sitoweb|site",
    "companyurl|companywebsite|clientwebsite|weburl|internetseite|internetadresse|internet|siteinternet|pagina|paginaweb|paginawww|webpagina|stronainternetowa|stronawww|www",
  ),
  industry: words(
    "industry|sector|branche|industrie|secteur|secteurdactivite|sectoractividad|industria|settore|setor|bedrijfstak|branza",
    "industries|businesssector|branchen|wirtschaftszweig|domainedactivite|activite|rubro|giro|ramodeactividad|sectordeactividad|ramodeatividade|setordeatividade|areadeatividade|settorediattivita|comparto|sector|branzafirmy|sektor",
  ),
  fee: words("fee"),
}

const position: { readonly [field: Field]: ReadonlyArray<string> } = {
  ...shared,
  clientId: words(
    "clientid|client|clientname|company|companyname|customer|employer|kunde|firma|unternehmen|mandant|entreprise|societe|empresa|cliente|azienda|bedrijf|klant|klient",
    "clientcompany|account|accountname|auftraggeber|kundenname|firmenname|client|nomduclient|nombredelcliente|razonsocial|nomedocliente|nomecliente|committente|opdrachtgever|klantnaam|nazwaklienta|pracodawca|firmaklienta",
  ),
  title: words(
    "title|jobtitle|position|positiontitle|role|job|vacancy|name|stelle|stellenbezeichnung|stellentitel|titel|berufsbezeichnung|poste|intitule|intituleduposte|intitule|puesto|cargo|vacante|posizione|ruolo|vaga|functie|vacature|stanowisko",
    "jobname|jobordertitle|requisitiontitle|stellenname|positionsbezeichnung|jobtitel|offre|intituledeloffre|libelledeposte|nombredelpuesto|titulodelpuesto|oferta|posiciones|titulodavaga|nomedavaga|cargoavaga|titoloposizione|posizioneaperta|figuraricercata|vacaturetitel|functienaam|functietitel|nazwastanowiska|tytulstanowiska|ofertapracy",
  ),
  openings: words(
    "openings|headcount|heads|vacancies|numberofopenings|anzahl|anzahlstellen|nombredepostes|plazas|vacantes|posti|vagas|aantal",
    "numberofpositions|positions|openpositions|numopenings|anzahlpositionen|offenestellen|bedarf|nombredeposteouverts|effectif|numerodevacantes|numerodeplazas|numerodevagas|numeroposti|numerodiposti|aantalplaatsen|aantalvacatures|liczbaetatow|liczbawakatow|liczbastanowisk",
  ),
  description: words(
    "description|jobdescription|summary|beschreibung|stellenbeschreibung|descriptif|descripcion|descrizione|descricao|omschrijving|opis",
    "publicdescription|jobsummary|aufgaben|aufgabenbeschreibung|taetigkeit|tatigkeitsbeschreibung|descriptionduposte|missions|descripciondelpuesto|funciones|descricaodavaga|descricaodafuncao|funcoes|descrizioneposizione|mansioni|functieomschrijving|vacaturetekst|opisstanowiska|zakresobowiazkow",
  ),
  skills: candidate.skills ?? [],
  salary: words(
    "salary|salaryrange|compensation|pay|gehalt|gehaltsspanne|salaire|remuneration|salario|retribuzione|salaris|wynagrodzenie",
    "salarymax|budget|payrange|gehaltsrahmen|gehaltsband|jahresgehalt|vergutung|fourchettesalariale|salairepropose|rangosalarial|bandasalarial|salarioofrecido|remuneracion|faixasalarial|remuneracao|salariooferecido|ral|rangeretributivo|stipendio|salarisindicatie|salarisrange|widelkiwynagrodzenia|widelkiplacowe|oferowanewynagrodzenie",
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

/** Letters that decompose into no plain one and a mark. */
const letters: { readonly [letter: string]: string } = { ł: "l", ß: "ss", ø: "o", æ: "ae", œ: "oe", đ: "d" }

/** A header without case, accents, blanks and signs. */
export const folded = (header: string): string =>
  header
    .slice(0, 200)
    .normalize("NFD")
    .toLowerCase()
    .replace(/[łßøæœđ]/g, (letter) => letters[letter] ?? letter)
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
