import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import type { Config } from "../engine/Config.js"
import { isErasure } from "../domain/Fact.js"
import type { Entry } from "../domain/Ledger.js"
import type { Client } from "../index.js"
import { same } from "../domain/Same.js"
import * as Histories from "../engine/reporting/Histories.js"
import * as Index from "../engine/reporting/Index.js"
import * as Block from "../reports/Block.js"
import * as Journeys from "../reports/Journeys.js"
import { ask, requestOf } from "./Asking.js"
import { pipelineNames } from "./Everything.js"
import type { Opened } from "./Opened.js"
import { randomCommands, randomSettings } from "./random/Commands.js"
import { contacts } from "./random/Contacts.js"
import { facts } from "./random/Facts.js"
import { type Question, randomQuestion, randomStart } from "./random/Questions.js"
import { walk } from "./Run.js"

/** How columns are kept so that the history of a few subjects is kept, laid over, folded and cut as one of a million is. */
const keeping = fc.record({
  from: fc.constantFrom(1, 2),
  foldAfter: fc.constantFrom(1, 2, 3, 4, 1000),
  blockSize: fc.constantFrom(1, 2, 3),
  cacheBytes: fc.constantFrom(0, 1_000_000),
})

const every = 6
const atOnce = 10

/** What a run of the comparison is made of. */
const runs = (length: number) =>
  fc.record({
    commands: randomCommands({ length, also: [...facts, ...contacts] }),
    settings: randomSettings,
    start: randomStart,
    kept: keeping,
    other: keeping,
    questions: fc.infiniteStream(fc.array(randomQuestion, { minLength: atOnce, maxLength: atOnce })).noShrink(),
  })

/** How deep the runs went. */
export interface Seen {
  /** Questions that were answered, and by which report. */
  answered: number
  readonly reports: Set<Question["name"]>
  /** The most blocks of one pipeline, and how often an index moved. */
  blocks: number
  moves: number
  /** Erasures that took blocks away. */
  emptied: number
}

const differing = async (
  question: Question,
  clients: ReadonlyArray<Client>,
  plain: Client,
  entries: ReadonlyArray<Entry>,
  seen: Seen,
): Promise<void> => {
  const { name } = question
  const request = requestOf(question, entries)
  const right = await ask(plain, name, request)
  if (!("refused" in right)) {
    seen.answered++
    seen.reports.add(name)
  }
  const answers = await Promise.all(clients.map((client) => ask(client, name, request)))
  for (const answer of answers) {
    if (same(JSON.parse(JSON.stringify(answer)), JSON.parse(JSON.stringify(right)))) continue
    const [kept, read] = [JSON.stringify(answer), JSON.stringify(right)]
    throw new Error(`${name} ${JSON.stringify(request)}\nfrom kept columns: ${kept}\nfrom the records:  ${read}`)
  }
}

/** The subjects of a pipeline one by one, whatever their order, with all that is kept of them. */
const subjects = (journeys: Journeys.Journeys): ReadonlyArray<string> => {
  const { entered, first, kind, numbers, said, size, stage, texts } = journeys
  return Array.from({ length: size }, (_, subject) => {
    const own = [
      ...Object.entries(texts).map(([name, column]) => [name, Journeys.at(column, subject)]),
      ...Object.entries(numbers).map(([name, column]) => [name, column[subject]]),
    ].toSorted()
    const visits = Array.from({ length: (first[subject + 1] ?? 0) - (first[subject] ?? 0) }, (__, place) => {
      const visit = (first[subject] ?? 0) + place
      const words = Journeys.said.map((name) => (said[name] === undefined ? null : Journeys.at(said[name], visit)))
      return [kind[visit], Journeys.at(stage, visit), entered[visit], ...words]
    })
    return JSON.stringify([Journeys.at(Journeys.text(journeys, "id"), subject), own, visits])
  }).toSorted()
}

