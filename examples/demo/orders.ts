import type { Client } from "matchloop"
import { rows } from "./csv.js"
import type { Desk } from "./desk.js"
import { sales } from "./desk.js"
import { toMinor } from "./money.js"

export type NewPosition = Extract<Parameters<Client["positions"]["open"]>[0], object>

/** A company of the files, with what it will want over the year. */
export interface Account {
  readonly clientId: string
  readonly name: string
  readonly contactIds: ReadonlyArray<string>
  readonly wants: ReadonlyArray<NewPosition>
}

const data = new URL("../data/", import.meta.url)
const file = (name: string) => new URL(name, data).pathname

export const sampleCandidates = file("candidates.csv")

/** Imports the companies and the people there. */
const importClients = async (desk: Desk): Promise<ReadonlyMap<string, { id: string; contactIds: Array<string> }>> => {
  const as = desk.as(sales)
  const companies: Array<{ readonly [column: string]: string }> = []
  for await (const row of rows(file("clients.csv"))) companies.push(row)
  await desk.must(
    as.clients.import(
      companies.map(({ Name = "", Industry, Location, Website }) => ({
        name: Name,
        owner: sales,
        industry: Industry || null,
        location: Location || null,
        website: Website || null,
      })),
    ),
  )
  const { items } = await as.clients.list({ limit: 1000 })
  const byName = new Map(items.map(({ id, name }) => [name, { id, contactIds: [] as Array<string> }]))
  for (const company of companies) {
    const client = byName.get(company.Name ?? "")
    const name = company.Contact
    if (client === undefined || name === undefined || name === "") continue
    const details = { name, email: company["Contact Email"] || null, title: company["Contact Title"] || null }
    client.contactIds.push((await desk.must(as.clients.addContact(client.id, details))).id)
  }
  return byName
}

/** The companies with their positions; salaries in the file are major units. */
export const accounts = async (desk: Desk): Promise<ReadonlyArray<Account>> => {
  const clients = await importClients(desk)
  const wants = new Map<string, Array<NewPosition>>()
  for await (const row of rows(file("positions.csv"))) {
    const { Client = "", Title = "", Location, Currency = "EUR", Skills = "" } = row
    const client = clients.get(Client)
    if (client === undefined) throw new Error(`positions.csv names ${Client}, which clients.csv does not`)
    const amount = (column: string) => toMinor(Number(row[column]), Currency)
    const guarantee = row["Guarantee Days"]
    wants.set(Client, [
      ...(wants.get(Client) ?? []),
      {
        clientId: client.id,
        contactIds: client.contactIds,
        title: Title,
        openings: Number(row.Openings),
        location: Location || null,
        skills: Skills.split(/[;,]/).map((skill) => skill.trim()),
        salary: { min: amount("Salary Min"), max: amount("Salary Max"), currency: Currency },
        fee: { kind: "percent", percent: Number(row["Fee Percent"]) },
        ...(guarantee ? { guaranteeDays: Number(guarantee) } : {}),
      },
    ])
  }
  return [...clients].map(([name, { id, contactIds }]) => ({
    clientId: id,
    name,
    contactIds,
    wants: wants.get(name) ?? [],
  }))
}
