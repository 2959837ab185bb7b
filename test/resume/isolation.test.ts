import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import { describe, expect, test } from "vitest"
import { answered, readResume, readResumeEffect, ResumeReader, layer } from "../../adapters/resume/index.js"
import { document } from "./docx.js"
import { column, pdf } from "./pdf.js"

const body = "Ada Park\nada@example.com\n\nSkills\n\nSQL, Java"
const files = { "cv.pdf": pdf([column(50, 60, body)]), "cv.docx": document(body.replaceAll("\n\n", "\n")) }

/** Work for minutes: many pages with many runs of text each. */
const long = pdf([...Array(20).keys()].map(() => column(50, 60, "word ^".repeat(20).concat("\n").repeat(200), 9)))

describe("a worker", () => {
  test.each(Object.entries(files))("reads %s as the caller's own thread does", async (name, bytes) => {
    const isolated = await readResume(bytes, { name })
    expect(isolated).toEqual(await readResume(bytes, { name }, { isolation: "inline" }))
    expect(isolated.email?.value).toBe("ada@example.com")
  })

  test("is ended when it takes too long", async () => {
    await expect(readResume(long, { name: "cv.pdf" }, { limits: { millis: 1 } })).rejects.toMatchObject({
      _tag: "ResumeUnreadable",
      reason: "tooSlow",
    })
  })

  test("is ended when its heap is full, and the caller lives on", async () => {
    await expect(readResume(long, { name: "cv.pdf" }, { limits: { heapMegabytes: 8 } })).rejects.toMatchObject({
      _tag: "ResumeUnreadable",
      reason: "tooHungry",
    })
  })

  test("is ended when the caller is interrupted", async () => {
    const program = Effect.gen(function* () {
      const fiber = yield* Effect.fork(readResumeEffect({ bytes: long }, {}))
      yield* Effect.yieldNow()
      return yield* Fiber.interrupt(fiber)
    })
    expect((await Effect.runPromise(program))._tag).toBe("Failure")
  })

  test("answers with the reason that it was given", async () => {
    const cut = files["cv.pdf"].slice(0, 100)
    await expect(readResume(cut, { name: "cv.pdf" })).rejects.toMatchObject({ reason: "broken" })
  })
})

describe("the port", () => {
  const file = { bytes: new TextEncoder().encode(body), name: "cv.txt" }

  test("is answered by the library's own reader", async () => {
    const program = Effect.flatMap(ResumeReader, (reader) => answered(reader, file))
    const draft = await Effect.runPromise(Effect.provide(program, layer()))
    expect(draft.name?.value).toBe("Ada Park")
  })

  test("takes another reader, whose failure is typed", async () => {
    const draft = await readResume(file.bytes)
    const other: ResumeReader = { read: () => Promise.resolve({ ...draft, name: null }) }
    expect((await Effect.runPromise(answered(other, file))).name).toBeNull()
    const failing: ResumeReader = { read: () => Promise.reject(new Error("no answer")) }
    const failure = await Effect.runPromise(Effect.flip(answered(failing, file)))
    expect(failure).toMatchObject({ _tag: "ResumeUnreadable", reason: "readerFailed" })
  })
})
