import type { Found } from "./Draft.js"
import { found, type Line, type Piece, split } from "./Lines.js"
import type { Section } from "./Sections.js"
import { isCity, isPlace, isState } from "./words/Places.js"

const label =
  /^(?:address|location|residence|lives in|based in|home|city|adresse|anschrift|wohnort|standort|domicile|lieu|ville|dirección|direccion|domicilio|ubicación|residencia|lugar de residencia|ciudad|indirizzo|residenza|città|citta|endereço|endereco|morada|localidade|localização|cidade|adres|woonplaats|miejsce zamieszkania|adres zamieszkania|ort|adress|bostad|bydliště|住所|地址|주소)(?:\s*[:\t]\s*|\s{2,})/iu

const separators = /[|•·\t]| [–—-] |\s{3,}/gu

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
    /^\d+\p{L}?[ -]\p{L}|\p{L} \d+\p{L}?$|^(?:apt|apartment|flat|unit|suite)\b/iu.test(text) &&
    !isCity(text) &&
    !isState(text)
  const houses = parts.findLastIndex(({ text }, index) => index < parts.length - 1 && isStreet(text))
  const from = parts[Math.max(first, houses + 1)]
  if (from === undefined || from === parts[0]) return piece
  return { text: piece.text.slice(from.start - piece.start), start: from.start }
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
      const told = line.text.length < 250 ? written(line) : null
      if (told !== null) return told
    }
  }
  return null
}
