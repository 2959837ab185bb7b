export type Path = ReadonlyArray<string | number>

/** Every place in a value of JSON, the whole of it first. */
export const places = (value: unknown, path: Path = []): ReadonlyArray<readonly [Path, unknown]> => [
  [path, value],
  ...(Array.isArray(value)
    ? value.flatMap((one, index) => places(one, [...path, index]))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, one]) => places(one, [...path, name]))
      : []),
]

/** The value with another at the path. */
export const withAt = (value: unknown, [step, ...rest]: Path, put: unknown): unknown => {
  if (step === undefined) return put
  if (Array.isArray(value)) return value.map((one, index) => (index === step ? withAt(one, rest, put) : one))
  const fields = value as { readonly [name: string]: unknown }
  return { ...fields, [step]: withAt(fields[step], rest, put) }
}
