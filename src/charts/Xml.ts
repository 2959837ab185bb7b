// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML 1.0 cannot carry
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu
/** Marks that change the direction of whatever follows them. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f]/u

/** Text on one line that any document can carry: what XML cannot is a replacement mark, and no direction leaks out. */
export const clean = (text: string): string =>
  text
    .replace(/[\t\n\r\u2028\u2029]+/g, " ")
    .replace(directions, "")
    .replace(illegal, "\ufffd")

/** Clean text for the middle of a sentence: one that runs from right to left keeps its neighbours in place. */
export const isolated = (text: string): string => {
  const plain = clean(text)
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "")

type Attributes = { readonly [name: string]: string | number | null }

const short = (value: number): string => (Number.isFinite(value) ? String(Math.round(value * 100) / 100) : "0")

/** An element; attributes that are null are left out, numbers are cut to hundredths, children are markup already. */
export const element = (name: string, attributes: Attributes, ...children: ReadonlyArray<string>): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? short(value) : escaped(String(value))}"`)
    .join("")
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`
}
