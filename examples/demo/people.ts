import type { Desk } from "./desk.js"
import { recruiters } from "./desk.js"
import { byCandidate, comments, referrals, takeaways } from "./words.js"

const form = (name: string) => ({
  name: "consent-to-represent.txt",
  mediaType: "text/plain",
  bytes: new TextEncoder().encode(`I agree to be represented to your clients.\n\nSigned: ${name}\n`),
})

const days = 86_400_000

/** A colleague reads the newest note on somebody and has something to add. */
const commentOn = async (desk: Desk, id: string, author: string): Promise<void> => {
  const reader = desk.as(desk.random.pick(recruiters.filter((name) => name !== author) as [string, ...Array<string>]))
  const { items } = await reader.notes.list({ about: id, order: { field: "id", direction: "desc" }, limit: 1 })
  const [note] = items
  if (note !== undefined) await desk.must(reader.notes.comment(note.id, { body: desk.random.pick(comments) }))
}

/** Asks for a consent and, most times, gets it back signed; `then` goes on from there. */
export const askConsent = async (
  desk: Desk,
  recruiter: string,
  id: string,
  then: () => Promise<void> = async () => undefined,
): Promise<void> => {
  const { random } = desk
  const as = desk.as(recruiter)
  const requested = await desk.must(as.candidates.requestConsent(id))
  const answer = random.weighted({ signs: 84, denies: 6, silent: 10 })
  if (answer === "silent") return
  desk.later(random.between(1, 6), async () => {
    const consentId = requested.id
    if (answer === "denies") {
      await desk.attempt(as.candidates.denyConsent(id, { consentId, reason: "wants to decide case by case" }))
      return
    }
    const candidate = await as.candidates.get(id)
    const months = Number(random.weighted({ "0": 15, "4": 35, "6": 30, "12": 20 }))
    const signed = await desk.attempt(
      as.candidates.signConsent(id, {
        consentId,
        document: form(candidate.name),
        ...(months === 0 ? {} : { expiresAt: desk.now() + months * 30 * days }),
      }),
    )
    if (signed === null) return
    if (months > 0 && random.chance(0.7)) {
      desk.later(months * 30 + random.between(1, 20), async () => {
        const { kind } = await as.candidates.get(id)
        if (kind === "screened") await askConsent(desk, recruiter, id)
      })
    }
    if (random.chance(0.05)) desk.later(random.between(40, 160), () => revoke(desk, recruiter, id, consentId))
    await then()
  })
}

/** Somebody takes the consent back: what went out under it is withdrawn. */
const revoke = async (desk: Desk, recruiter: string, id: string, consentId: string): Promise<void> => {
  const as = desk.as(recruiter)
  const revoked = await desk.attempt(as.candidates.revokeConsent(id, { consentId, reason: "asked to be taken off" }))
  for (const { id: submissionId } of revoked?.affected ?? []) {
    await desk.attempt(as.submissions.withdraw(submissionId, { reason: "consent revoked" }))
  }
}

const screen = async (desk: Desk, recruiter: string, id: string): Promise<void> => {
  const { random } = desk
  const as = desk.as(recruiter)
  const outcome = random.weighted({ passed: 76, failed: 12, undecided: 12 })
  const screened = await desk.attempt(
    as.candidates.screen(id, {
      outcome,
      takeaways: random.pick(takeaways),
      willingToRelocate: random.chance(0.4),
    }),
  )
  if (screened === null) return
  if (random.chance(0.35)) desk.later(1, () => commentOn(desk, id, recruiter))
  if (outcome === "undecided") desk.later(random.between(5, 12), () => screen(desk, recruiter, id))
  if (outcome === "passed" && random.chance(0.8)) await askConsent(desk, recruiter, id)
  if (outcome === "passed" && random.chance(0.06)) desk.later(random.between(60, 200), () => rest(desk, recruiter, id))
}

/** Out of the market for a while, and back. */
const rest = async (desk: Desk, recruiter: string, id: string): Promise<void> => {
  const as = desk.as(recruiter)
  const gone = await desk.attempt(as.candidates.deactivate(id, { reason: desk.random.pick(byCandidate) }))
  if (gone !== null && desk.random.chance(0.5)) {
    desk.later(desk.random.between(20, 60), async () => {
      await desk.attempt(as.candidates.reactivate(id))
    })
  }
}

const phone = (desk: Desk, recruiter: string, id: string): void => {
  const { random } = desk
  desk.later(random.between(1, 4), async () => {
    if (random.chance(0.6)) await desk.attempt(desk.as(recruiter).candidates.startScreening(id))
    desk.later(random.between(1, 5), () => screen(desk, recruiter, id))
  })
}

/** Sees to it that everybody who was imported is called at some time of the year, or nearly everybody. */
export const sourcing = (desk: Desk, ids: ReadonlyArray<string>): void => {
  const { random } = desk
  for (const id of random.shuffled(ids)) {
    if (random.chance(0.1)) continue
    const recruiter = random.pick(recruiters)
    desk.later(Math.floor(random.between(0, 1400) ** 1.5 / 230), async () => phone(desk, recruiter, id))
  }
  for (const [name, skill] of referrals) {
    desk.later(random.between(20, 300), async () => {
      const recruiter = random.pick(recruiters)
      const as = desk.as(recruiter)
      const added = await desk.must(
        as.candidates.create({ name, skills: [skill], source: "referral", owner: recruiter }),
      )
      const bytes = new TextEncoder().encode(`${name}\n\nKnows ${skill}.\n`)
      await desk.must(
        as.documents.attach({
          name: "resume.txt",
          mediaType: "text/plain",
          bytes,
          category: "resume",
          about: [added.id],
        }),
      )
      phone(desk, recruiter, added.id)
    })
  }
}
