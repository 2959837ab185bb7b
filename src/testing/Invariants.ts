import * as Consent from "../domain/candidate/Consent.js"
import { isErasure } from "../domain/Fact.js"
import type { Entry } from "../domain/Ledger.js"
import { type NounName, nounOf } from "../domain/Nouns.js"
import { isErased } from "../domain/privacy/Erased.js"
import { blanked, everything } from "../domain/privacy/Personal.js"
import * as References from "../domain/References.js"
import { apply, replay } from "../domain/Replay.js"
import { same } from "../domain/Same.js"
import * as Visits from "../domain/Visits.js"
import type { Row } from "../ports/Storage.js"
import { groupBy } from "./Grouped.js"
import { type Everything, nouns, pipelineNames } from "./Everything.js"

/** What must always hold of an agency's data: the violations found, none where all is well. */
export type Invariant = (all: Everything) => ReadonlyArray<string>

const rowsOf = (all: Everything, noun: string): ReadonlyArray<Row> => all.records[noun] ?? []
const kindIn = (row: Row, ...kinds: ReadonlyArray<string>) => kinds.includes(String(row.kind))
const when = (found: boolean, what: string) => (found ? [what] : [])

/** Each entry with its subject before and after it, and every record as it then stood. */
const replayed = function* (ledger: ReadonlyArray<Entry>) {
  const state = new Map<string, Row>()
  for (const entry of ledger) {
    const before = state.get(entry.subject.id) ?? null
    const after = apply(before, entry)
    if (after === null) state.delete(entry.subject.id)
    else state.set(entry.subject.id, after)
    yield { entry, before, after, state }
  }
}

/** Rule 1: whoever is before a client came there under a live consent that covered that client and position. */
export const consent: Invariant = ({ ledger }) => {
  const broken: Array<string> = []
  for (const { entry, before, after, state } of replayed(ledger)) {
    if (entry.subject.type !== "submission" || after === null || entry.corrects !== null) continue
    const submitted = kindIn(after, "submitted", "interviewing", "offered", "accepted", "placed")
    if (!submitted || before?.submittedAt === after.submittedAt) continue
    const under = state.get(String(after.consentId)) as Consent.Consent | undefined
    const scope = { clientId: String(after.clientId), positionId: String(after.positionId) }
    if (under === undefined || under.candidateId !== after.candidateId || !Consent.covers(under, scope, entry.at)) {
      broken.push(`${after.id} was submitted at ${entry.at} without a live consent`)
    }
  }
  return broken
}

const live = ["shortlisted", "submittedInternal", "submitted", "interviewing", "offered", "accepted"]

/** Rule 2: one live submission per candidate and position, and attempts count 1, 2, 3 … */
export const attempts: Invariant = (all) => {
  const pairs = groupBy(rowsOf(all, "submission"), (row) => `${row.candidateId} on ${row.positionId}`)
  return [...pairs].flatMap(([pair, rows]) => [
    ...when(rows.filter((row) => kindIn(row, ...live)).length > 1, `two live submissions of ${pair}`),
    ...when(new Set(rows.map(({ attempt }) => attempt)).size !== rows.length, `an attempt twice: ${pair}`),
  ])
}

/** Rule 3: an opening is filled by one placement that stands, and a placement that stands fills one opening. */
export const openings: Invariant = (all) => {
  const byId = new Map([...rowsOf(all, "placement"), ...rowsOf(all, "submission")].map((row) => [row.id, row]))
  const standing = rowsOf(all, "placement").filter((row) =>
    kindIn(row, "pendingStart", "started", "completed", "terminated"),
  )
  const filled = rowsOf(all, "opening").filter((row) => kindIn(row, "filled"))
  const reserved = rowsOf(all, "opening").filter((row) => kindIn(row, "reserved"))
  return [
    ...filled.flatMap((row) => {
      const placement = byId.get(row.placementId ?? "")
      return when(
        !standing.some((one) => one === placement && one.openingId === row.id),
        `${row.id} is filled by nobody`,
      )
    }),
    ...standing.flatMap((row) => when(!filled.some((one) => one.placementId === row.id), `${row.id} fills no opening`)),
    ...reserved.flatMap((row) =>
      when(byId.get(row.submissionId ?? "")?.kind !== "offered", `${row.id} is reserved for nobody`),
    ),
  ]
}

