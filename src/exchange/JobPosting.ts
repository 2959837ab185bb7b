import type { Position } from "../domain/position/Position.js"
import { PositionNotOpen } from "../domain/Refusal.js"
import { decimals } from "../domain/Decimals.js"
import { type Hidden, town, without } from "./Confidential.js"

export interface JobPostingOptions {
  /**
   * Says "confidential" in place of the client's name, and takes whatever names it out of the title, the description and
   * the skills: its name, website, street and custom fields, the `contacts` that are given, and what is named in `also`,
   * such as former names and brands. `as` stands there in their place, "our client" where absent. Of the place, only the
   * town is told. Industry and tags stay: they are what such a posting says instead.
   */
  readonly confidential?: boolean | ({ readonly as?: string } & Partial<Pick<Hidden, "contacts" | "also">>)
  /** How many openings there are. */
  readonly openings?: number
  /** A day or an instant after which nobody need apply. */
  readonly validThrough?: string
  readonly url?: string
  /** Whether all of the work is done from elsewhere; `from` names the countries or regions it may be. */
  readonly remote?: boolean | { readonly from: ReadonlyArray<string> }
  readonly employmentType?:
    | "FULL_TIME"
    | "PART_TIME"
    | "CONTRACTOR"
    | "TEMPORARY"
    | "INTERN"
    | "VOLUNTEER"
    | "PER_DIEM"
    | "OTHER"
}

/** A schema.org JobPosting. */
export interface JobPosting {
  readonly "@context": "https://schema.org/"
  readonly "@type": "JobPosting"
  readonly title: string
  readonly [property: string]: unknown
}

const escapes: { readonly [sign: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

/** The property is HTML: a plain text with its paragraphs. */
const html = (text: string): string =>
  text
    .replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)
    .split(/\r?\n\r?\n+/)
    .map((paragraph) => `<p>${paragraph.replace(/\r?\n/g, "<br>")}</p>`)
    .join("")

const major = (minor: number, currency: string): number => minor / 10 ** decimals(currency)

const salary = ({ min, max, currency }: NonNullable<Position["salary"]>) => ({
  "@type": "MonetaryAmount",
  currency,
  value: {
    "@type": "QuantitativeValue",
    ...(min === max
      ? { value: major(min, currency) }
      : { minValue: major(min, currency), maxValue: major(max, currency) }),
    unitText: "YEAR",
  },
})

const places = (location: string | null, remote: JobPostingOptions["remote"]) => {
  const from = typeof remote === "object" ? remote.from : []
  return {
    ...(location === null
      ? {}
      : { jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: location } } }),
    ...(remote === undefined || remote === false ? {} : { jobLocationType: "TELECOMMUTE" }),
    ...(from.length === 0
      ? {}
      : { applicantLocationRequirements: from.map((name) => ({ "@type": "AdministrativeArea", name })) }),
  }
}

/** An open position as schema.org has job postings. Throws `PositionNotOpen` where it takes no submissions. */
export const jobPosting = (
  position: Position,
  client: Hidden["client"] | null,
  options: JobPostingOptions = {},
): JobPosting => {
  if (position.kind !== "open") throw new PositionNotOpen({ positionId: position.id, kind: position.kind })
  const { confidential = false, openings, validThrough, url, remote, employmentType } = options
  const hidden = confidential !== false || client === null
  const { also = [], as = "our client", contacts = [] } = typeof confidential === "object" ? confidential : {}
  const isTold = confidential === false || client === null
  const said = isTold ? (text: string) => text : without({ client, contacts, also }, as)
  const location = isTold || position.location === null ? position.location : town(said(position.location))
  return {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    title: said(position.title),
    description: html(said(position.description ?? position.title)),
    datePosted: position.openedAt.slice(0, 10),
    identifier: { "@type": "PropertyValue", name: "matchloop", value: position.id },
    hiringOrganization: hidden
      ? "confidential"
      : {
          "@type": "Organization",
          name: client.name,
          ...(client.website === null ? {} : { sameAs: client.website }),
        },
    ...places(location, remote),
    ...(position.salary === null ? {} : { baseSalary: salary(position.salary) }),
    ...(position.skills.length === 0 ? {} : { skills: position.skills.map(said).join(", ") }),
    ...(employmentType === undefined ? {} : { employmentType }),
    ...(openings === undefined ? {} : { totalJobOpenings: openings }),
    ...(validThrough === undefined ? {} : { validThrough }),
    ...(url === undefined ? {} : { url }),
  }
}

/** The posting as JSON that can stand in a page's script element: nothing in it ends the element. */
export const jobPostingJson = (posting: JobPosting): string =>
  JSON.stringify(posting).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
