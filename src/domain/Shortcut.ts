import * as Either from "effect/Either"
import * as Option from "effect/Option"
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"

/** What a shortcut leaves to Schema: what is wrong, so that Schema says how, and shapes that it does not know. */
export const unsure = Symbol("unsure")

type Shortcut = (input: unknown) => unknown

const options = { onExcessProperty: "error" } as const

const when =
  (test: (input: unknown) => boolean): Shortcut =>
  (input) =>
    test(input) ? input : unsure

type Fields = { [name: PropertyKey]: unknown }

const isFields = (input: unknown): input is Fields =>
  typeof input === "object" && input !== null && !Array.isArray(input)

/** All known fields as they are decoded; unsure of any other. */
const struct = ({ indexSignatures, propertySignatures }: AST.TypeLiteral): Shortcut => {
  const fields = propertySignatures.map(({ isOptional, name, type }) => ({ isOptional, name, decode: compile(type) }))
  const [others, ...more] = indexSignatures.map(({ parameter, type }) => ({
    key: compile(parameter),
    value: compile(type),
  }))
  // Schema takes the struct of no fields for anything at all.
  if (more.length > 0 || fields.length > 0 === (others !== undefined)) return () => unsure
  if (others !== undefined) {
    return (input) => {
      if (!isFields(input)) return unsure
      const found: Fields = {}
      for (const key of Reflect.ownKeys(input)) {
        const value = others.value(input[key])
        if (key === "__proto__" || value === unsure || others.key(key) !== key) return unsure
        found[key] = value
      }
      return found
    }
  }
  return (input) => {
    if (!isFields(input)) return unsure
    const found: Fields = {}
    let present = 0
    for (const { decode, isOptional, name } of fields) {
      if (Object.hasOwn(input, name)) {
        const value = decode(input[name])
        if (value === unsure) return unsure
        found[name] = value
        present++
      } else if (!isOptional) return unsure
    }
    return Reflect.ownKeys(input).length === present ? found : unsure
  }
}

const list = ({ elements, rest }: AST.TupleType): Shortcut => {
  const [each, ...after] = rest.map(({ type }) => compile(type))
  const first = elements.map(({ type }) => compile(type))
  if (each === undefined || after.length > 0 || elements.some(({ isOptional }) => isOptional)) return () => unsure
  return (input) => {
    if (!Array.isArray(input) || input.length < first.length) return unsure
    const found: Array<unknown> = []
    for (let place = 0; place < input.length; place++) {
      const element = (first[place] ?? each)(input[place])
      if (element === unsure) return unsure
      found.push(element)
    }
    return found
  }
}

const union = (members: ReadonlyArray<Shortcut>): Shortcut => {
  return (input) => {
    for (const member of members) {
      const found = member(input)
      if (found !== unsure) return found
    }
    return unsure
  }
}

const right = (result: unknown): unknown => (Either.isEither(result) && Either.isRight(result) ? result.right : unsure)

const transformation = (ast: AST.Transformation): Shortcut => {
  const from = compile(ast.from)
  const { transformation } = ast
  if (transformation._tag === "TypeLiteralTransformation") {
    if (!AST.isTypeLiteral(ast.to)) return () => unsure
    const fills = new Map(transformation.propertySignatureTransformations.map((fill) => [fill.to, fill]))
    const fields = ast.to.propertySignatures.map(({ name }) => ({ name, fill: fills.get(name) }))
    return (input) => {
      const given = from(input)
      if (!isFields(given)) return unsure
      const filled: Fields = {}
      for (const { fill, name } of fields) {
        const field = fill?.from ?? name
        const found = Object.hasOwn(given, field) ? Option.some(given[field]) : Option.none()
        const value = fill === undefined ? found : fill.decode(found)
        if (Option.isSome(value)) filled[name] = value.value
      }
      return filled
    }
  }
  const to = compile(ast.to)
  return (input) => {
    const given = from(input)
    if (given === unsure) return unsure
    const made =
      transformation._tag === "FinalTransformation"
        ? right(transformation.decode(given as never, options, ast, input))
        : given
    return made === unsure ? unsure : to(made)
  }
}

const compile = (ast: AST.AST): Shortcut => {
  switch (ast._tag) {
    case "StringKeyword":
      return when((input) => typeof input === "string")
    case "NumberKeyword":
      return when((input) => typeof input === "number")
    case "BooleanKeyword":
      return when((input) => typeof input === "boolean")
    case "UndefinedKeyword":
      return when((input) => input === undefined)
    case "Literal":
      return when((input) => input === ast.literal)
    case "TemplateLiteral": {
      const pattern = AST.getTemplateLiteralRegExp(ast)
      return when((input) => typeof input === "string" && pattern.test(input))
    }
    case "Refinement": {
      const from = compile(ast.from)
      return (input) => {
        const found = from(input)
        return found === unsure || Option.isNone(ast.filter(found as never, options, ast)) ? found : unsure
      }
    }
    case "Declaration": {
      const decode = ast.decodeUnknown(...ast.typeParameters)
      return (input) => right(decode(input, options, ast))
    }
    case "TypeLiteral":
      return struct(ast)
    case "TupleType":
      return list(ast)
    case "Union":
      return union(ast.types.map(compile))
    case "Transformation":
      return transformation(ast)
    default:
      return () => unsure
  }
}

/**
 * Decodes what is plainly right; `unsure` of everything else.
 *
 * Schema prepares for every value to explain what is wrong with it: that was half the time and two thirds of the
 * garbage of an import. What is filled in by a struct's defaults is not looked through a second time.
 */
export const of = <A, I>(schema: Schema.Schema<A, I>): ((input: unknown) => A | typeof unsure) =>
  compile(schema.ast) as (input: unknown) => A | typeof unsure
