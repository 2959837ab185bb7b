import { keyed, type Question, stamp } from "../Question.js"

export const sources: Question = {
  name: "source effectiveness",
  ours: async (reports, { from, to }) => {
    const { rows } = await reports.sources({ from, to })
    return Object.fromEntries(
      rows.map(({ backedOut, candidates, fees, interviews, placements, ready, source, submissions }) => [
        source ?? "",
        {
          candidates,
          ready,
          submissions,
          interviews,
          placements,
          backedOut,
          eur: fees.find(({ currency }) => currency === "EUR")?.amount ?? 0,
          usd: fees.find(({ currency }) => currency === "USD")?.amount ?? 0,
        },
      ]),
    )
  },
  text: ({ from, to }) => `
    with people as (
      select id, source from candidates where created_at >= ${stamp(from)} and created_at < ${stamp(to)}),
    ready as (
      select subject_id from visits
      where pipeline = 'candidate' and kind = 'ready' and entered_at >= ${stamp(from)}),
    met as (
      select subject_id from visits
      where pipeline = 'submission' and kind = 'interviewing' and entered_at >= ${stamp(from)}),
    came as (
      select source, count(*) as candidates, 0 as ready from people group by source
      union all select source, 0, count(*) from people semi join ready on subject_id = id group by source),
    sent as (
      select s.id, p.source, s.submitted_at from submissions s join people p on p.id = s.candidate_id
      where s.created_at >= ${stamp(from)}),
    submitted as (
      select source, count(submitted_at) as submissions, 0 as interviews from sent group by source
      union all select source, 0, count(*) from sent semi join met on subject_id = id group by source),
    placed as (
      select p.source, count(*) filter (l.kind <> 'backedOut') as placements,
        count(*) filter (l.kind = 'backedOut') as "backedOut",
        sum(l.fee_amount - if(l.kind = 'fellOff', l.refund_amount, 0))
          filter (l.kind <> 'backedOut' and l.fee_currency = 'EUR') as eur,
        sum(l.fee_amount - if(l.kind = 'fellOff', l.refund_amount, 0))
          filter (l.kind <> 'backedOut' and l.fee_currency = 'USD') as usd
      from placements l join people p on p.id = l.candidate_id group by p.source),
    everything as (
      select source, candidates, ready, 0 as submissions, 0 as interviews, 0 as placements, 0 as "backedOut",
        0 as eur, 0 as usd from came
      union all select source, 0, 0, submissions, interviews, 0, 0, 0, 0 from submitted
      union all select source, 0, 0, 0, 0, placements, "backedOut", eur, usd from placed)
    select source, sum(candidates) as candidates, sum(ready) as ready, sum(submissions) as submissions,
      sum(interviews) as interviews, sum(placements) as placements, sum("backedOut") as "backedOut",
      coalesce(sum(eur), 0) as eur, coalesce(sum(usd), 0) as usd
    from everything group by source`,
  theirs: keyed("source"),
}
