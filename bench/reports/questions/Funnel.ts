import { figure, type Question, stamp } from "../Question.js"

const forward = ["shortlisted", "submittedInternal", "submitted", "interviewing", "offered", "accepted", "placed"]

export const funnel: Question = {
  name: "reached funnel",
  ours: async (reports, { from, to }) => {
    const { open, rows, started } = await reports.funnel({ pipeline: "submission", from, to })
    return {
      "": { started, open: open.count },
      ...Object.fromEntries(rows.map(({ kind, reached }) => [kind, { reached }])),
    }
  },
  // A record is made when its first visit begins, so that its own column says when it started.
  text: ({ from, to }) => `
    with stood as (
      select v.subject_id, max(case when enum_code(v.kind) <= 6 then enum_code(v.kind) else 0 end) as deepest,
        bool_or(v.left_at is null and enum_code(v.kind) < 6) as open
      from visits v semi join (
        select id from submissions where created_at >= ${stamp(from)} and created_at < ${stamp(to)}
      ) s on s.id = v.subject_id
      where v.pipeline = 'submission' and v.entered_at >= ${stamp(from)}
      group by v.subject_id)
    select deepest, count(*) as subjects, count(*) filter (open) as open from stood group by deepest`,
  theirs: (rows) => {
    const from = (depth: number, column: string) =>
      rows.reduce((sum, row) => sum + (Number(row.deepest) >= depth ? (figure(row[column]) ?? 0) : 0), 0)
    return {
      "": { started: from(0, "subjects"), open: from(0, "open") },
      ...Object.fromEntries(forward.map((kind, depth) => [kind, { reached: from(depth, "subjects") }])),
    }
  },
}
