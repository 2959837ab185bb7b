import { folded } from "../Lines.js"

const abbreviations =
  /(?:^|[\s(,;|\t])(b\.?\s?sc\.?|b\.\s?s\.|m\.\s?s\.|b\.e\.|m\.e\.|bs|ms|m\.?\s?sc\.?|b\.?\s?a\.?|m\.?\s?a\.?|b\.?\s?eng\.?|m\.?\s?eng\.?|b\.?\s?tech\.?|m\.?\s?tech\.?|b\.?com\.?|m\.?com\.?|ph\.?\s?d\.?|dphil|mba|emba|llb|ll\.b\.|llm|ll\.m\.|bba|bfa|mfa|mbbs|m\.?d\.?|bsn|msn|mphil|m\.?res\.?|b\.?ed\.?|m\.?ed\.?|mpa|mph|jd|dipl\.-\p{L}+\.?(?:\s\(fh\))?|dipl\.|j\.?d\.?|b\.?s\.?e\.?|m\.?s\.?e\.?|b\.s\.n\.|m\.s\.n\.|[bm]\.?s\.?w\.?|a\.a\.s?\.|a\.s\.|ed\.?\s?d\.?|psy\.?d\.?|pharm\.?d\.?|[bm]\.?\s?arch\.?|pgce|pg\s?cert|pg\s?dip|hsc|hnc|mgr(?:\sinż\.)?|inż\.|lic\.|d\.?e\.?a\.?|bts|dut|hbo|mbo|vwo|havo|a-levels?|gcses?|abitur|matura|baccalauréat|bac|bachillerato|maturità|hnd|dess|des)(?=$|[\s).,;:|\t–-])/iu

const stems =
  `bachelor master doctor doktor doctorat doctorado dottorato doutorado licenc licentiat laurea diplom diploma magister inzynier grado maestria mestrado
  bacharel tecnolog ingenier posgrado postgrado pos-graduacao graduac graduation staatsexamen ausbildung lehre hochschulreife fachabitur fachinformatiker fachangestellt kaufmann kauffrau pflegefach
  abschluss certificate associate baccalaur bakkalaur kandidat abitur matura maturita bachillerato maitrise mastere higher ingenieur geselle
  technik tecnico especializacion especializacao especialista lisans yuksek_lisans onlisans doktora bakalar бакалавр магистр специалист licenta gepruft vmbo propedeuse magistr licencjat umschulung apprenticeship vocational promotion perito formacion_profesional`
    .split(/\s+/)
    .map((stem) => stem.replaceAll("_", " "))

/** What words end in that name a degree, in languages that run words together. */
const ends =
  /(?:programmet|examen|tutkinto|uddannelse|utdanning|opleiding|학사|석사|박사|学士|學士|修士|硕士|碩士|博士)$/u

const institutions =
  `universit univerzit uniwersytet universid univers college school schule gymnasium institut academ akademi hochschule ecole escuela scuola escola
  politech politecn polytech fachhochschule lycee liceo liceum faculty faculdade fakultat iut insead hec eth mit tu fh htl htw rwth lmu kit
  epfl sorbonne sciences_po esade iese berufsschule berufskolleg realschule conservator seminar kolleg hogeschool ucl lse ucla nyu suny cuny unam
  itesm upc upm uam uab uned upv usp unicamp ufrj puc fgv iit iim nit bits sgh agh ucd tcd bocconi oxford cambridge harvard stanford yale princeton centro_de i.e.s ies technion hku ntu`
    .split(/\s+/)
    .map((stem) => stem.replaceAll("_", " "))

const exact = new Set(institutions.filter((stem) => stem.length <= 5 && stem !== "ecole" && stem !== "liceo"))
const long = institutions.filter((stem) => !exact.has(stem))

/** Where the text names a degree: the degree's own words, from the first to the last. */
export const degreeIn = (text: string): readonly [number, number] | null => {
  const short = abbreviations.exec(text)
  const from = short?.[1] === undefined ? text.length : short.index + short[0].length - short[1].length
  // What is written out comes before its abbreviation: «Bachelor of Science (B.S.)».
  for (const match of text.matchAll(/\p{L}[\p{L}'’-]*/gu)) {
    if (match.index >= from) break
    const word = folded(match[0])
    if (stems.some((stem) => word.startsWith(stem)) || ends.test(match[0].toLowerCase()))
      return [match.index, match.index + match[0].length]
  }
  return short?.[1] === undefined ? null : [from, from + short[1].length]
}

export const isInstitution = (text: string): boolean => {
  const whole = folded(text)
  const words = whole.split(/[^\p{L}.]+/u)
  return (
    words.some(
      (word) =>
        exact.has(word) || long.some((stem) => word.startsWith(stem) || (stem.length > 5 && word.endsWith(stem))),
    ) || /universit|schule|gymnasium|hogeschool/.test(whole)
  )
}
