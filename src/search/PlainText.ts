/** Bytes of a file that are looked at for text. */
const most = 1_000_000

const tags = /<[^<>]{0,2000}>/g

/** The text of a file that is text: plain, Markdown, CSV or HTML in UTF-8. Of any other, nothing. */
export const textOf = ({ bytes, mediaType }: { readonly bytes: Uint8Array; readonly mediaType: string }): string => {
  if (!/^(text\/|application\/json\b)/i.test(mediaType)) return ""
  const text = new TextDecoder("utf-8").decode(bytes.subarray(0, most))
  return /^text\/html\b/i.test(mediaType) ? text.replace(tags, " ") : text
}
