/** A property of an iCalendar or a vCard, as it was before it was written. */
export interface Property {
  readonly name: string
  readonly parameters: { readonly [name: string]: string }
  /** Still escaped. */
  readonly value: string
}

/** The value with its escapes taken back. */
export const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_all, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign))

const unquoted = (value: string): string =>
  (value.startsWith('"') ? value.slice(1, -1) : value).replace(/\^([\^n'])/g, (_all, sign: string) =>
    sign === "n" ? "\n" : sign === "'" ? '"' : sign,
  )

/** Reads content lines as RFC 5545 and RFC 6350 have them: unfolds, and cuts names, parameters and values apart. */
export const properties = (text: string): ReadonlyArray<Property> => {
  if (!text.endsWith("\r\n")) throw new Error("the last line does not end")
  for (const line of text.slice(0, -2).split("\r\n")) {
    if (Buffer.byteLength(line) > 75) throw new Error(`a line of ${Buffer.byteLength(line)} octets`)
    if (/[\r\n]/.test(line)) throw new Error("a bare line end")
  }
  const unfolded = text.replaceAll("\r\n ", "").slice(0, -2).split("\r\n")
  return unfolded.map((line) => {
    const match = /^([A-Z-]+)((?:;[A-Z]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/su.exec(line)
    if (match === null) throw new Error(`no property: ${line}`)
    const [, name = "", parameters = "", value = ""] = match
    return {
      name,
      value,
      parameters: Object.fromEntries(
        [...parameters.matchAll(/;([A-Z]+)=("[^"]*"|[^";:,]*)/gu)].map(([, key = "", one = ""]) => [
          key,
          unquoted(one),
        ]),
      ),
    }
  })
}

/** The one value of a property, its escapes taken back. */
export const saidOf = (all: ReadonlyArray<Property>, name: string): string | undefined => {
  const found = all.find((one) => one.name === name)
  return found === undefined ? undefined : unescaped(found.value)
}
