import * as Attaching from "../Attaching.js"
import { blank } from "../Blank.js"
import * as Draft from "../Draft.js"
import type { Fact } from "../Fact.js"
import type { Entry, Json } from "../Ledger.js"
import { apply } from "../Replay.js"
import * as Stages from "../Stages.js"
import * as Visits from "../Visits.js"
import type { NounName } from "../Nouns.js"
import type { Row } from "./Exported.js"
import type { Story } from "./History.js"

/**
 * Takes a record over with its whole history: its entries say what they said, when it happened and who did it, and also
 * who brought them here and when they were first recorded.
 */
export const adopt = (draft: Draft.Draft, { entries, id, noun, record }: Story): void => {
  const { actor, now } = draft.context
  for (const entry of entries) {
    const imported = { by: actor, recordedAt: entry.recordedAt }
    draft.entries.push({ ...entry, recordedAt: now, data: { ...entry.data, imported } })
  }
  put(draft, { entries, id, noun, record })
}

/** The record and the visits that its entries give, on the draft. */
const put = (draft: Draft.Draft, { entries, id, noun, record }: Story): void => {
  if (record !== null) {
    draft.records.set(id, { noun, id, expects: 0, record })
    Attaching.name(draft, { noun, before: null, after: record })
    Attaching.link(draft, { noun, id, before: null, after: record })
  }
  // Who was merged away is found by what was said of them before.
  const last = record ?? entries.slice(0, -1).reduce<Row | null>(apply, null)
  if (last !== null) Attaching.key(draft, { noun, id, before: null, after: last })
  if (Draft.isPipeline(noun) && record !== null)
    draft.visitsRewritten.push({ pipeline: noun, subjectId: id, visits: Visits.of(noun, entries) })
}

/** What happened to a stub, in order: the first makes it. */
export interface Chapter {
  readonly type: Fact
  readonly at: string
  /** The kind that it came to; absent for nouns without a pipeline. */
  readonly kind?: string
  readonly fields: { readonly [field: string]: Json }
}

/**
 * Makes a record that a person's records name and that is not here, back-dated to when they first did. A field that is
 * not given is null.
 */
export const stub = (draft: Draft.Draft, noun: NounName, id: string, chapters: ReadonlyArray<Chapter>): Row => {
  const { actor, now, stages } = draft.context
  let record: Row | null = null
  const entries = chapters.map(({ at, fields, kind, type }, index): Entry => {
    const place =
      kind === undefined || !Draft.isPipeline(noun)
        ? null
        : { kind, stage: Stages.first(stages, noun, kind).name, stageSince: at }
    const made = index === 0 ? { ...blank(noun), id, createdAt: at, createdBy: actor } : {}
    const patch = { ...made, version: index + 1, updatedAt: at, updatedBy: actor, ...place, ...fields }
    record = { ...record, ...patch }
    return {
      id: Draft.freshId(draft, "entry"),
      act: draft.act,
      type,
      subject: { type: noun, id },
      version: index + 1,
      at,
      recordedAt: now,
      actor,
      corrects: null,
      data: place === null ? {} : { to: { kind: place.kind, stage: place.stage } },
      patch,
    }
  })
  draft.entries.push(...entries)
  put(draft, { noun, id, record, entries })
  return record ?? {}
}