/** Rejects where what is kept of a pipeline is not what its records and visits say. */
const comparing = async ({ run: told, storage }: Opened, workspace: string, kept: Partial<Histories.Keeping>) => {
  const now = { asOf: null, knowledge: "now" } as const
  const ways = [{ from: Number.POSITIVE_INFINITY }, kept].map((one) =>
    Histories.make(storage, { ...Histories.defaults, ...one }),
  )
  for (const pipeline of pipelineNames) {
    const need = { pipeline, columns: Index.columns(pipeline), said: Block.said(pipeline) }
    const [right = [], ...others] = await Promise.all(
      ways.map(async (gather) =>
        subjects((await told(gather(workspace, [need], now))).journeys[pipeline] ?? Journeys.none(pipeline)),
      ),
    )
    for (const other of others)
      if (!same(other, right)) throw new Error(`${pipeline}: kept are ${other.join()}\nbut there are ${right.join()}`)
  }
}

const Listed = Schema.Struct({
  blocks: Schema.Array(Schema.Struct({ id: Schema.String, from: Schema.String, to: Schema.String, size: Schema.Int })),
})

/** The blocks that an index lists, by pipeline. Rejects where they overlap, are out of order, or are not there. */
const listed = async ({ run: told, storage }: Opened, workspace: string) => {
  const { indexes } = await told(storage.kept.state(workspace, pipelineNames))
  const found = []
  for (const [pipeline, { content, version }] of Object.entries(indexes)) {
    const blocks = Schema.is(Listed)(content) ? content.blocks : []
    for (const [place, { from, id, size, to }] of blocks.entries()) {
      const next = blocks[place + 1]?.from
      if (from > to || (next !== undefined && next <= to) || size < 1)
        throw new Error(`${pipeline}: block ${from} to ${to} of ${size} before ${next}`)
      if ((await told(storage.kept.read(workspace, [id], ["visits", "column.id"]))).length !== 2)
        throw new Error(`${pipeline}: block ${id} is listed and not there`)
    }
    found.push({ pipeline, version, blocks: blocks.length })
  }
  return found
}

/**
 * A property of random runs: questions to any report, asked after every sixth command of two processes that keep columns
 * each in its own way, are answered as they are from the records and visits themselves.
 */
export const agreeing = (
  fixture: { readonly opened: () => Promise<Opened> | Opened; readonly workspace: () => string },
  { length }: { readonly length: number },
) => {
  const seen: Seen = { answered: 0, reports: new Set(), blocks: 0, moves: 0, emptied: 0 }
  const property = fc.asyncProperty(
    runs(length),
    async ({ commands, kept, other, questions, settings, start }): Promise<void> => {
      const workspace = fixture.workspace()
      const opened = await fixture.opened()
      const config: Omit<Config, "now" | "ids"> = { settings }
      let others: ReadonlyArray<Client> | undefined
      let step = 0
      await walk(commands, opened, {
        config: { ...config, reports: kept },
        workspace,
        start,
        each: async ({ added, client, clock, world }) => {
          if (added.some(({ type }) => isErasure(type)))
            for (const { blocks, pipeline, version } of await listed(opened, workspace)) {
              if (blocks > 0) throw new Error(`${pipeline}: blocks outlive an erasure`)
              if (version > 1) seen.emptied++
            }
          if (++step % every !== 0 && step !== commands.length) return
          // Both go on to the end of the run, each with what it has cached.
          others ??= await Promise.all(
            [other, { from: Number.POSITIVE_INFINITY }].map(async (reports) =>
              (await opened.crm({ ...config, now: clock.now, reports })).workspace(workspace).as("maya"),
            ),
          )
          const [second = client, plain = client] = others
          await comparing(opened, workspace, step % 2 === 0 ? kept : other)
          for (const question of questions.next().value ?? [])
            await differing(question, [client, second], plain, world.entries, seen)
          for (const { blocks, version } of await listed(opened, workspace)) {
            seen.moves = Math.max(seen.moves, version)
            seen.blocks = Math.max(seen.blocks, blocks)
          }
        },
      })
    },
  )
  return { property, seen }
}
