import type { Client } from "../domain/client/Client.js"

/** What names of companies end in, and leave out where they are spoken of. */
const forms =
  /[\s,]+(?:gmbh(?:\s*&\s*co\.?\s*kg)?|ag|kg|se|ug|inc\.?|incorporated|ltd\.?|limited|llc|llp|plc|corp\.?|corporation|co\.?|s\.?a\.?s?\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?|ab|as|a\/s|oy|sp\.?\s*z\s*o\.?\s*o\.?)$/iu

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+")

/** `https://www.acme.test/jobs` as `acme.test`. */
const hostOf = (website: string): string =>
  website
    .trim()
    .replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/[/?#:].*$/s, "")

const whole = (patterns: ReadonlyArray<string>, flags: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns.join("|")})(?![\p{L}\p{N}])`, flags)

/**
 * Takes a client out of a text as whole words: its name, the address of its website and of its mails in any case, and the
 * name without its legal form as it is written or in capitals. What else tells who it is, nobody but a reader can know.
 */
export const without = (
  { name, website }: Pick<Client, "name" | "website">,
  as: string,
): ((text: string) => string) => {
  const said = name.trim()
  const spoken = said.replace(forms, "").trim()
  const host = website === null ? "" : hostOf(website)
  const address = String.raw`(?:[\w+.-]{1,64}@|(?:https?:\/\/)?(?:[\w-]{1,63}\.){0,3})${escaped(host)}(?:\/(?:[^\s<>"]{0,300}[^\s<>".,;:!?)])?)?`
  const told = [...(host === "" ? [] : [address]), ...(said === "" ? [] : [escaped(said)])]
  const named = spoken === "" ? [] : [spoken, spoken.toUpperCase()].map(escaped)
  return (text) => {
    const rest = told.length === 0 ? text : text.replace(whole(told, "giu"), () => as)
    return named.length === 0 ? rest : rest.replace(whole(named, "gu"), () => as)
  }
}
