import type { Language } from "./Draft.js"
import type { Line } from "./Lines.js"
import { languageOf, levelOf } from "./words/Tongues.js"

interface Named {
  readonly code: string
  readonly start: number
  readonly end: number
}

const words = /[\p{L}\p{Mn}]+/gu

const namedIn = (text: string): ReadonlyArray<Named> =>
  [...text.matchAll(words)].flatMap((match) => {
    const code = languageOf(match[0])
    return code === null ? [] : [{ code, start: match.index, end: match.index + match[0].length }]
  })

/** The languages of their section: each name, with the level that follows it or stands before it. */
export const languages = (text: string, lines: ReadonlyArray<Line>): ReadonlyArray<Language> => {
  const read = new Map<string, Language>()
  for (const [index, line] of lines.slice(0, 60).entries()) {
    const following = lines[index + 1]
    const more = following !== undefined && namedIn(following.text).length === 0 ? `\n${following.text}` : ""
    const all = namedIn(line.text)
    for (const [nth, { code, start, end }] of all.entries()) {
      const stop = all[nth + 1]?.start
      const after = stop === undefined ? line.text.slice(end) + more : line.text.slice(end, stop)
      const before = line.text.slice(all[nth - 1]?.end ?? 0, start)
      const own = /^[^,;|•]*(?:\([^)]*\))?/u.exec(after)?.[0] ?? after
      const lead = before.split(/[,;|•]/).at(-1) ?? ""
      const level =
        levelOf(own) ?? levelOf(lead) ?? (nth === all.length - 1 || /^\s*[(:–-]/.test(after) ? levelOf(after) : null)
      const span = { start: line.start + start, end: line.start + end }
      const known = text.slice(span.start, span.end)
      if (!read.has(code)) read.set(code, { value: code, confidence: known.length > 3 ? 0.95 : 0.85, span, level })
    }
  }
  return [...read.values()]
}
