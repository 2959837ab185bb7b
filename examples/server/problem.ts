/** What went wrong with a request before it reached the library. */
export class HttpProblem extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Every error of the library by its tag. What is not named here is refused by a rule: 422. */
const statuses: { readonly [tag: string]: number } = {
  InvalidInput: 400,
  NotFound: 404,
  Conflict: 409,
  IdempotencyKeyReused: 409,
  CorruptRecord: 500,
  ConnectionLost: 503,
  StorageTimeout: 503,
  StorageFull: 503,
  StorageFault: 503,
}

export interface Answer {
  readonly status: number
  readonly body: object
}

const isTagged = (error: unknown): error is Error & { readonly _tag: string } =>
  error instanceof Error && "_tag" in error && typeof error._tag === "string"

/** An error as an answer: its tag, its message and the data that it carries; the cause stays inside. */
export const answerTo = (error: unknown): Answer => {
  if (error instanceof HttpProblem) return { status: error.status, body: { error: { message: error.message } } }
  if (!isTagged(error)) {
    console.error(error)
    return { status: 500, body: { error: { message: "something went wrong on our side" } } }
  }
  const { cause: _cause, ...data } = error
  return { status: statuses[error._tag] ?? 422, body: { error: { ...data, _tag: error._tag, message: error.message } } }
}
