import { folded } from "../Lines.js"

const legal =
  /(?:^|[\s,])(?:gmbh|ag|se|kg|kgaa|ohg|ug|e\.?v\.?|mbh|inc\.?|llc|llp|ltd\.?|limited|plc|corp\.?|corporation|co\.?|company|s\.?a\.?|s\.?a\.?s\.?|s\.?a\.?r\.?l\.?|s\.?l\.?u?\.?|s\.?p\.?a\.?|s\.?r\.?l\.?s?|b\.?v\.?|n\.?v\.?|sp\. ?z ?o\. ?o\.?|s\.?a|oy|oyj|ab|a\/s|aps|as|asa|lda\.?|ltda\.?|s\.?r\.?o\.?|a\.s\.|kft\.?|pty|pte|pvt\.?|k\.?k\.?|holding|holdings)(?=$|[\s,).])/iu

/** What organizations are called, as beginnings of words without accents. */
const kinds =
  `bank banque banco banca university universita universite universidad universidade universiteit uniwersytet hochschule
  college school hospital klinik clinic clinique clinica spital krankenhaus hopital ospedale ziekenhuis szpital institut instituto
  group gruppe groupe grupo gruppo groep grupa partners associates foundation stiftung fondation fundacion fondazione
  stichting fundacja agency agentur agence agencia agenzia ministry ministerium ministere ministerio council labs laborator
  technologies solutions systems studios services industries insurance versicherung
  assurances seguros assicurazioni verzekeringen airlines pharma motors capital ventures
  trust nhs center centre zentrum centro centrum office company
  supermarket restaurant hotel church verlag werke praxis kanzlei rathaus stadt gemeinde mairie comune ayuntamiento
  residence pflegeheim altenheim seniorenzentrum bureau kancelaria przychodnia sklep zaklad szkola
  ristorante restaurante trattoria brasserie cafe bistro osteria bar taverna auberge hospitales sjukhus stad kommun kommune gmina urzad powiat concello diputacion junta region departement prefecture
  court tribunal tribunale juzgado rechtbank gericht amtsgericht landgericht sad domstol chambers barreau studio notaire cabinet kancelar despacho bufete escritorio
  academy academia akademia accademia colegio collegio lycee liceo ecole escuela escola scuola gymnasium kindergarten kita creche ceip ies instituut politechnika uniwersytecki klinikum policlinico ambulatorio consultorio centro
  association associazione asociacion associacao verein verband federation fundacio ngo onlus cooperativa cooperative coop kooperative genossenschaft spoldzielnia
  factory fabrik fabryka fabrica usine manufacture mill works shipyard werft airport flughafen port railways bahn farm estate garden garage werkstatt autohaus backerei boulangerie pasticceria panaderia bakery butchery pharmacy pharmacie farmacia apotheke apteka
  store shop boutique warenhaus kaufhaus hypermarket market mercado supermercado lojas magazine press publishing verlagsgruppe newspaper radio television theatre theater teatro museum musee museo orchestra
  police army navy marine force bundeswehr airways logistics transports transport spedition shipping bros brothers sons enterprises ltda consulting sti sanayi ticaret holding sirketi bankasi hastanesi universitesi okulu lisesi`
    .split(/\s+/)
    .map(folded)

/** Professions in the plural, as practices are called: «Brigard Urrutia Abogados», «Holt Architects». */
const practices =
  `attorneys lawyers solicitors barristers architects consultants engineers accountants advisors advisers surveyors brothers
  abogados asesores consultores arquitectos ingenieros asociados hermanos advogados contadores arquitetos engenheiros associados irmaos
  avocats notaires architectes ingenieurs associes conseils freres avvocati architetti ingegneri associati consulenti fratelli commercialisti
  rechtsanwalte anwalte architekten ingenieure gebruder sohne partnerschaft advocaten notarissen architecten adviseurs accountantskantoor gebroeders zonen
  adwokaci radcowie architekci wspolnicy advokater arkitekter bracia bratri advokatfirma avukatlik avukatlari`
    .split(/\s+/)
    .map(folded)

const practiceSet = new Set(practices)

/** The word names a practice of several and not what one person is. */
export const isPractice = (word: string): boolean => practiceSet.has(word)

const kindSet = new Set([...kinds, ...practices])

/** Words that stand in titles as well. */
const weak = new Set([
  "health",
  "healthcare",
  "technology",
  "software",
  "studio",
  "consulting",
  "assurance",
  "logistics",
  "energy",
  "media",
  "digital",
  "international",
])

/** How much the text looks like the name of an organization. */
export const organizationScore = (text: string): number => {
  const words = folded(text).split(/[^\p{L}]+/u)
  const compound = words.some(
    (word) =>
      /(?:klinik|klinikum|krankenhaus|werke|bank|versicherung|gruppe|markt|haus|hospital|kanzlei|sykehus|ziekenhuis|buro|bureau|praxis|zentrum|centrum|verein|verband|verlag|gesellschaft|institut|schule|skole|skola|kommune|kommun|betrieb|fabrik|universitat|universitet|hochschule|gymnasium|center|sjukhus|amt|ministerium|handel|backerei|apotheke|heim|hotel|restaurant|bau|hus)$/.test(
        word,
      ) && word.length > 6,
  )
  return (
    (legal.test(text) ? 3 : 0) +
    (words.some((word) => kindSet.has(word)) ? 1.5 : 0) +
    (words.some((word) => weak.has(word)) ? 0.5 : 0) +
    (compound ? 1.5 : 0)
  )
}

/** The text is the legal form that follows a company's name after a comma. */
export const isLegalForm = (text: string): boolean =>
  legal.exec(text)?.[0].trim() === text.trim() && text.trim().length > 0
