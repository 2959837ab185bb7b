import * as Effect from "effect/Effect"
import * as Input from "../../domain/Input.js"
import * as Lists from "../../domain/search/ListCommands.js"
import * as OptOuts from "../../domain/search/OptOutCommands.js"
import type { RecordOf } from "../../domain/Nouns.js"
import type { CorruptRecord, InvalidInput, NotFound } from "../../domain/Refusal.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import { searchable } from "../../search/Fields.js"
import * as Decoding from "../Decoding.js"
import { command, commandOn, type Engine, type Run, type RunOn } from "../Engine.js"
import { reader } from "../Reading.js"
import { allRows } from "../Referring.js"
import * as Searching from "../Searching.js"
import { Session } from "../Session.js"
import type { NamedHit } from "./Everywhere.js"
import { hitsOf, orderedHits, standing, storedOf, survivors } from "./Survivors.js"

const decodeMembers = Decoding.of(Lists.Members)
const decodePeople = Decoding.of(OptOuts.People)

/** Takes records off a list, under whatever id they were added. */
export const remove =
  (engine: Engine): RunOn<typeof Lists.Members.Encoded, ReadonlyArray<RecordOf<"member">>> =>
  (id, input, options) =>
    Effect.gen(function* () {
      const name = "search.lists.remove"
      if (!Input.isRef(id)) return yield* Decoding.wrong(name, null, ["id"], "is no id")
      const { members } = yield* decodeMembers(input ?? {}, name, id)
      const { workspace } = yield* Session
      const stored = yield* storedOf(engine, workspace, "member", "memberId", id, members)
      return yield* commandOn(engine, Lists.remove(stored))(id, input, options)
    })

/** Withdraws opt-outs, under whatever id they were made. */
export const optIn =
  (engine: Engine): Run<typeof OptOuts.People.Encoded, ReadonlyArray<RecordOf<"optOut">>> =>
  (input, options) =>
    Effect.gen(function* () {
      const { people } = yield* decodePeople(input ?? {}, "search.optOuts.remove", null)
      const { workspace } = yield* Session
      const stored = yield* storedOf(engine, workspace, "optOut", "personId", null, people)
      return yield* command(engine, OptOuts.remove(stored))(input, options)
    })

/** A record on a list, with who put it there. */
export type OnList = Omit<NamedHit, "score" | "highlights"> & { readonly addedAt: string; readonly addedBy: string }

export interface ListMembers {
  readonly items: ReadonlyArray<OnList>
  /** For `after` of the next page; null at the end. */
  readonly cursor: string | null
  readonly damaged: ReadonlyArray<CorruptRecord>
}

type Added = Pick<RecordOf<"member">, "memberId" | "addedAt" | "addedBy" | "addition">

const byAddition = (a: Added, b: Added): number => (a.addition < b.addition ? -1 : 1)

const cursorPattern = /^(\d{1,9})$/

/** Who and what is on a list, in the order of addition where none is asked for: the merged as who stands for them, without the erased. */
export const members =
  (engine: Engine) =>
  (
    id: string,
    rawOptions?: Searching.SearchOptions,
  ): Effect.Effect<ListMembers, NotFound | InvalidInput | CorruptRecord | StorageFailure, Session> =>
    Effect.gen(function* () {
      const name = "search.lists.members"
      const options = yield* Searching.decodePaging(rawOptions ?? {}, name, Input.isRef(id) ? id : null)
      const { workspace } = yield* Session
      const list = yield* reader(engine, "search.lists", "list").get(id)
      const { after = null, limit = 20, order = null } = options
      const [, from] = cursorPattern.exec(order === null ? (after ?? "0") : "0") ?? []
      if (from === undefined) return yield* Decoding.wrong(name, id, ["after"], "is no cursor")
      const rows = yield* allRows(engine, workspace, "member", { field: "listId", is: "eq", value: list.id })
      const added = rows
        .filter(({ removedAt }) => removedAt === null)
        .map(
          (row): Added => ({
            memberId: String(row.memberId),
            addedAt: String(row.addedAt),
            addedBy: String(row.addedBy),
            addition: String(row.addition),
          }),
        )
        .toSorted(byAddition)
      const asAdded = added.map(({ memberId }) => memberId)
      const current = yield* standing(engine, workspace, asAdded)
      const first = new Map(added.toReversed().map((one) => [current(one.memberId), one]))
      const ids = yield* survivors(engine, workspace, asAdded)
      const end = Number(from) + limit
      const by = { nouns: searchable, command: name, subject: id, after, limit }
      const { cursor, damaged, hits } = yield* order !== null
        ? orderedHits(engine, workspace, ids, order, by)
        : Effect.map(hitsOf(engine, workspace, ids.slice(Number(from), end)), (shown) => ({
            ...shown,
            cursor: end < ids.length ? String(end) : null,
          }))
      const items = hits.flatMap(({ highlights: _highlights, score: _score, ...hit }): ReadonlyArray<OnList> => {
        const one = first.get(hit.record.id)
        return one === undefined ? [] : [{ ...hit, addedAt: one.addedAt, addedBy: one.addedBy }]
      })
      return { items, cursor, damaged }
    }).pipe(Effect.withSpan("matchloop.search.lists.members", { captureStackTrace: false }))
