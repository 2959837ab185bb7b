/** How large the agency is; all of it grows with its submissions. */
export interface Agency {
  readonly submissions: number
  readonly candidates: number
  readonly positions: number
  readonly clients: number
}

export const of = (submissions: number): Agency => ({
  submissions,
  candidates: Math.round(submissions * 0.4),
  positions: Math.round(submissions / 50),
  clients: 500,
})

export const day = 86_400_000
export const hour = 3_600_000

/** The five years that it has worked, milliseconds since 1970. */
export const begin = Date.UTC(2021, 9, 1)
export const end = Date.UTC(2026, 9, 1)

export const recruiters = Array.from({ length: 50 }, (_, n) => `recruiter${String(n + 1).padStart(2, "0")}`)
export const sources = ["linkedin", "referral", "website", "jobboard", "event", "agency", "cold", "university"]

export const seed = 20_261_001
