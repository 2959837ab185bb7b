import { readFileSync } from "node:fs"
import type { NounName } from "../src/domain/Nouns.js"
import { Nouns } from "../src/domain/Nouns.js"
import { mermaid } from "../src/domain/Pipeline.js"
import { pipelines } from "../src/domain/Pipelines.js"

const title = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

const section = (name: keyof typeof pipelines & NounName): string => {
  const pipeline = pipelines[name]
  const kinds = Object.entries<{ readonly phase: string; readonly requires?: ReadonlyArray<string> }>(Nouns[name].kinds)
  const stays = [...new Set(pipeline.edges.filter(({ from, to }) => from === to).map(({ command }) => command))]
  return [
    `## ${title(name)}`,
    "",
    "```mermaid",
    mermaid(pipeline),
    "```",
    "",
    "| kind | phase | always has | legal commands |",
    "|---|---|---|---|",
    ...kinds.map(
      ([kind, { phase, requires }]) =>
        `| \`${kind}\` | ${phase} | ${(requires ?? []).map((field) => `\`${field}\``).join(", ") || "–"} | ${
          pipeline
            .legal(kind as never)
            .map((command) => `\`${command}\``)
            .join(", ") || "–"
        } |`,
    ),
    "",
    ...(stays.length === 0
      ? []
      : [`Within one kind, between its stages: ${stays.map((one) => `\`${one}\``).join(", ")}.`, ""]),
  ].join("\n")
}

/** `docs/pipelines.md`, from the tables of the pipelines. */
const pipelinesPage = (): string =>
  [
    "# Pipelines",
    "",
    "Generated from the pipeline tables in `src/domain` by `npm run docs`; a test fails when this page is stale.",
    "Names in brackets are the guards that a command has to pass.",
    "",
    ...(Object.keys(pipelines) as ReadonlyArray<keyof typeof pipelines>).map(section),
  ].join("\n")

const source = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8")

const fieldsOf = (body: string): string =>
  [...body.matchAll(/readonly (\w+):/g)].map(([, field]) => `\`${field}\``).join(", ") || "–"

const errorsIn = (path: string): ReadonlyArray<string> =>
  [
    ...source(path).matchAll(
      /\/\*\* ([^*]*(?:\*(?!\/)[^*]*)*)\*\/\nexport class (\w+) extends [^<]*<\{(.*?)\n?\}> \{/gs,
    ),
  ].map(
    ([, text = "", name, body = ""]) =>
      `| \`${name}\` | ${text.replaceAll(/\s*\n \*\s*/g, " ").trim()} | ${fieldsOf(body.replaceAll(/ReadonlyArray<\{.*?\}>/gs, "list"))} |`,
  )

/** `docs/errors.md`, from the error classes and what is said of them there. */
const errorsPage = (): string =>
  [
    "# Errors",
    "",
    "Generated from the error classes in `src` by `npm run docs`; a test fails when this page is stale.",
    "Each rejects with its `_tag`, a message, and the data in the last column.",
    "",
    "## Refusals and input",
    "",
    "| error | means | carries |",
    "|---|---|---|",
    ...errorsIn("src/domain/Refusal.ts"),
    "",
    "## Storage",
    "",
    "| error | means | carries |",
    "|---|---|---|",
    ...errorsIn("src/ports/StorageError.ts").filter((line) => !line.startsWith("| `StaleWrite`")),
    "",
  ].join("\n")

/** The generated pages by the file that keeps them. */
export const pages: { readonly [file: string]: () => string } = {
  "docs/pipelines.md": pipelinesPage,
  "docs/errors.md": errorsPage,
}
