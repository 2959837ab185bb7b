import type { Found, Span } from "./Draft.js"

const address =
  /(?:https?:\/\/|www\.)[^\s<>"'|,;()[\]]{3,300}|(?<![\p{L}\p{N}@._/-])(?:[\p{L}\p{N}-]{1,40}\.){1,3}(?:com|org|net|io|dev|me|de|fr|es|it|pt|nl|pl|uk|ch|at|eu|br|in|co|tech|app|page|site|blog|info|se|dk|no|fi|be|cz)(?:\/[^\s<>"'|,;()[\]]{0,300}|(?![\p{L}\p{N}@._-]))/giu

const known =
  /^(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.)?(?:linkedin|github|gitlab|xing|twitter|x|stackoverflow|medium|behance|dribbble|kaggle|orcid|researchgate|bitbucket)\.(?:com|org|net)/i

/** Names of technologies that look like hosts. */
const technology =
  /^(?:asp|node|vue|next|nuxt|express|react|angular|socket|three|d3|backbone|ember|nest)\.(?:js|net|io)$/i

/** Links, each once, as absolute addresses. `taken` are the places of e-mail addresses. */
export const links = (text: string, taken: ReadonlyArray<Span>): ReadonlyArray<Found<string>> => {
  const read = new Map<string, Found<string>>()
  for (const match of text.matchAll(address)) {
    if (read.size >= 50) break
    const written = match[0].replace(/[.,;:!?/]+$/, "")
    const span = { start: match.index, end: match.index + written.length }
    if (technology.test(written) || taken.some(({ start, end }) => span.start < end && start < span.end)) continue
    const value = /^https?:\/\//i.test(written) ? written : `https://${written}`
    const certain = /^https?:|^www\./i.test(written) || known.test(written)
    if (!read.has(value)) read.set(value, { value, confidence: certain ? 0.95 : 0.7, span })
  }
  return [...read.values()]
}
