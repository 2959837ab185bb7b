/** What a spreadsheet may skip before it looks whether a cell is a formula: spaces, quotes, and what is not seen. */
const skipped = /^[\s\p{Z}\p{Cc}\p{Cf}"'`´‘’‚“”„«»＂＇｀]*/u
/** What begins a formula, or a cell of its own: also in the full-width and small forms that some programs fold. */
const starts = /^[\s\p{Z}\p{Cc}\p{Cf}"'`´‘’‚“”„«»＂＇｀]*[=+\-@＝＋－＠﹦﹢﹣﹫−]/u
const control = /[\t\r\0]/

/** Whether some spreadsheet could take a text for a formula. */
export const like = (text: string): boolean => starts.test(text) || control.test(skipped.exec(text)?.[0] ?? "")

/** Keeps a text from being a formula by an apostrophe, which spreadsheets read as "text follows". */
export const guarded = (text: string): string => (like(text) ? `'${text}` : text)

/** Takes off the apostrophe that `guarded` put there, and no other. */
export const bare = (text: string): string => (text.startsWith("'") && like(text.slice(1)) ? text.slice(1) : text)
