import { clean } from "./Xml.js"

/** System fonts differ: widths are estimated for the wider ones, so that what fits here fits there. */
const widths: ReadonlyArray<readonly [RegExp, number]> = [
  [/\p{M}|\p{Cf}/u, 0],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff00-\uff60]/u,
    1.1,
  ],
  [/[ .,:;'|!ijlI1·]/u, 0.38],
  [/[ftr()[\]/-]/u, 0.45],
  [/[mwMW%@…—]/u, 0.98],
  [/[A-Z&\p{Lu}]/u, 0.76],
  [/[\p{Ll}\p{N}–]/u, 0.64],
]
const known = new Map<string, number>()

const widthOf = (character: string): number => {
  const cached = known.get(character)
  if (cached !== undefined) return cached
  const width = widths.find(([test]) => test.test(character))?.[1] ?? 0.9
  if (character < "\u0250") known.set(character, width)
  return width
}

/** How wide a text may get in any system font, in pixels. */
export const width = (text: string, size: number, bold = false): number => {
  let sum = 0
  for (const character of text) sum += widthOf(character)
  return sum * size * (bold ? 1.12 : 1)
}

const segments = new Intl.Segmenter("en", { granularity: "grapheme" })

/** The text, or as many of its letters as fit with an ellipsis behind them. Takes only as much of it as can matter. */
export const fitted = (text: string, size: number, room: number, bold = false): string => {
  const whole = clean(text.length > 2000 ? `${text.slice(0, 2000)}…` : text)
  if (width(whole, size, bold) <= room) return whole
  let kept = ""
  let used = width("…", size, bold)
  for (const { segment } of segments.segment(whole)) {
    used += width(segment, size, bold)
    if (used > room) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** The text in lines that fit, at most so many: the last one is cut. */
export const wrapped = (
  text: string,
  size: number,
  room: number,
  most: number,
  bold = false,
): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  const words = clean(text).split(/\s+/).filter(Boolean)
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`
    if (line === "" || width(longer, size, bold) <= room) line = longer
    else if (lines.length + 1 === most) {
      return [...lines, fitted([line, ...words.slice(index)].join(" "), size, room, bold)]
    } else {
      lines.push(fitted(line, size, room, bold))
      line = word
    }
  }
  return line === "" ? lines : [...lines, fitted(line, size, room, bold)]
}
