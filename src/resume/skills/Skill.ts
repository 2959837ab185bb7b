/** A skill: the name it goes by and what else it is called. */
export interface Skill {
  readonly name: string
  readonly aliases: ReadonlyArray<string>
  /** Its words mean other things elsewhere (`go`, `excel`): it counts only where skills are listed. */
  readonly listed: boolean
  /** The concept in the taxonomy that it comes from. */
  readonly uri?: string
}

/**
 * Skills from lines of `name: alias, alias`. A line that begins with `~` counts only where skills are listed.
 *
 * @example
 * import { Skill } from "matchloop/resume"
 *
 * const own = Skill.parse("site reliability: sre\n~maker: makers")
 */
export const parse = (lines: string): ReadonlyArray<Skill> =>
  lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const listed = line.startsWith("~")
      const [name = "", aliases = ""] = (listed ? line.slice(1) : line).split(": ")
      return {
        name: name.trim(),
        aliases: aliases
          .split(",")
          .map((alias) => alias.trim())
          .filter((alias) => alias !== ""),
        listed,
      }
    })
