import { createMatchloop } from "matchloop"
import { memory } from "matchloop/memory"

await using crm = await createMatchloop({ storage: memory() })
const maya = crm.as("maya")

const ada = await maya.candidates.create({ name: "Ada Park", email: "ada@example.com", skills: ["sql"] })
await maya.candidates.screen(ada.id, { outcome: "passed", takeaways: "Wants remote. 95k." })
await maya.candidates.signConsent(ada.id, {
  document: { name: "consent.txt", bytes: new TextEncoder().encode("I agree. Ada Park") },
})

const acme = await maya.clients.create({ name: "Acme" })
const lena = await maya.clients.addContact(acme.id, { name: "Lena Ruiz", email: "lena@acme.test" })
const role = await maya.positions.open({
  clientId: acme.id,
  title: "Senior Software Developer",
  openings: 3,
  contactIds: [lena.id],
  skills: ["sql"],
  salary: { min: 9_000_000, max: 11_000_000, currency: "USD" },
  fee: { kind: "percent", percent: 20 },
})

const first = await maya.submissions.shortlist({ candidateId: ada.id, positionId: role.id })
await maya.submissions.submit(first.id)
await maya.submissions.scheduleInterview(first.id, { at: Date.now() + 86_400_000, round: 1 })
await maya.submissions.offer(first.id, { salary: { amount: 10_000_000, currency: "USD" } })
const { placement } = await maya.submissions.accept(first.id, { startsOn: "2027-01-04" })
console.log(`${ada.name} starts on ${placement.startsOn}; fee ${placement.feeAmount / 100} ${placement.feeCurrency}`)

const day = 86_400_000
const funnel = await maya.reports.funnel({ pipeline: "submission", from: Date.now() - day, to: Date.now() + day })
for (const { kind, reached } of funnel.rows) console.log(kind.padEnd(18), reached)
