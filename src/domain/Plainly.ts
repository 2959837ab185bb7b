import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"

type Test = (input: unknown) => boolean

const options = {} as const

const unknown: Test = () => false

const isFields = (input: unknown): input is { readonly [name: PropertyKey]: unknown } =>
  typeof input === "object" && input !== null && !Array.isArray(input)

const struct = ({ indexSignatures, propertySignatures }: AST.TypeLiteral): Test => {
  const fields = propertySignatures.map(({ isOptional, name, type }) => ({ isOptional, name, is: compile(type) }))
  const [others, ...more] = indexSignatures.map(({ parameter, type }) => ({
    key: compile(parameter),
    value: compile(type),
  }))
  // Schema takes the struct of no fields for anything at all.
  if (more.length > 0 || fields.length > 0 === (others !== undefined)) return unknown
  if (others !== undefined)
    return (input) =>
      isFields(input) && Reflect.ownKeys(input).every((key) => others.key(key) && others.value(input[key]))
  return (input) => {
    if (!isFields(input)) return false
    for (const { is, isOptional, name } of fields)
      if (Object.hasOwn(input, name) ? !is(input[name]) : !isOptional) return false
    return true
  }
}

const list = ({ elements, rest }: AST.TupleType): Test => {
  const [each, ...after] = rest.map(({ type }) => compile(type))
  const first = elements.map(({ type }) => compile(type))
  if (each === undefined || after.length > 0 || elements.some(({ isOptional }) => isOptional)) return unknown
  return (input) => {
    if (!Array.isArray(input) || input.length < first.length) return false
    for (let place = 0; place < input.length; place++) if (!(first[place] ?? each)(input[place])) return false
    return true
  }
}

const union = (types: ReadonlyArray<AST.AST>): Test => {
  const literals = new Set(types.flatMap((type): ReadonlyArray<unknown> => (AST.isLiteral(type) ? [type.literal] : [])))
  const [first = unknown, ...more] = types.filter((type) => !AST.isLiteral(type)).map(compile)
  return (input) => literals.has(input) || first(input) || more.some((is) => is(input))
}

const compile = (ast: AST.AST): Test => {
  switch (ast._tag) {
    case "StringKeyword":
      return (input) => typeof input === "string"
    case "NumberKeyword":
      return (input) => typeof input === "number"
    case "BooleanKeyword":
      return (input) => typeof input === "boolean"
    case "Literal":
      return (input) => input === ast.literal
    case "TemplateLiteral": {
      const pattern = AST.getTemplateLiteralRegExp(ast)
      return (input) => typeof input === "string" && pattern.test(input)
    }
    case "Refinement": {
      const from = compile(ast.from)
      return (input) => from(input) && Option.isNone(ast.filter(input as never, options, ast))
    }
    case "TypeLiteral":
      return struct(ast)
    case "TupleType":
      return list(ast)
    case "Union":
      return union(ast.types)
    default:
      return unknown
  }
}

/**
 * Whether a value is plainly of a schema's type. Of what is not, or not plainly, `Schema.is` knows more.
 *
 * Every record that a command loads is looked at field by field, and nearly all of them are fine.
 */
export const of = <A, I>(schema: Schema.Schema<A, I>): Test => compile(Schema.typeSchema(schema).ast)
