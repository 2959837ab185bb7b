import * as Effect from "effect/Effect"
import { type BlobStore, createMatchloop } from "matchloop"
import { memory } from "matchloop/memory"
import { expect, test } from "vitest"

const consent = new Uint8Array([37, 80, 68, 70])

test("documents keep their bytes in the database, attached to every subject, and give them back", async () => {
  await using crm = await createMatchloop({ storage: memory() })
  const maya = crm.as("maya")
  const ada = await maya.candidates.create({ name: "Ada Park" })
  const acme = await maya.clients.create({ name: "Acme" })
  const contract = await maya.documents.attach({
    name: "contract.pdf",
    bytes: consent,
    category: "contract",
    about: [ada.id, acme.id],
  })
  expect(contract).toMatchObject({ size: 4, category: "contract", mediaType: "application/octet-stream" })
  expect((await maya.documents.read(contract.id)).bytes).toEqual(consent)
  for (const about of [ada.id, acme.id]) {
    expect((await maya.documents.list({ about })).items.map(({ id }) => id)).toEqual([contract.id])
  }
  await maya.documents.update(contract.id, { about: [acme.id] })
  expect((await maya.documents.list({ about: ada.id })).items).toEqual([])
})

test("a host's blob store gets the bytes before the command lands, and the database does not", async () => {
  const kept = new Map<string, Uint8Array>()
  const blobs: BlobStore = {
    put: async (workspace, key, bytes) => void kept.set(`${workspace}/${key}`, bytes),
    get: (workspace, key) => Effect.sync(() => kept.get(`${workspace}/${key}`) ?? null),
  }
  const storage = memory()
  await using crm = await createMatchloop({ storage, blobs })
  const maya = crm.as("maya")
  const ada = await maya.candidates.create({ name: "Ada Park" })
  const { document } = await maya.candidates.signConsent(ada.id, { document: { name: "consent.pdf", bytes: consent } })
  expect([...kept]).toEqual([[`main/${document.blobKey}`, consent]])
  expect((await maya.documents.read(document.id)).bytes).toEqual(consent)
})
