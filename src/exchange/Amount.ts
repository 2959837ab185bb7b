import { decimals } from "../domain/Decimals.js"

const symbols: { readonly [symbol: string]: string } = {
  R$: "BRL",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  zł: "PLN",
  Kč: "CZK",
  "₹": "INR",
}

/** The currency that a text names; of a bare dollar sign, the one assumed. */
export const currencyIn = (text: string, assumed: string | undefined): string | undefined => {
  const code = /(?:^|[^A-Za-z])([A-Z]{3})(?![A-Za-z])/.exec(text)?.[1]
  const symbol = Object.keys(symbols).find((one) => text.includes(one))
  return (
    code ?? (symbol === undefined ? undefined : symbols[symbol]) ?? assumed ?? (text.includes("$") ? "USD" : undefined)
  )
}

/** The digits of an amount in minor units; undefined where the text is no amount or has more decimals than the currency. */
const minor = (digits: string, thousand: boolean, places: number): number | undefined => {
  const signs = [...digits].filter((sign) => sign === "." || sign === ",")
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","))
  const [whole, rest] = [digits.slice(0, last), digits.slice(last + 1)]
  const grouped = rest.length === 3 && places !== 3 && /^\d{1,3}$/.test(whole)
  const fraction = signs.length > 0 && (new Set(signs).size > 1 || (signs.length === 1 && !grouped))
  const integer = (fraction ? whole : digits).replace(/[.,]/g, "")
  const decimal = fraction ? rest : ""
  if (!/^\d{1,16}$/.test(integer) || decimal.length > 6) return undefined
  const scale = places + (thousand ? 3 : 0)
  const shown = decimal.replace(/0+$/, "")
  if (shown.length > scale) return undefined
  const amount = Number(integer + shown.padEnd(scale, "0"))
  return Number.isSafeInteger(amount) ? amount : undefined
}

/** The amounts that a text tells, such as `60.000 €` or `50–60k`, in minor units of the currency. */
export const amounts = (text: string, currency: string): ReadonlyArray<number> | undefined => {
  const places = decimals(currency)
  const bare = text.slice(0, 200).replace(/(?<=\d)[\s'’]+(?=\d)/g, "")
  const found = [...bare.matchAll(/(\d[\d.,]*)([kK](?![A-Za-z]))?/g)]
  const lastThousand = found.at(-1)?.[2] !== undefined
  const read = found.map(([, digits = "", k]) =>
    minor(digits.replace(/[.,]$/, ""), k !== undefined || lastThousand, places),
  )
  return read.length === 0 || read.includes(undefined) ? undefined : read.flatMap((one) => one ?? [])
}

/** An amount in major units and its currency, `90000.00 EUR`. */
export const written = (amount: number, currency: string): string => {
  const places = decimals(currency)
  const digits = String(amount).padStart(places + 1, "0")
  return `${places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`} ${currency}`
}