/** Rule 4: a position runs while it has openings left; where it does not, nobody is live on it. */
export const winning: Invariant = (all) => {
  const left = groupBy(
    rowsOf(all, "opening").filter((row) => kindIn(row, "open", "reserved")),
    ({ positionId }) => positionId,
  )
  const waiting = rowsOf(all, "submission").filter((row) => kindIn(row, ...live) && row.kind !== "accepted")
  return rowsOf(all, "position").flatMap((row) => {
    const free = left.get(row.id ?? "")?.length ?? 0
    const over = kindIn(row, "filled", "lost", "cancelled", "closed")
    return [
      ...when(over && free > 0, `${row.id} is ${row.kind} with an opening left`),
      ...when(!over && free === 0, `${row.id} is ${row.kind} with no opening left`),
      ...when(
        over && waiting.some(({ positionId }) => positionId === row.id),
        `somebody is live on ${row.id}, ${row.kind}`,
      ),
    ]
  })
}

/** Rule 4: whoever a filled position ends, it closes out, in the act that filled it. */
export const closingOut: Invariant = ({ ledger }) => {
  const acts = groupBy(ledger, ({ act }) => act)
  return [...acts.values()].flatMap((act) => {
    const filled = act.filter(({ type }) => type === "PositionFilled").map(({ subject }) => subject.id)
    if (filled.length === 0) return []
    return act.flatMap(({ type, patch, id }) =>
      when(
        type === "SubmissionClosedOut" && (patch?.endParty !== "system" || patch.endReason !== "position filled"),
        `${id} closes out for another reason`,
      ),
    )
  })
}

/** Rule 6: the ledger gives the stored records exactly. */
export const replaying: Invariant = (all) => {
  const given = replay(all.ledger)
  const stored = new Map(
    nouns.flatMap((noun) => rowsOf(all, noun).map((record) => [String(record.id), { noun, record }] as const)),
  )
  return [...new Set([...given.keys(), ...stored.keys()])].flatMap((id) =>
    when(!same(given.get(id), stored.get(id)), `the ledger gives another ${id} than is stored`),
  )
}

/** Rule 6: the visits follow from the entries, corrections and all. */
export const visiting: Invariant = (all) => {
  const histories = groupBy(all.ledger, ({ subject }) => subject.id)
  return pipelineNames.flatMap((pipeline) => {
    const stored = groupBy(all.visits[pipeline] ?? [], ({ subjectId }) => subjectId)
    const subjects = [...histories].flatMap(([id, [first]]) => (first?.subject.type === pipeline ? [id] : []))
    return [...new Set([...subjects, ...stored.keys()])].flatMap((id) =>
      when(
        !same(Visits.of(pipeline, histories.get(id) ?? []), stored.get(id) ?? []),
        `${id} has other visits than its entries give`,
      ),
    )
  })
}

/** Rule 6: whoever is there stands where the last visit says, since it began. */
export const standing: Invariant = (all) =>
  pipelineNames.flatMap((pipeline) => {
    const open = new Map(
      (all.visits[pipeline] ?? []).filter(({ leftAt }) => leftAt === null).map((visit) => [visit.subjectId, visit]),
    )
    return rowsOf(all, pipeline).flatMap((row) => {
      const visit = open.get(String(row.id))
      const right = visit?.kind === row.kind && visit?.stage === row.stage && visit?.enteredAt === row.stageSince
      return when(
        !right,
        `${row.id} stands at ${row.kind} since ${row.stageSince}, but visits ${visit?.kind} since ${visit?.enteredAt}`,
      )
    })
  })

/** Time goes forward within every subject's visits. */
export const forward: Invariant = (all) =>
  Object.values(all.visits)
    .flat()
    .flatMap((visit) =>
      when(visit.leftAt !== null && visit.leftAt < visit.enteredAt, `${visit.id} ends before it begins`),
    )

/** Rule 8: a restored submission stands where it left. */
export const restoring: Invariant = ({ ledger }) => {
  const broken: Array<string> = []
  for (const { entry, before, after } of replayed(ledger)) {
    if (entry.type !== "SubmissionRestored" || before === null || after === null) continue
    if (after.kind !== before.leftKind || after.stage !== before.leftStage) {
      broken.push(`${after.id} left ${before.leftKind} and came back to ${after.kind}`)
    }
  }
  return broken
}

/** Attempts and cycles count laps: a fall-off or a release after the client saw somebody starts the next one. */
export const cycles: Invariant = ({ ledger }) => {
  const broken: Array<string> = []
  for (const { entry, before, after } of replayed(ledger)) {
    if (entry.subject.type !== "opening" || before === null || after === null || entry.corrects !== null) continue
    const laps = Number(after.cycle) - Number(before.cycle)
    if (laps !== 0 && laps !== 1) broken.push(`${after.id} went ${laps} laps at once`)
    const fell = ledger.some(
      ({ act, type }) => act === entry.act && (type === "PlacementFellOff" || type === "PlacementBackedOut"),
    )
    if (entry.type === "OpeningReopened" && fell && laps !== 1)
      broken.push(`${after.id} starts no lap after a fall-off`)
  }
  return broken
}

