/** A file of so many people, each with an address of their own. */
export const peopleFile = function* (rows: number): Generator<string> {
  yield "Name,E-mail\r\n"
  for (let n = 0; n < rows; n++) yield `Person ${n},p${n}@example.com\r\n`
}
