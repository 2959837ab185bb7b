import type { Found } from "./Draft.js"
import { found, type Line, type Piece, split } from "./Lines.js"
import type { Section } from "./Sections.js"
import { isCity, isCountry, isPlace, isRemote, isState, isStreet as isStreetName } from "./words/Places.js"
import { titleWords } from "./words/Titles.js"
import { languageOf } from "./words/Tongues.js"

const labels = [
  "(?:current |present |permanent |home |mailing |postal |residential |street )?(?:address|location|residence)|lives in|living in|home|city|based|located",
  "town|city of residence|place of residence|city ?/ ?country|city, country",
  "(?:post|privat|wohn|heimat)?(?:adresse|anschrift)|wohnort|wohnhaft(?: in)?|wohnsitz|standort|ort|plz ?[/,+] ?(?:wohn)?ort|plz und (?:wohn)?ort",
  "domicile|lieu(?: de résidence| d'habitation)?|résidence|ville|localisation|adresse postale",
  "dirección|direccion|domicilio|ubicación|ubicacion|residencia|lugar de residencia|ciudad|localidad|población",
  "indirizzo|residenza|città|citta|luogo di residenza|endereço|endereco|morada|localização|cidade|residência",
  "adres|woonplaats|woonadres|postcode en woonplaats|plaats|miejsce zamieszkania|adres zamieszkania|miasto|adress|bostad|bostadsort|postadress",
  "bydliště|bydlisko|bopæl|bosted|lakcím|lakóhely|osoite|kotipaikka|адрес|город|місто|现居地|现居住地|住所|現住所|地址|주소|거주지",
]

const label = new RegExp(String.raw`^(?:${labels.join("|")})(?:\s*[:：\t]\s*| [–—-] |\s{2,})`, "iu")

/** Where somebody was born or whose citizen they are is not where they live. */
const elsewhere =
  /^(?:born|date of birth|place of birth|birth ?place|birth|geb\.|geboren|geburt|née?\b|nacid|nacim|lugar de nacimiento|nat[oa]\b|nascid|luogo di nascita|naissance|lieu de naissance|geboorte|urodz|född|født|syntynyt|narozen|nationality|citizen|nationalit|staatsang)/iu

const separators = /[|•·∙◆▪\t]| [–—-] |\s{3,}/gu

/** From there on a line tells how somebody is reached, not where they live. */
const reached = /@|https?:|www\.|^(?:tel|telefon|phone|mobile?|mobil|cell|fax|handy|gsm|e-?mail)\b/iu

const isNumber = (text: string): boolean => text.replace(/\D/g, "").length > 6 && !/\p{L}{2}/u.test(text)

/** The piece up to where it goes on about something else. */
const unreached = (piece: Piece): Piece => {
  const parts = split(piece, /,/g)
  const end = parts.findIndex(({ text }) => reached.test(text) || text.replace(/\D/g, "").length > 7)
  const last = parts[end - 1]
  return end < 1 || last === undefined
    ? piece
    : { text: piece.text.slice(0, last.start + last.text.length - piece.start), start: piece.start }
}

