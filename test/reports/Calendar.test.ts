import { describe, expect, test } from "vitest"
import * as Calendar from "../../src/reports/Calendar.js"
import * as Days from "../../src/reports/Days.js"

const start = (zone: string, day: string) => new Date(Calendar.startOf(zone, day)).toISOString()
const hours = (zone: string, day: string, next: string) =>
  (Calendar.startOf(zone, next) - Calendar.startOf(zone, day)) / 3_600_000

describe("where a day begins", () => {
  test("Berlin: UTC+1 in winter, UTC+2 in summer; the day clocks go forward has 23 hours, back 25", () => {
    expect(start("Europe/Berlin", "2026-01-01")).toBe("2025-12-31T23:00:00.000Z")
    expect(start("Europe/Berlin", "2026-03-29")).toBe("2026-03-28T23:00:00.000Z")
    expect(start("Europe/Berlin", "2026-03-30")).toBe("2026-03-29T22:00:00.000Z")
    expect(hours("Europe/Berlin", "2026-03-29", "2026-03-30")).toBe(23)
    expect(hours("Europe/Berlin", "2026-10-25", "2026-10-26")).toBe(25)
  })

  test("São Paulo 2018: clocks jump from midnight to one, and the day begins at one (UTC-2) in the old UTC-3's 03:00", () => {
    // 2018-11-04T00:00 at UTC-3 is 03:00Z: at that instant clocks show 01:00 at UTC-2.
    expect(start("America/Sao_Paulo", "2018-11-04")).toBe("2018-11-04T03:00:00.000Z")
    expect(start("America/Sao_Paulo", "2018-11-05")).toBe("2018-11-05T02:00:00.000Z")
    expect(hours("America/Sao_Paulo", "2018-11-04", "2018-11-05")).toBe(23)
    expect(Calendar.dateAt("America/Sao_Paulo", Date.parse("2018-11-04T02:59:59.999Z"))).toBe("2018-11-03")
    expect(Calendar.dateAt("America/Sao_Paulo", Date.parse("2018-11-04T03:00:00.000Z"))).toBe("2018-11-04")
  })

  test("São Paulo 2018: clocks go back from midnight to 23:00, so that the day before has 25 hours", () => {
    // The 17th ended twice: at 02:00Z clocks fell back to 23:00, and the 18th began at 03:00Z.
    expect(start("America/Sao_Paulo", "2018-02-17")).toBe("2018-02-17T02:00:00.000Z")
    expect(start("America/Sao_Paulo", "2018-02-18")).toBe("2018-02-18T03:00:00.000Z")
    expect(hours("America/Sao_Paulo", "2018-02-17", "2018-02-18")).toBe(25)
  })

  test("Apia had no 30 December 2011: it has no length, and the 31st begins where the 29th ends", () => {
    // UTC-10 until 2011-12-30T10:00Z, UTC+14 from then on.
    expect(start("Pacific/Apia", "2011-12-29")).toBe("2011-12-29T10:00:00.000Z")
    expect(start("Pacific/Apia", "2011-12-30")).toBe("2011-12-30T10:00:00.000Z")
    expect(start("Pacific/Apia", "2011-12-31")).toBe("2011-12-30T10:00:00.000Z")
    expect(start("Pacific/Apia", "2012-01-01")).toBe("2011-12-31T10:00:00.000Z")
  })

  test("Kathmandu is 5 hours and 45 minutes ahead all year", () => {
    expect(start("Asia/Kathmandu", "2026-01-01")).toBe("2025-12-31T18:15:00.000Z")
    expect(start("Asia/Kathmandu", "2026-07-01")).toBe("2026-06-30T18:15:00.000Z")
    expect(Calendar.dateAt("Asia/Kathmandu", Date.parse("2026-06-30T18:14:59.999Z"))).toBe("2026-06-30")
  })

  test("Lord Howe moves its clocks by half an hour: UTC+10:30 and UTC+11", () => {
    expect(start("Australia/Lord_Howe", "2026-07-01")).toBe("2026-06-30T13:30:00.000Z")
    expect(start("Australia/Lord_Howe", "2026-01-01")).toBe("2025-12-31T13:00:00.000Z")
    expect(hours("Australia/Lord_Howe", "2026-04-05", "2026-04-06")).toBe(24.5)
    expect(hours("Australia/Lord_Howe", "2026-10-04", "2026-10-05")).toBe(23.5)
  })
})

