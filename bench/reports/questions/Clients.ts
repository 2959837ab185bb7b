import { keyed, millis, type Question, stamp } from "../Question.js"
import { laps } from "./Laps.js"

const figures = [
  "positions",
  "openings",
  "filled",
  "lost",
  "closed",
  "cancelled",
  "submissions",
  "waiting",
  "unanswered",
  "interviewed",
  "interviewedOffered",
  "accepted",
  "resolved",
  "rescinded",
  "placements",
  "backedOut",
  "fellOff",
  "guaranteed",
  "eur",
  "usd",
]
const spread = ["n", "median", "p75", "p90", "mean"]

/** The client of what a part of the answer counts, and its figures; those that it does not name are 0. */
const part = (from: string, named: { readonly [figure: string]: string }): string =>
  `select client_id, ${figures.map((name) => `${named[name] ?? "0"} as "${name}"`).join(", ")} from ${from} group by client_id`

const distribution = (name: string, of: string, where: string): string =>
  [
    `count(*) filter (${where}) as ${name}_n`,
    ...[0.5, 0.75, 0.9].map(
      (p, moment) => `quantile_cont(${of}::double, ${p}) filter (${where}) as ${name}_${spread[moment + 1]}`,
    ),
    `avg(${of}) filter (${where}) as ${name}_mean`,
  ].join(", ")

