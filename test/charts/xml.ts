export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: ReadonlyArray<Element | string>
}

const entities: { readonly [name: string]: string } = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" }

const plain = (text: string): string =>
  text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const found = entities[name]
    if (found === undefined || !whole.endsWith(";")) throw new SyntaxError(`entity ${whole}`)
    return found
  })

/** Reads a well-formed XML document of elements and text, and throws at anything else. */
export const parse = (source: string): Element => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 does not allow
  const odd = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.exec(source)
  if (odd !== null) throw new SyntaxError(`character ${odd[0].codePointAt(0)} at ${odd.index}`)
  const token = /<\/([a-zA-Z][a-zA-Z0-9]*)>|<([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>|([^<]+)/y
  const root = { name: "", attributes: new Map<string, string>(), children: [] as Array<Element | string> }
  const open = [root]
  while (token.lastIndex < source.length) {
    const at = token.lastIndex
    const match = token.exec(source)
    const inside = open.at(-1)
    if (match === null || inside === undefined) throw new SyntaxError(`markup at ${at}: ${source.slice(at, at + 60)}`)
    const [, closed, name, attributes = "", alone, text] = match
    if (text !== undefined) inside.children.push(plain(text))
    else if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new SyntaxError(`</${closed}> at ${at}`)
    } else {
      const pairs = [...attributes.matchAll(/ ([^=]+)="([^"]*)"/g)].map(
        ([, key = "", value = ""]) => [key, plain(value)] as const,
      )
      if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new SyntaxError(`attributes twice at ${at}`)
      const element = { name: name ?? "", attributes: new Map(pairs), children: [] }
      inside.children.push(element)
      if (alone === "") open.push(element)
    }
  }
  const [only, ...more] = root.children
  if (open.length !== 1 || more.length > 0 || only === undefined || typeof only === "string")
    throw new SyntaxError("no one root")
  return only
}

/** The elements of a name, the element itself among them, in the order of the document. */
export const find = (element: Element, name: string): ReadonlyArray<Element> => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => (typeof child === "string" ? [] : find(child, name))),
]

/** The text of an element, without that of any `title` in it. */
export const text = (element: Element): string =>
  element.children
    .map((child) => (typeof child === "string" ? child : child.name === "title" ? "" : text(child)))
    .join("")
