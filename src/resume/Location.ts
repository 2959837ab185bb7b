import type { Found } from "./Draft.js"
import { found, type Line, type Piece, split } from "./Lines.js"
import type { Section } from "./Sections.js"
import { isCity, isCountry, isPlace, isState, isStreet as isStreetName } from "./words/Places.js"

const label =
  /^(?:address|location|residence|lives in|based in|home|city|adresse|anschrift|wohnort|standort|domicile|lieu|ville|dirección|direccion|domicilio|ubicación|residencia|lugar de residencia|ciudad|indirizzo|residenza|città|citta|endereço|endereco|morada|localidade|localização|cidade|adres|woonplaats|miejsce zamieszkania|adres zamieszkania|ort|adress|bostad|bydliště|住所|地址|주소)(?:\s*[:\t]\s*|\s{2,})/iu

const separators = /[|•·\t]| [–—-] |\s{3,}/gu

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

const labelled = (line: Line): Found<string> | null => {
  const lead = label.exec(line.text)?.[0]
  if (lead === undefined || line.text.length === lead.length) return null
  const [piece] = split({ text: line.text.slice(lead.length), start: line.start + lead.length }, /[|•\t]/g)
  return piece === undefined || piece.text.includes("@") ? null : found(place(piece), 0.9)
}

/** A place in a line of its own or between separators; «City, ST» needs its comma. */
const written = (line: Line): Found<string> | null => {
  for (const piece of split(line, separators)) {
    const told = place(piece)
    if (isPlace(told.text)) return found(told, told.text.includes(",") || isState(told.text) ? 0.9 : 0.75)
  }
  return null
}

/** What a sentence says before a place. */
const sentence =
  /^(?:(?:currently )?(?:based|living|located|residing|resident) in|lives in|wohnhaft in|lebt in|basée? à|habite à|residente en|vive en|residente a|vive a|residente em|woonachtig in|woont in|mieszka w|bor i|bosatt i) (?=\p{Lu})/iu

const stated = (line: Line): Found<string> | null => {
  for (const { start, text } of split(line, separators)) {
    const lead = sentence.exec(text)?.[0].length ?? 0
    const told = text.slice(lead).replace(/\.$/, "")
    if (lead > 0 && told.length < 60 && !/[.;:@]/.test(told)) return found({ text: told, start: start + lead }, 0.8)
  }
  return null
}

/** Where the person lives, from a label, from the address section, or from the head's first lines. */
export const location = (cut: ReadonlyArray<Section>): Found<string> | null => {
  const heads = cut.filter(({ part }) => part === "head" || part === "location")
  for (const section of heads) {
    for (const line of section.lines) {
      const told = labelled(line) ?? (section.part === "location" ? found(place(line), 0.85) : null)
      if (told !== null) return told
    }
  }
  for (const { lines } of heads) {
    for (const line of lines.slice(0, 15)) {
      const told = line.text.length < 250 ? (written(line) ?? stated(line)) : null
      if (told !== null) return told
    }
  }
  return null
}