export const clients: Question = {
  name: "client scorecard",
  ours: async (reports, { from, to }) => {
    const { rows } = await reports.clients({ from, to })
    return Object.fromEntries(
      rows.map((row) => [
        row.clientId,
        {
          positions: row.positions,
          openings: row.openings,
          filled: row.filled,
          lost: row.lost,
          closed: row.closed,
          cancelled: row.cancelled,
          submissions: row.submissions,
          waiting: row.waiting,
          unanswered: row.unanswered,
          interviewed: row.interviewToOffer.of,
          interviewedOffered: row.interviewToOffer.count,
          accepted: row.acceptance.count,
          resolved: row.acceptance.of,
          rescinded: row.rescinded,
          placements: row.placements,
          backedOut: row.backedOut,
          fellOff: row.fallOffs.count,
          guaranteed: row.fallOffs.of,
          eur: row.fees.find(({ currency }) => currency === "EUR")?.amount ?? 0,
          usd: row.fees.find(({ currency }) => currency === "USD")?.amount ?? 0,
          ...Object.fromEntries(
            spread.flatMap((name) => {
              const one = name as keyof typeof row.feedbackMillis
              return [
                [`took_${name}`, row.feedbackMillis[one]],
                [`age_${name}`, row.waitingAgeMillis[one]],
              ]
            }),
          ),
        },
      ]),
    )
  },
  text: ({ from, to }) => {
    const within = (column: string) => `${column} >= ${stamp(from)} and ${column} < ${stamp(to)}`
    const count = (condition: string) => `count(*) filter (${condition})`
    const over = "guarantee_ends_on + interval 1 day"
    const money = (currency: string) =>
      `coalesce(sum(fee_amount - if(kind = 'fellOff', refund_amount, 0))` +
      ` filter (kind <> 'backedOut' and fee_currency = '${currency}' and ${within("accepted_at")}), 0)`
    return `
    with ${laps},
    lasts as (
      select id, position_id, arg_max(kind, moment) as kind, max(moment) as moment from closed
      where undone is distinct from 'backed out' and ${within("moment")} group by id, position_id),
    outcomes as (
      select l.id, p.client_id, case when l.kind = 'filled' then 'filled' when p.kind in ('lost', 'closed')
        and p.closed_at <= l.moment then p.kind::varchar else 'cancelled' end as outcome
      from lasts l join positions p on p.id = l.position_id),
    began as (
      select o.id, p.client_id from openings_opened o join positions p on p.id = o.position_id where ${within("o.moment")}),
    moving as (
      select subject_id, kind, entered_at, left_at, party from visits
      where pipeline = 'submission' and entered_at < ${stamp(to)} and kind <> 'shortlisted' and kind <> 'submittedInternal'
        and (left_at >= ${stamp(from)} or left_at is null or kind in ('submitted', 'interviewing', 'offered'))),
    sent as (
      select subject_id, min(entered_at) as moment from moving where kind = 'submitted' group by subject_id),
    nexts as (
      select v.subject_id, any_value(s.moment) as moment, min(v.entered_at) as next,
        arg_min(v.kind in ('interviewing', 'offered', 'accepted', 'placed') or coalesce(v.party = 'client', false),
          v.entered_at) as theirs
      from visits v join sent s on s.subject_id = v.subject_id and v.entered_at > s.moment
      where v.pipeline = 'submission' and v.kind <> 'submitted' group by v.subject_id),
    feedback as (
      select i.client_id, s.moment, if(n.theirs, n.next, null) as responded, if(n.theirs, null, n.next) as ended
      from sent s left join nexts n using (subject_id) join submissions i on i.id = s.subject_id
      where s.moment >= ${stamp(from)} or n.next is null or n.next >= ${stamp(from)}),
    talked as (
      select subject_id from moving where kind = 'interviewing' group by subject_id having min(entered_at) >= ${stamp(from)}),
    interviewed as (
      select i.client_id, o.subject_id is not null as offered from talked t join submissions i on i.id = t.subject_id
      left join (select distinct subject_id from visits where pipeline = 'submission'
        and kind in ('offered', 'accepted', 'placed')) o on o.subject_id = t.subject_id),
    newest as (
      select submission_id, arg_max(kind, revision) as kind, arg_max(resolved_at, revision) as moment from offers
      where extended_at is not null group by submission_id),
    answers as (
      select i.client_id, n.kind from newest n join submissions i on i.id = n.submission_id where ${within("n.moment")}),
    parts as (
      ${part(`positions p join opened o on o.position_id = p.id where ${within("o.moment")}`, { positions: "count(*)" })}
      union all ${part("began", { openings: "count(*)" })}
      union all ${part("outcomes", {
        filled: count("outcome = 'filled'"),
        lost: count("outcome = 'lost'"),
        closed: count("outcome = 'closed'"),
        cancelled: count("outcome = 'cancelled'"),
      })}
      union all ${part("interviewed", { interviewed: "count(*)", interviewedOffered: count("offered") })}
      union all ${part("answers", {
        accepted: count("kind = 'accepted'"),
        resolved: count("kind in ('accepted', 'declined', 'expired')"),
        rescinded: count("kind = 'rescinded'"),
      })}
      union all ${part("feedback", {
        submissions: count(within("moment")),
        unanswered: count(within("ended")),
        waiting: count(`responded is null and ended is null or responded >= ${stamp(to)} or ended >= ${stamp(to)}`),
      })}
      union all ${part("placements", {
        placements: count(`kind <> 'backedOut' and ${within("accepted_at")}`),
        backedOut: count(`kind = 'backedOut' and ${within("accepted_at")}`),
        fellOff: count(`kind = 'fellOff' and ${within(over)}`),
        guaranteed: count(`kind not in ('backedOut', 'pendingStart') and ${within(over)}`),
        eur: money("EUR"),
        usd: money("USD"),
      })}),
    totals as (
      select client_id, ${figures.map((name) => `sum("${name}") as "${name}"`).join(", ")} from parts group by client_id),
    times as (
      select client_id, ${distribution("took", millis("moment", "responded"), within("responded"))},
        ${distribution(
          "age",
          millis("moment", stamp(to)),
          `responded is null and ended is null or responded >= ${stamp(to)} or ended >= ${stamp(to)}`,
        )}
      from feedback group by client_id)
    select t.*, coalesce(took_n, 0) as took_n, took_median, took_p75, took_p90, took_mean,
      coalesce(age_n, 0) as age_n, age_median, age_p75, age_p90, age_mean
    from totals t left join times using (client_id)
    where ${figures.map((name) => `t."${name}" <> 0`).join(" or ")} or took_n > 0`
  },
  theirs: keyed("client_id"),
}