const cut = (from: string, to: string, period: Calendar.Period, timeZone: string, weekStart = "monday" as const) =>
  Calendar.cut({ from: Date.parse(from), to: Date.parse(to) }, { period, timeZone, weekStart })

describe("periods", () => {
  test("days of Berlin across the change are cut at its midnights and cover the window", () => {
    const days = cut("2026-03-28T23:00:00Z", "2026-03-30T22:00:00Z", "day", "Europe/Berlin")
    expect(days.map(({ start }) => start)).toEqual(["2026-03-29", "2026-03-30"])
    expect(days.map(({ from, to }) => (to - from) / 3_600_000)).toEqual([23, 24])
  })

  test("the day that Apia skipped is no period", () => {
    const days = cut("2011-12-28T10:00:00Z", "2012-01-01T10:00:00Z", "day", "Pacific/Apia")
    expect(days.map(({ start }) => start)).toEqual(["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"])
  })

  test("weeks start as they are told, and the first and last are cut to the window", () => {
    // 2026-01-01 is a Thursday.
    const weeks = cut("2026-01-01T00:00:00Z", "2026-01-14T00:00:00Z", "week", "UTC")
    expect(weeks.map(({ start }) => start)).toEqual(["2025-12-29", "2026-01-05", "2026-01-12"])
    expect(weeks.map(({ from, to }) => (to - from) / 86_400_000)).toEqual([4, 7, 2])
    expect(Calendar.periodStart("2026-01-01", "week", "sunday")).toBe("2025-12-28")
    expect(Calendar.periodStart("2026-01-01", "week", "saturday")).toBe("2025-12-27")
  })

  test("quarters and months of a leap year; an empty window has none", () => {
    const quarters = cut("2027-12-01T00:00:00Z", "2028-04-02T00:00:00Z", "quarter", "UTC")
    expect(quarters.map(({ start }) => start)).toEqual(["2027-10-01", "2028-01-01", "2028-04-01"])
    const months = cut("2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z", "month", "UTC")
    expect(months.map(({ from, to }) => (to - from) / 86_400_000)).toEqual([29])
    expect(cut("2028-02-01T00:00:00Z", "2028-02-01T00:00:00Z", "month", "UTC")).toEqual([])
  })
})

describe("numbering of days", () => {
  const zones = [
    "UTC",
    "Europe/Berlin",
    "America/Sao_Paulo",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
  ]
  test.each(zones)("%s: the number of a day is that of its date, at every half hour of years with jumps", (zone) => {
    const number = Days.numbering(zone)
    for (const year of [2011, 2018, 2026]) {
      const end = Date.UTC(year + 1, 0, 3)
      for (let at = Date.UTC(year, 11, 28); at < end; at += 1_800_000) {
        expect(number(at)).toBe(Date.parse(Calendar.dateAt(zone, at)) / 86_400_000)
      }
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year, 11, 28); at += 13 * 3_600_000) {
        expect(number(at)).toBe(Date.parse(Calendar.dateAt(zone, at)) / 86_400_000)
      }
    }
  })

  test("right at and right before the midnights of a jump", () => {
    const number = Days.numbering("America/Sao_Paulo")
    const midnight = Date.parse("2018-11-04T03:00:00.000Z")
    expect(number(midnight) - number(midnight - 1)).toBe(1)
    // 23:30 comes twice on the 17th; both are the 17th.
    expect(number(Date.parse("2018-02-18T01:30:00Z"))).toBe(number(Date.parse("2018-02-18T02:30:00Z")))
  })
})