/** Rule 9: the credits of a placement sum to its fee and to 100 %. */
export const credits: Invariant = (all) =>
  rowsOf(all, "placement").flatMap((row) => {
    const parts = row.credits as ReadonlyArray<{ readonly percent: number; readonly amount: number }>
    const percent = parts.reduce((sum, part) => sum + Math.round(part.percent * 10_000), 0)
    const amount = parts.reduce((sum, part) => sum + part.amount, 0)
    return [
      ...when(percent !== 1_000_000, `the credits of ${row.id} are ${percent / 10_000} %`),
      ...when(amount !== row.feeAmount, `the credits of ${row.id} are ${amount} of ${row.feeAmount}`),
    ]
  })

/** Nothing is known of who was erased, nor does the ledger say what was; the same human is erased in every role. */
export const erased: Invariant = (all) => {
  const tombs = (["candidate", "contact"] as const).flatMap((noun) =>
    rowsOf(all, noun).flatMap((row) => (isErased(row) ? [{ noun, row }] : [])),
  )
  const ids = new Set(tombs.map(({ row }) => row.id))
  const blank = (noun: NounName, row: Row) => same({ ...row, ...blanked(noun, row, everything) }, row)
  return [
    ...tombs.flatMap(({ noun, row }) => when(!blank(noun, row), `${row.id} was erased, and says something`)),
    ...all.ledger.flatMap(({ id, patch, subject }) =>
      when(
        ids.has(subject.id) && patch !== null && !blank(subject.type, patch),
        `${id} says something of ${subject.id}, who was erased`,
      ),
    ),
    ...rowsOf(all, "contact").flatMap((row) =>
      when(!ids.has(row.id) && ids.has(row.candidateId), `${row.id} is who was erased as ${row.candidateId}`),
    ),
  ]
}

/** Nobody is erased while a legal hold lasts. */
export const holding: Invariant = ({ ledger }) => {
  const broken: Array<string> = []
  for (const { entry, state } of replayed(ledger)) {
    if (!isErasure(entry.type)) continue
    for (const row of state.values())
      if (nounOf(String(row.id)) === "hold" && row.releasedAt === null)
        if ([row.candidateId, row.contactId].includes(entry.subject.id))
          broken.push(`${entry.subject.id} was erased under ${row.id}`)
  }
  return broken
}

/** Whoever was merged away is no more, has somebody to stand for them, and is named by nothing that there is. */
export const merged: Invariant = (all) => {
  const rows = nouns.flatMap((noun) => rowsOf(all, noun).map((row) => ({ noun, row })))
  const there = new Set(rows.map(({ row }) => row.id))
  const currents = new Map(rowsOf(all, "alias").map((row) => [String(row.formerId), String(row.currentId)]))
  const end = (id: string): string => {
    const next = currents.get(id)
    return next === undefined ? id : end(next)
  }
  return [
    ...[...currents.keys()].flatMap((id) => [
      ...when(there.has(id), `${id} was merged away, and is there`),
      ...when(!there.has(end(id)), `${id} leads to ${end(id)}, who is nobody`),
    ]),
    ...rows.flatMap(({ noun, row }) =>
      References.of(noun, row).flatMap((id) => when(currents.has(id), `${row.id} names ${id}, who was merged away`)),
    ),
  ]
}

/** Whoever is named by a record that there is, by what is written or on a list, is there, or somebody stands for them. */
export const named: Invariant = (all) => {
  const rows = nouns.flatMap((noun) => rowsOf(all, noun).map((row) => ({ noun, row })))
  const known = new Set([...rows.map(({ row }) => row.id), ...rowsOf(all, "alias").map(({ formerId }) => formerId)])
  return rows.flatMap(({ noun, row }) =>
    References.named(noun, row).flatMap((id) => when(!known.has(id), `${row.id} names ${id}, who is no more`)),
  )
}

/** Every invariant by name. */
export const invariants = {
  consent,
  attempts,
  openings,
  winning,
  closingOut,
  replaying,
  visiting,
  standing,
  forward,
  restoring,
  cycles,
  credits,
  erased,
  holding,
  merged,
  named,
}

/** All that is wrong with an agency's data, each with the name of the rule. */
export const broken = (all: Everything): ReadonlyArray<string> =>
  Object.entries(invariants).flatMap(([name, invariant]) => invariant(all).map((what) => `${name}: ${what}`))
