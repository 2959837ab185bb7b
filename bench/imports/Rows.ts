/** A candidate as a file of a job board has it. */
export interface Incoming {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly location: string
  readonly skills: ReadonlyArray<string>
  readonly salaryExpectation: { readonly amount: number; readonly currency: string }
  readonly source: string
}

const cities = ["Lisbon", "Porto", "Linz", "Graz", "Turin"]
const skills = ["sql", "typescript", "rust", "design", "sales"]

/** Rows one by one, as they come from a file or a socket. */
export async function* incoming(count: number): AsyncGenerator<Incoming> {
  for (let n = 0; n < count; n++) {
    yield {
      name: `Ada Park ${n}`,
      email: `ada.${n}@example.com`,
      phone: `+43 1 ${n}`,
      location: cities[n % cities.length] ?? "",
      skills: [skills[n % skills.length] ?? "", skills[(n + 2) % skills.length] ?? ""],
      salaryExpectation: { amount: 5_000_000 + n * 10, currency: "EUR" },
      source: "job board",
    }
  }
}
