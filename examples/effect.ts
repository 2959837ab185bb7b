import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { as, layer, Matchloop } from "matchloop/effect"
import { layer as storage } from "matchloop/memory"

/** Submits; where the consent is missing, has it signed and tries once more. */
const submitWithConsent = (submissionId: string) =>
  Effect.gen(function* () {
    const crm = yield* Matchloop
    return yield* crm.submissions.submit(submissionId).pipe(
      Effect.catchTag("ConsentRequired", ({ candidateId, clientId }) =>
        Effect.gen(function* () {
          yield* Effect.log(`no consent of ${candidateId} covers ${clientId} yet`)
          const document = { name: "consent.txt", bytes: new TextEncoder().encode("I agree.") }
          yield* crm.candidates.signConsent(candidateId, { document, clientId })
          return yield* crm.submissions.submit(submissionId)
        }),
      ),
    )
  })

const program = Effect.gen(function* () {
  const crm = yield* Matchloop
  const ada = yield* crm.candidates.create({ name: "Ada Park" })
  yield* crm.candidates.screen(ada.id, { outcome: "passed" })
  const acme = yield* crm.clients.create({ name: "Acme" })
  const role = yield* crm.positions.open({ clientId: acme.id, title: "Senior Software Developer" })
  const { id } = yield* crm.submissions.shortlist({ candidateId: ada.id, positionId: role.id })
  const submitted = yield* submitWithConsent(id)
  yield* Effect.log(`${ada.name} is ${submitted.kind}`)

  // A refusal carries what a caller needs to act: here the submission that is in the way.
  const again = yield* crm.submissions.shortlist({ candidateId: ada.id, positionId: role.id }).pipe(
    Effect.map(({ id }) => `shortlisted as ${id}`),
    Effect.catchTag("AlreadySubmitted", ({ submissionId }) => Effect.succeed(`on it already: ${submissionId === id}`)),
  )
  yield* Effect.log(again)
})

await program.pipe(as("maya"), Effect.provide(Layer.provide(layer(), storage)), Effect.runPromise)