/** Number, street and what kind of street it is, where no comma parts them from the town. */
const house =
  /^\d{1,5}\p{L}?\s[\p{L}\d.'’ -]{2,40}?\s(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct)\.?\s(?:(?:apt|apartment|unit|suite|ste|#)\.? ?\w{1,5}\s)?(?=\p{Lu}\p{L}+,)/iu

/** What is said behind a place: how far somebody would go, or when, or the number of its department. */
const aside = /\s*\((?:(?!saale|oder)[^()]{3,40}|\d{2})\)$/iu

/** The piece without signs before it, and what else is no part of a place. */
const bare = (piece: Piece): Piece => {
  const sign = /^[^\p{L}\p{N}(]{1,8}/u.exec(piece.text)?.[0].length ?? 0
  const lead = sign + (house.exec(piece.text.slice(sign))?.[0].length ?? 0)
  const text = piece.text.slice(lead)
  const short = text.length < 120 ? text.replace(aside, "") : text
  const whole = (isPlace(text) && !/\(\d{2}\)$/.test(text)) || !isPlace(short) ? text : short
  return { text: whole.replace(/(?<=\p{L}{3})\.$/u, ""), start: piece.start + lead }
}

/** From there on, without the number of a house that stands between the street and the town: `88 - Contagem - MG`. */
const unnumbered = (from: Piece, piece: Piece): Piece => {
  const lead = /^\d{1,5}\p{L}? [–-] /u.exec(from.text)?.[0].length ?? 0
  return { text: piece.text.slice(from.start - piece.start + lead), start: from.start + lead }
}

/** The part of an address that tells the place: without street and house number. */
const place = (piece: Piece): Piece => {
  const parts = split(piece, /,/g)
  const city = parts.findIndex(({ text }) => isCity(text))
  const first =
    city === -1
      ? parts.findIndex((_, index) =>
          isPlace(
            parts
              .slice(index)
              .map(({ text }) => text)
              .join(", "),
          ),
        )
      : city
  const isStreet = (text: string) =>
    (isStreetName(text) ||
      /^\d+\p{L}?[ -]\p{L}|\p{L} \d{1,3}\p{L}?$|^(?:apt|apartment|flat|unit|suite)\b/iu.test(text)) &&
    !isCity(text) &&
    !isState(text)
  const houses = parts.findLastIndex(({ text }, index) => index < parts.length - 1 && isStreet(text))
  // A country that is a city, too, may have a town before it.
  const before = parts[first - 1]?.text ?? ""
  const isTown = isCountry(parts[first]?.text ?? "") && /^\p{Lu}[\p{L}'’ .-]*$/u.test(before) && !isStreet(before)
  const from = parts[Math.max(isTown ? first - 1 : first, houses + 1)]
  return from === undefined || from === parts[0] ? piece : unnumbered(from, piece)
}

/** Of what a label or a heading names: the part between separators that is a place, else the first. */
const told = (piece: Piece): Piece | null => {
  const pieces = split(piece, separators).filter(({ text }) => !reached.test(text) && !isNumber(text))
  const places = pieces.map((one) => place(bare(unreached(one))))
  const whole = place(bare(unreached(piece)))
  if (isPlace(whole.text)) return whole
  return places.find(({ text }) => isPlace(text)) ?? places[0] ?? null
}

const labelled = (line: Line): Found<string> | null => {
  const lead = label.exec(line.text)?.[0]
  if (lead === undefined || line.text.length === lead.length) return null
  const [piece] = split({ text: line.text.slice(lead.length), start: line.start + lead.length }, /[|•\t]/g)
  const named = piece === undefined || piece.text.includes("@") ? null : told(piece)
  return named === null ? null : found(named, 0.9)
}

/** Under a heading of its own a place may stand below the street. */
const headed = (lines: ReadonlyArray<Line>): Found<string> | null => {
  const some = lines.slice(0, 4).flatMap((line) => (elsewhere.test(line.text) ? [] : (told(line) ?? [])))
  const named = some.find(({ text }) => isPlace(text)) ?? some[0]
  return named === undefined ? null : found(named, 0.85)
}

/** Letters behind a name or a title are a degree and no state: «Ada Park, MD», of whom no list of towns knows. */
const isCredential = (text: string, isFirst: boolean): boolean => {
  const [before = "", ...after] = text.split(/\s*,\s*/)
  const isShort = after.length > 0 && after.every((part) => /^[A-Z]{2,4}$/.test(part))
  return isShort && !isCity(before) && (isFirst || titleWords(before) > 0)
}

/** A place in a line of its own or between separators; «City, ST» needs its comma. */
const written = (line: Line, isFirst: boolean): Found<string> | null => {
  const places = split(line, separators)
    .map((piece) => place(bare(unreached(piece))))
    .filter(({ text }) => isPlace(text) && !isCredential(text, isFirst))
  const named = places.find(({ text }) => !isRemote(text)) ?? places[0]
  return named === undefined ? null : found(named, named.text.includes(",") || isState(named.text) ? 0.9 : 0.75)
}

const plainTown =
  /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}|d[aeio]s? |l[aes]+ |am |an |im |sur |upon )[\p{L}'’.-]*){0,2}(?:, \p{L}[\p{L} .-]{1,25})?$/u

/** What else stands in a row of contact data. */
const other =
  /^(?:linkedin|github|xing|portfolio|website|web|open to|available|verfügbar|immediate|sofort|driving|driver|permis|führerschein|carnet|patente|rijbewijs|married|single|verheiratet|ledig|mariée?|célibataire|casad[oa]|solter[oa]|male|female|references)\b/iu

/** In a row of contact data the one piece that is neither address, number nor page: a town that no list holds. */
const between = (line: Line): Found<string> | null => {
  const pieces = split(line, /[|•·∙◆▪\t]|\s{3,}/gu)
  const isContact = ({ text }: Piece) =>
    reached.test(text) || text.replace(/\D/g, "").length > 6 || /\.\p{Ll}{2,4}(?:\/|$)/u.test(text)
  const rest = pieces.filter((piece) => !isContact(piece))
  const [only] = rest
  if (only === undefined || rest.length > 1 || pieces.length < 2) return null
  const town = bare(only)
  return plainTown.test(town.text) &&
    titleWords(town.text) === 0 &&
    languageOf(town.text.split(/[^\p{L}]/u)[0] ?? "") === null &&
    !other.test(town.text)
    ? found(town, 0.5)
    : null
}

/** What a sentence says before a place. */
const sentence =
  /^(?:(?:currently )?(?:based|living|located|residing|resident|domiciled) (?:in|near)|(?:lives|resides|living) in|wohnhaft in|lebt in|wohnt in|basée? à|habite à|habitant à|domiciliée? à|résidant à|residente en|vive en|domiciliad[oa] en|residente a|vive a|domiciliat[oa] a|residente em|mora em|woonachtig in|woont in|mieszka w|bor i|bosatt i|bosat i) (?=\p{Lu})/iu

const stated = (line: Line): Found<string> | null => {
  for (const { start, text } of split(line, separators)) {
    const lead = sentence.exec(text)?.[0].length ?? 0
    // What comes behind a comma in small letters goes on about something else.
    const said = text
      .slice(lead)
      .replace(/,\s*\p{Ll}.*$/u, "")
      .replace(/\.$/, "")
    if (lead > 0 && said.length < 60 && !/[.;:@]/.test(said)) return found({ text: said, start: start + lead }, 0.8)
  }
  return null
}

/** Where the person lives, from a label, from the address section, or from the head's first lines. */
export const location = (cut: ReadonlyArray<Section>): Found<string> | null => {
  const heads = cut.filter(({ part }) => part === "head" || part === "location")
  for (const section of heads) {
    const named = section.part === "location" ? headed(section.lines) : null
    if (named !== null) return named
    for (const line of section.lines) {
      const named = labelled(line)
      if (named !== null) return named
    }
  }
  const first = heads[0]?.lines[0]
  const reading = [(line: Line) => stated(line) ?? written(line, line === first), between]
  for (const read of reading)
    for (const { lines } of heads)
      for (const line of lines.slice(0, 15)) {
        const isApart = line.text.length >= 250 || elsewhere.test(line.text) || (line === first && read === between)
        const named = isApart ? null : read(line)
        if (named !== null) return named
      }
  return null
}
