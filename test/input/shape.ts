import * as Option from "effect/Option"
import * as SchemaAST from "effect/SchemaAST"

/** What an input's schema takes at one place, read off its syntax tree. */
export interface Shape {
  /** Types of value that may be right there. */
  readonly takes: ReadonlySet<
    "string" | "number" | "boolean" | "null" | "object" | "array" | "date" | "bytes" | "literal"
  >
  readonly fields: ReadonlyMap<string, { readonly ast: SchemaAST.AST; readonly optional: boolean }>
  /** Open-ended: names chosen by the caller. */
  readonly record: boolean
  readonly element: SchemaAST.AST | undefined
}

const members = (ast: SchemaAST.AST): ReadonlyArray<SchemaAST.AST> => {
  switch (ast._tag) {
    case "Union":
      return ast.types.flatMap(members)
    case "Refinement":
    case "Transformation":
      return members(ast.from)
    case "Suspend":
      return members(ast.f())
    default:
      return [ast]
  }
}

/** The shape at a place; of several structs, the one that has all of the value's fields. */
export const shapeOf = (ast: SchemaAST.AST, value: unknown): Shape => {
  const takes = new Set<"string" | "number" | "boolean" | "null" | "object" | "array" | "date" | "bytes" | "literal">()
  let struct: SchemaAST.TypeLiteral | undefined
  let element: SchemaAST.AST | undefined
  let record = false
  for (const member of members(ast)) {
    if (SchemaAST.isStringKeyword(member)) takes.add("string")
    else if (SchemaAST.isNumberKeyword(member)) takes.add("number")
    else if (SchemaAST.isBooleanKeyword(member)) takes.add("boolean")
    else if (SchemaAST.isLiteral(member)) takes.add(member.literal === null ? "null" : "literal")
    else if (SchemaAST.isUndefinedKeyword(member)) continue
    else if (SchemaAST.isTupleType(member)) {
      takes.add("array")
      element = member.rest[0]?.type
    } else if (SchemaAST.isTypeLiteral(member)) {
      takes.add("object")
      const names = member.propertySignatures.map(({ name }) => String(name))
      const given = typeof value === "object" && value !== null ? Object.keys(value) : []
      if (struct === undefined || given.every((name) => names.includes(name))) struct = member
    } else if (SchemaAST.isDeclaration(member)) {
      const name = Option.getOrElse(SchemaAST.getIdentifierAnnotation(member), () => "")
      record ||= name === "Fields"
      takes.add(name === "Fields" ? "object" : name.includes("Date") ? "date" : "bytes")
    } else throw new Error(`unknown member ${member._tag}`)
  }
  return {
    takes,
    fields: new Map(
      (struct?.propertySignatures ?? []).map(({ isOptional, name, type }) => [
        String(name),
        { ast: type, optional: isOptional || members(type).some(SchemaAST.isUndefinedKeyword) },
      ]),
    ),
    record,
    element,
  }
}

export const fieldsOf = (ast: SchemaAST.AST): ReadonlyArray<string> => [...shapeOf(ast, undefined).fields.keys()]
