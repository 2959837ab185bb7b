import type * as SchemaAST from "effect/SchemaAST"
import { type Shape, shapeOf } from "./shape.js"

/** One wrong input: the valid one with one thing changed, and where. */
export interface Wrong {
  readonly what: string
  readonly path: ReadonlyArray<string | number>
  readonly input: unknown
}

/** Fields that take running text; the others take a line. */
const prose = new Set(["takeaways", "body", "note", "feedback", "description", "text"])

const tooLong = (name: unknown): string => "x".repeat(prose.has(String(name)) ? 1_000_001 : 100_000)

const cyclic: { self?: unknown } = {}
cyclic.self = cyclic

/** Values by what they are; one is wrong wherever its type is not taken. */
const values: ReadonlyArray<readonly [what: string, type: string, value: unknown]> = [
  ["a number", "number", 7],
  ["text", "string", "some text"],
  ["true", "boolean", true],
  ["null", "null", null],
  ["an object", "object", { some: "thing" }],
  ["an array", "array", ["thing"]],
  ["an array in an array", "nothing", [[["thing"]]]],
  ["a date", "date", new Date(0)],
  ["bytes", "bytes", new Uint8Array(3)],
  ["a symbol", "nothing", Symbol("thing")],
  ["a function", "nothing", () => "thing"],
  ["a bigint", "nothing", 7n],
  ["a map", "nothing", new Map([["a", 1]])],
  ["a cyclic object", "nothing", cyclic],
]

const texts: ReadonlyArray<readonly [what: string, value: string]> = [
  ["NUL in the text", "a\0b"],
  ["a lone surrogate in the text", "a\ud800b"],
  ["white space alone", " \n\t "],
]

const numbers: ReadonlyArray<readonly [what: string, value: number]> = [
  ["NaN", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["minus infinity", Number.NEGATIVE_INFINITY],
]

/** The keys are those that would reach a prototype if anybody assigned them. */
const hostile = (text: string): unknown => JSON.parse(text)

const records: ReadonlyArray<readonly [what: string, value: unknown]> = [
  ["the key __proto__", hostile('{"__proto__": "x"}')],
  ["the key __proto__ with an object", hostile('{"__proto__": {"polluted": true}}')],
  ["the key constructor", hostile('{"constructor": "x"}')],
  ["the key prototype", hostile('{"prototype": "x"}')],
  ["an empty key", { "": 1 }],
  ["a key of 101 characters", { ["k".repeat(101)]: 1 }],
  ["NUL in a key", { "a\0": 1 }],
  ["a lone surrogate in a key", { "a\udc00": 1 }],
  ["a nested value", { a: { b: 1 } }],
  ["a list as value", { a: [1] }],
  ["NaN as value", { a: Number.NaN }],
  ["a bigint as value", { a: 1n }],
  ["a symbol as value", { a: Symbol("x") }],
  ["undefined as value", { a: undefined }],
  ["NUL in a value", { a: "\0" }],
  ["a lone surrogate in a value", { a: "\ud800" }],
  ["10,001 characters as value", { a: "x".repeat(10_001) }],
  ["201 fields", Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}`, n]))],
]

const accepts = ({ takes }: Shape, type: string): boolean => (takes as ReadonlySet<string>).has(type)

/** The list with nothing at its end, which is not the same as `undefined` there. */
export const holed = (list: ReadonlyArray<unknown>): ReadonlyArray<unknown> => {
  const longer = [...list]
  longer.length += 1
  return longer
}

/** What is wrong at one place, and below it. */
const wrongAt = function* (
  ast: SchemaAST.AST,
  value: unknown,
  path: ReadonlyArray<string | number>,
): Generator<{ readonly what: string; readonly path: ReadonlyArray<string | number>; readonly value: unknown }> {
  const shape = shapeOf(ast, value)
  const { element, fields, record, takes } = shape
  // A nested object is wrong in a struct by its fields, in a record by its values.
  for (const [what, type, wrong] of values) {
    if (accepts(shape, type) && (type !== "object" || record)) continue
    yield { what, path, value: wrong }
  }
  if (takes.has("string") || takes.has("literal")) {
    yield { what: "text too long", path, value: tooLong(path.at(-1)) }
    for (const [what, wrong] of texts) yield { what, path, value: wrong }
  }
  if (takes.has("number")) for (const [what, wrong] of numbers) yield { what, path, value: wrong }
  if (record) for (const [what, wrong] of records) yield { what, path, value: wrong }
  if (Array.isArray(value) && element !== undefined && path.length > 0) {
    for (const wrong of wrongAt(element, value[0], [...path, 0])) {
      yield { ...wrong, value: [wrong.value, ...value.slice(1)] }
    }
    yield { what: "a hole in the list", path, value: holed(value) }
    yield { what: "100,000 entries", path, value: Array.from({ length: 100_000 }, () => value[0]) }
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value) && !record && fields.size > 0) {
    const given = value as { readonly [name: string]: unknown }
    yield { what: "an unknown field", path: [...path, "unheardOf"], value: { ...given, unheardOf: 1 } }
    yield {
      what: "the key __proto__",
      path: [...path, "__proto__"],
      value: Object.defineProperty({ ...given }, "__proto__", { value: { a: 1 }, enumerable: true }),
    }
    yield { what: "the key constructor", path: [...path, "constructor"], value: { ...given, constructor: 1 } }
    for (const [name, field] of fields) {
      if (!field.optional) {
        const { [name]: _, ...rest } = given
        yield { what: "nothing", path: [...path, name], value: rest }
      }
      if (!(name in given)) continue
      for (const wrong of wrongAt(field.ast, given[name], [...path, name])) {
        yield { ...wrong, value: { ...given, [name]: wrong.value } }
      }
    }
  }
}

/** Every way in which we know how to make one thing of a valid input wrong. */
export const wrongInputs = (ast: SchemaAST.AST, valid: unknown): ReadonlyArray<Wrong> =>
  [...wrongAt(ast, valid, [])]
    .filter(({ path, value }) => path.length > 0 || (value !== undefined && value !== null))
    .map(({ path, value, what }) => ({ what, path, input: value }))
