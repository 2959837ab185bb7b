import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { memory } from "matchloop/memory"
import { broken, everything, open } from "matchloop/testing"
import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import type { Entry } from "../../src/domain/Ledger.js"
import type { Filter, Storage } from "../../src/ports/Storage.js"
import type { Opened } from "../../src/testing/Opened.js"
import { mistakes } from "../../src/testing/random/Mistakes.js"
import { everyStep } from "./runs.js"

/** The reference, with one bug planted in what it is told to write. */
const writing = (spoil: (changes: ChangeSet) => ChangeSet) => async (): Promise<Opened> => {
  const opened = await open(memory())
  const storage: Storage = { ...opened.storage, commit: (changes) => opened.storage.commit(spoil(changes)) }
  return wrapped(opened, storage)
}

const wrapped = (opened: Opened, storage: Storage): Opened => ({
  ...opened,
  storage,
  crm: (config) => crmOver(storage, config),
})

const crmOver: (storage: Storage, config: Parameters<Opened["crm"]>[0]) => ReturnType<Opened["crm"]> = async (
  storage,
  config,
) => {
  const { createMatchloop } = await import("matchloop")
  const Layer = await import("effect/Layer")
  const { Storage: Tag } = await import("../../src/ports/Storage.js")
  return createMatchloop({ ...config, storage: { name: "spoilt", layer: Layer.succeed(Tag, storage) } })
}

/** The violations that random runs find. */
const found = async (storage: () => Promise<Opened>, runs = 25, also: typeof mistakes = []): Promise<string> => {
  let first = ""
  await everyStep({
    runs,
    seed: 7,
    storage,
    also,
    check: async (_step, opened) => {
      const violations = broken(await everything(opened, "main"))
      first = violations[0] ?? ""
      if (first !== "") throw new Error(first)
    },
  })
  return first
}

const every = (change: (entry: Entry) => Entry) => (changes: ChangeSet) => ({
  ...changes,
  entries: changes.entries.map(change),
})

const without = (noun: string, kind: string) => (changes: ChangeSet) => ({
  ...changes,
  records: changes.records.filter(({ noun: of, record }) => of !== noun || record?.kind !== kind),
})

/** The reference, which finds no row of a noun where it is asked whom a field names. */
const blind = (noun: string, field: string) => async (): Promise<Opened> => {
  const opened = await open(memory())
  const { list } = opened.storage
  const asks = (filter: Filter | null) =>
    filter !== null && ("field" in filter ? filter.field === field : field === "subjects" && "about" in filter)
  return wrapped(opened, {
    ...opened.storage,
    list: (request) => (request.noun === noun && asks(request.filter) ? Effect.succeed([]) : list(request)),
  })
}

const planted: ReadonlyArray<readonly [what: string, rule: string, storage: () => Promise<Opened>]> = [
  [
    "a patch that leaves a field out",
    "replaying",
    writing(
      every((entry) => ({
        ...entry,
        patch: entry.patch === null || entry.version === 1 ? entry.patch : { ...entry.patch, updatedAt: "x" },
      })),
    ),
  ],
  [
    "an entry that is lost",
    "replaying",
    writing((changes) => ({
      ...changes,
      entries: changes.entries.filter(({ type }) => type !== "CandidateBecameReady"),
    })),
  ],
  ["a visit that is never closed", "visiting", writing((changes) => ({ ...changes, visitsClosed: [] }))],
  ["a correction that rewrites no visits", "visiting", writing((changes) => ({ ...changes, visitsRewritten: [] }))],
  ["an opening that is not reserved", "replaying", writing(without("opening", "reserved"))],
  [
    "a placement with half its credit",
    "credits",
    writing((changes) => ({
      ...changes,
      records: changes.records.map((write) =>
        write.noun === "placement" && write.record !== null
          ? { ...write, record: { ...write.record, credits: [] } }
          : write,
      ),
      entries: changes.entries.map((entry) =>
        entry.subject.type === "placement" && entry.patch !== null && "credits" in entry.patch
          ? { ...entry, patch: { ...entry.patch, credits: [] } }
          : entry,
      ),
    })),
  ],
]

const many = [...mistakes, ...mistakes, ...mistakes]

/** Those that a correction of what was entered by mistake brings out. */
const overlooked: ReadonlyArray<readonly [what: string, storage: () => Promise<Opened>]> = [
  ["who is on a list", blind("member", "memberId")],
  ["who opted out", blind("optOut", "personId")],
]

/** The reference, with consents that seem to cover everything for ever. */
const generous = async (): Promise<Opened> => {
  const opened = await open(memory())
  const { load } = opened.storage
  const all = { purpose: "represent", clientId: null, positionId: null, expiresAt: null }
  const spoilt: Storage["load"] = (request) =>
    Effect.map(load(request), ({ remembered, rows }) => ({
      remembered,
      rows: {
        ...rows,
        ...(rows.consents === undefined ? {} : { consents: rows.consents.map((row) => ({ ...row, ...all })) }),
      },
    }))
  return wrapped(opened, { ...opened.storage, load: spoilt })
}

describe(`${planted.length + overlooked.length + 1} planted bugs are all caught`, () => {
  test.each(planted)("%s breaks the rule `%s`", { timeout: 120_000 }, async (_what, rule, storage) => {
    expect((await found(storage)).split(":")[0]).toMatch(new RegExp(`^(${rule}|standing)$`))
  })

  test.each(overlooked)(
    "a correction that overlooks %s breaks the rule `named`",
    { timeout: 120_000 },
    async (_, storage) => {
      expect((await found(storage, 25, many)).split(":")[0]).toBe("named")
    },
  )

  test("a submission under a consent for something else breaks the rule `consent`", async () => {
    const opened = await generous()
    const maya = (await opened.crm()).as("maya")
    const { id: clientId } = await maya.clients.create({ name: "Acme" })
    const { id: positionId } = await maya.positions.open({ clientId, title: "Dev" })
    const { id: candidateId } = await maya.candidates.create({ name: "Ada" })
    const document = { name: "keep.pdf", bytes: new Uint8Array() }
    await maya.candidates.signConsent(candidateId, { purpose: "retain", document })
    await maya.candidates.screen(candidateId, { outcome: "passed" })
    const { id } = await maya.submissions.shortlist({ candidateId, positionId })
    await maya.submissions.submit(id)
    expect(broken(await everything(opened, "main"))).toEqual([expect.stringMatching(/^consent: /)])
  })
})

test("nothing is caught where nothing is planted", { timeout: 120_000 }, async () => {
  expect(await found(() => open(memory()), 5)).toBe("")
})
