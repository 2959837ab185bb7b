import { millis } from "../Question.js"

/**
 * Every close of every opening, as common table expressions: `closed` has when its lap began, when and how it closed and
 * what undid it. A lap begins when the position was first open, when the opening was added, or with a fall-off.
 */
export const laps = `
    opened as (
      select subject_id as position_id, min(entered_at) as moment from visits
      where pipeline = 'position' and kind in ('open', 'covered', 'onHold', 'filled') group by subject_id),
    openings_opened as (
      select o.id, o.position_id, greatest(o.created_at, p.moment) as moment from openings o join opened p using (position_id)),
    falls as (
      select subject_id, entered_at from visits
      where pipeline = 'opening' and kind = 'open' and reason = 'fell off'),
    closes as (
      select v.subject_id, v.entered_at as moment, v.kind, v.left_at,
        (select n.reason from visits n where n.pipeline = 'opening' and n.subject_id = v.subject_id
          and n.entered_at = v.left_at) as undone
      from visits v where v.pipeline = 'opening' and v.kind in ('filled', 'cancelled')),
    closed as (
      select c.subject_id as id, o.position_id, c.moment, c.kind, c.undone, o.moment as begun,
        coalesce((select max(f.entered_at) from falls f where f.subject_id = c.subject_id and f.entered_at < c.moment), o.moment)
          as since
      from closes c join openings_opened o on o.id = c.subject_id)`

/** The stretches in which positions were on hold, and how long each fill took without them: `filled`. */
export const filled = `
    holds as (
      select subject_id as position_id, entered_at as held, coalesce(left_at, timestamp 'infinity') as freed
      from visits where pipeline = 'position' and kind = 'onHold'),
    filled as (
      select c.id, c.moment, any_value(${millis("c.since", "c.moment")}) - coalesce(sum(if(h.held is null, 0,
        greatest(0, ${millis("greatest(h.held, c.since)", "least(h.freed, c.moment)")}))), 0) as took
      from closed c left join holds h on h.position_id = c.position_id
      where c.kind = 'filled' group by c.id, c.moment, c.since)`
