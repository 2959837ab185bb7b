import type { Statement } from "./Script.js"

let made = 0

export const statement = (text: string): Statement => ({ text, index: made++ })

const byId = (table: string, lock = "") => statement(`select * from {s}${table} where workspace = ? and id = ?${lock}`)
const moved = (table: string, more = "") =>
  statement(
    `update {s}${table} set version = version + 1, updated_at = ?, updated_by = ?, kind = ?, stage = ?, stage_since = ?` +
      `${more} where workspace = ? and id = ? and version = ?`,
  )
const lock = "{lock}"
const live = "('shortlisted', 'submittedInternal', 'submitted', 'interviewing', 'offered', 'accepted')"
const ahead = "('requested', 'scheduled')"

export const candidate = byId("candidates", lock)
export const candidateRead = byId("candidates")
export const submission = byId("submissions", lock)
export const position = byId("positions", lock)
export const positionRead = byId("positions")
export const client = byId("clients")
export const consents = statement(
  "select * from {s}consents where workspace = ? and candidate_id = ? and {aside}kind in ('granted')",
)
export const openings = statement(`select * from {s}openings where workspace = ? and position_id = ?${lock}`)
export const openingsRead = statement("select * from {s}openings where workspace = ? and position_id = ?")
export const interviews = statement(
  `select * from {s}interviews where workspace = ? and submission_id = ? and {aside}kind in ${ahead}`,
)
export const offers = statement(
  `select * from {s}offers where workspace = ? and submission_id = ? and {aside}kind in ('draft', 'extended', 'accepted')${lock}`,
)
export const siblings = statement(
  `select * from {s}submissions where workspace = ? and position_id = ? and {aside}kind in ${live}${lock}`,
)
export const elsewhere = statement(
  `select * from {s}submissions where workspace = ? and candidate_id = ? and {aside}kind in ${live}`,
)
export const interviewsOf = statement(
  `select * from {s}interviews where workspace = ? and submission_id {in} and {aside}kind in ${ahead}`,
)
export const offersOf = statement(
  "select * from {s}offers where workspace = ? and submission_id {in} and {aside}kind in ('draft', 'extended')",
)
export const openingsById = statement("select * from {s}openings where workspace = ? and id {in}")

export const updateCandidate = statement(
  "update {s}candidates set version = version + 1, updated_at = ?, updated_by = ?, location = ?, skills = ?" +
    " where workspace = ? and id = ? and version = ?",
)
export const submit = moved("submissions", ", submitted_at = ?, consent_id = ?")
export const acceptSubmission = moved("submissions", ", placement_id = ?")
export const closeOut = moved(
  "submissions",
  ", ended_at = ?, end_reason = ?, end_party = ?, left_kind = ?, left_stage = ?",
)
export const acceptOffer = moved("offers", ", resolved_at = ?")
export const fillOpening = moved("openings", ", placement_id = ?, filled_at = ?")
export const placeCandidate = moved("candidates", ", ready_until = ?")
export const fillPosition = moved("positions", ", closed_at = ?")
const placementColumns = [
  ..."workspace id version created_at created_by updated_at updated_by kind stage stage_since submission_id".split(" "),
  ..."candidate_id position_id client_id opening_id offer_id cycle accepted_at starts_on salary fee_terms".split(" "),
  ..."fee_amount fee_currency credits guarantee_days guarantee_ends_on remedy replaces_placement_id".split(" "),
  ..."started_at ended_at end_reason end_party refund_amount".split(" "),
]
export const placement = statement(
  `insert into {s}placements (${placementColumns.join(", ")}) values (${placementColumns.map(() => "?").join(", ")})`,
)

export const leave = statement(
  "update {s}visits set left_at = ?, left_for = ?" +
    " where workspace = ? and pipeline = ? and subject_id = ? and left_at is null",
)
export const enter = statement(
  "insert into {s}visits (workspace, id, pipeline, subject_id, kind, stage, entered_at, actor, reason, party)" +
    " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
)
export const entry = statement(
  "insert into {s}ledger (workspace, id, act, type, subject_type, subject_id, version, at, recorded_at, actor, data, patch)" +
    " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
)
