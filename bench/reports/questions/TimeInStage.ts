import { keyed, millis, type Question, stamp } from "../Question.js"

export const timeInStage: Question = {
  name: "time in stage",
  ours: async (reports, { from, to }) => {
    const { rows } = await reports.timeInStage({ pipeline: "submission", from, to })
    return Object.fromEntries(
      rows.map((row) => [
        row.stage,
        {
          completed: row.completed,
          visits: row.visits,
          median: row.medianMillis,
          p75: row.p75Millis,
          p90: row.p90Millis,
          mean: row.meanMillis,
          open: row.open,
          age: row.medianOpenAgeMillis,
        },
      ]),
    )
  },
  text: ({ from, to }) => {
    const done = `over >= ${stamp(from)} and over < ${stamp(to)}`
    // Only who was somewhere in the window matters; the whole past of few is cheaper to find than of all.
    return `
    with live as (
      select subject_id, stage, entered_at, left_at from visits
      where pipeline = 'submission' and enum_code(kind) < 6 and entered_at < ${stamp(to)}),
    stays as (
      select subject_id, stage, count(*) as visits, sum(${millis("entered_at", "coalesce(left_at, entered_at)")}) as took,
        max(coalesce(left_at, timestamp 'infinity')) as over, max(entered_at) as begun
      from live semi join (
        select subject_id from live where left_at >= ${stamp(from)} or left_at is null) now using (subject_id)
      group by subject_id, stage having over >= ${stamp(from)})
    select stage, count(*) filter (${done}) as completed, coalesce(sum(visits) filter (${done}), 0) as visits,
      quantile_cont(took::double, 0.5) filter (${done}) as median,
      quantile_cont(took::double, 0.75) filter (${done}) as p75,
      quantile_cont(took::double, 0.9) filter (${done}) as p90,
      avg(took) filter (${done}) as mean,
      count(*) filter (over >= ${stamp(to)}) as open,
      quantile_cont(${millis("begun", stamp(to))}::double, 0.5) filter (over >= ${stamp(to)}) as age
    from stays group by stage`
  },
  theirs: keyed("stage"),
}
