/** The rows of a CSV text, fields in quotes with line breaks and doubled quotes included. */
export const rows = (text: string): ReadonlyArray<ReadonlyArray<string>> => {
  const read: Array<Array<string>> = []
  let row: Array<string> = []
  let field = ""
  const endField = () => {
    row.push(field)
    field = ""
  }
  const endRow = () => {
    endField()
    if (row.some((one) => one !== "")) read.push(row)
    row = []
  }
  let at = text.startsWith("\ufeff") ? 1 : 0
  while (at < text.length) {
    if (text[at] === '"' && field === "") {
      const end = quoted(text, at + 1)
      field = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      continue
    }
    const stop = /[,\r\n]/g
    stop.lastIndex = at
    const next = stop.exec(text)?.index ?? text.length
    field += text.slice(at, next)
    if (text[next] === ",") endField()
    else endRow()
    at = text.startsWith("\r\n", next) ? next + 2 : next + 1
  }
  if (field !== "" || row.length > 0) endRow()
  return read
}

/** Where the quote ends that began before `from`. */
const quoted = (text: string, from: number): number => {
  let at = text.indexOf('"', from)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at === -1 ? text.length : at
}
