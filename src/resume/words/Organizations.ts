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
  residence pflegeheim altenheim seniorenzentrum bureau kancelaria przychodnia sklep zaklad szkola`
    .split(/\s+/)
    .map(folded)

const kindSet = new Set(kinds)

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
      /(?:klinik|klinikum|krankenhaus|werke|bank|versicherung|gruppe|stadt|markt|haus|hospital|kanzlei|sykehus|ziekenhuis)$/.test(
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
