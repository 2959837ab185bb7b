import * as ParseResult from "effect/ParseResult"
import type { Issue } from "../domain/Refusal.js"

/** What is wrong with a value that a schema did not take. */
export const issuesOf = (error: ParseResult.ParseIssue): ReadonlyArray<Issue> =>
  ParseResult.ArrayFormatter.formatIssueSync(error)
    .filter(({ message }) => !/^Expected (null|undefined), actual /.test(message))
    .slice(0, 100)
    .map(({ path, message }) => ({
      path: path.map((step) => (typeof step === "symbol" ? String(step) : step)),
      message: message.slice(0, 200),
    }))
