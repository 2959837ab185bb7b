import { keyed, type Question, stamp } from "../Question.js"
import { filled, laps } from "./Laps.js"

export const recruiters: Question = {
  name: "recruiter scoreboard",
  ours: async (reports, { from, to }) => {
    const { rows, team } = await reports.recruiters({ from, to })
    return Object.fromEntries(
      [{ actor: "", ...team }, ...rows].map((row) => [
        row.actor,
        {
          screens: row.screens,
          submissions: row.submissions,
          interviews: row.interviews,
          offers: row.offers,
          placements: row.placements,
          credited: row.credited,
          eur: row.fees.find(({ currency }) => currency === "EUR")?.amount ?? 0,
          usd: row.fees.find(({ currency }) => currency === "USD")?.amount ?? 0,
          took: row.medianTimeToFillMillis,
        },
      ]),
    )
  },
  // Refunds are split like the fee, and what is left over goes to the largest remainders.
  text: ({ from, to }) => {
    const within = (column: string) => `${column} >= ${stamp(from)} and ${column} < ${stamp(to)}`
    return `
    with came as (
      select subject_id, entered_at, actor from visits
      where pipeline = 'candidate' and kind in ('screened', 'ready') and ${within("entered_at")}),
    screens as (
      select c.actor, count(*) as screens from came c semi join (
        select subject_id, left_at from visits
        where pipeline = 'candidate' and kind in ('new', 'screening') and ${within("left_at")}
      ) b on b.subject_id = c.subject_id and b.left_at = c.entered_at
      group by c.actor),
    stands as (
      select subject_id, kind, entered_at, actor from visits
      where pipeline = 'submission' and kind in ('submitted', 'interviewing', 'offered') and entered_at < ${stamp(to)}),
    firsts as (
      select kind, arg_min(actor, entered_at) as actor from stands
      semi join (select subject_id from stands where entered_at >= ${stamp(from)}) now using (subject_id)
      group by subject_id, kind having min(entered_at) >= ${stamp(from)}),
    sent as (
      select actor, count(*) filter (kind = 'submitted') as submissions,
        count(*) filter (kind = 'interviewing') as interviews, count(*) filter (kind = 'offered') as offers
      from firsts group by actor),
    ${laps}, ${filled},
    earned as (
      select p.id, p.credits, p.fee_amount, p.fee_currency, if(p.kind = 'fellOff', p.refund_amount, 0) as refund, f.took
      from placements p left join filled f on f.id = p.opening_id and f.moment = p.accepted_at
      where p.kind <> 'backedOut' and ${within("p.accepted_at")}),
    parts as (
      select id, fee_currency, took, refund, unnest(credits) as credit, generate_subscripts(credits, 1) as place from earned),
    back as (
      select id, place, exact // 1000000 + if(row_number() over (partition by id order by exact % 1000000 desc, place)
        <= refund - sum(exact // 1000000) over (partition by id), 1, 0) as amount
      from (select id, place, refund, refund * (credit.percent * 10000)::bigint as exact from parts where refund > 0)),
    credited as (
      select credit.actor as actor, count(distinct p.id) as placements, sum(credit.percent * 10000) / 1000000 as credited,
        sum(credit.amount - coalesce(b.amount, 0)) filter (fee_currency = 'EUR') as eur,
        sum(credit.amount - coalesce(b.amount, 0)) filter (fee_currency = 'USD') as usd,
        quantile_cont(took::double, 0.5) as took
      from parts p left join back b using (id, place) group by credit.actor),
    rows as (
      select coalesce(c.actor, s.actor, n.actor) as actor, coalesce(s.screens, 0) as screens,
        coalesce(submissions, 0) as submissions, coalesce(interviews, 0) as interviews, coalesce(offers, 0) as offers,
        coalesce(placements, 0) as placements, coalesce(credited, 0) as credited, coalesce(eur, 0) as eur,
        coalesce(usd, 0) as usd, took
      from credited c full join screens s on s.actor = c.actor full join sent n on n.actor = coalesce(c.actor, s.actor))
    from rows
    union all
    select '', sum(screens), sum(submissions), sum(interviews), sum(offers), (select count(*) from earned), sum(credited),
      (select coalesce(sum(fee_amount - refund), 0) from earned where fee_currency = 'EUR'),
      (select coalesce(sum(fee_amount - refund), 0) from earned where fee_currency = 'USD'),
      (select quantile_cont(took::double, 0.5) from earned) from rows`
  },
  theirs: keyed("actor"),
}
