const heading = /^ {0,3}#{1,6}[ \t]+(\S.*)$/

/** The text is marked up: it has headings of its own as Markdown writes them. */
export const isMarkdown = (text: string): boolean =>
  text
    .slice(0, 20_000)
    .split("\n")
    .filter((line) => heading.test(line.slice(0, 200))).length > 1

/** A line without the marks of emphasis, code and links; an address that a link leads to stays. */
const unmarked = (line: string): string =>
  line
    .replace(/\[([^[\]]{0,200})\]\((?:mailto:|tel:)?([^()\s]{1,300})\)/g, (_, text: string, address: string) =>
      text === address ? text : `${text} ${address}`,
    )
    .replace(/(`[^`]{1,80}`)[ ]+(?=`)/g, "$1, ")
    .replace(/(\*\*|__|`)(?=\S)([^*_`]{1,300})\1/g, "$2")
    .replace(/(^|[\s(])([*_])(?=\S)([^*_]{1,300})\2(?=$|[\s).,;:])/g, "$1$3")

/** The text of a Markdown document: its headings as lines of their own, its marks gone. */
export const textOf = (markdown: string): string =>
  markdown
    .split("\n")
    .map((line) => {
      if (line.length > 2_000) return line
      const head = heading.exec(line)?.[1]
      return head === undefined ? unmarked(line) : `\n${unmarked(head.replace(/[ \t]+#+$/, ""))}`
    })
    .join("\n")
