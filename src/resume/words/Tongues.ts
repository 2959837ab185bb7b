import type { Level } from "../Draft.js"
import { folded } from "../Lines.js"
import { names } from "../../domain/candidate/LanguageNames.js"

const codes = new Map<string, string>()
for (const [code, list] of Object.entries(names)) for (const name of list.split(/\s+/)) codes.set(folded(name), code)

/** The ISO 639 code of a language by its name. */
export const languageOf = (word: string): string | null => codes.get(folded(word)) ?? null

/** What a language is called in English. */
export const languageName = (code: string): string => {
  const name = names[code]?.split(/\s/)[0] ?? code
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** Words of each level, from the highest; the first that the text holds decides. */
const levels: ReadonlyArray<readonly [Level, RegExp]> = [
  [
    "native",
    /\bnative|mother ?tongue|mutter|maternel|matern[ao]|nativ[aof]|natif|madrelingua|moedertaal|ojczyst|modersmal|morsmal|rodily|first language|bilingu|zweisprachig|ana dil|\bl1\b|родно|ридна|母语|母語|모국어|الأم|lingua madre|language i grew up/u,
  ],
  ["C2", /near.native|mastery|proficient user|perfect/u],
  [
    "C1",
    /fluent|fliessend|verhandlungssicher|courant|couramment|fluido|fluente|fluentemente|vloeiend|biegl|plynn|flytande|flydende|flytende|advanced|fortgeschritten|avanc|avanz|gevorderd|zaawansowan|full professional|business fluent|excellent|very good|sehr gut|tres bon|muy (?:bueno|alto)|\bottim|zeer goed|bardzo dobr|свободно|流利|精通|ビジネス|유창/u,
  ],
  [
    "B2",
    /professional|upper.intermediate|\bgut\w{0,2}\b|\bgood\b|\bbon(?:ne)?\b|\bgoed\b|\bdobr|\bbuon|proficient|business|conversational|conversacion|professionnel|(?<!limited )working|\balto\b|\bbom\b|\bboa\b|熟练/u,
  ],
  [
    "B1",
    /intermediate|mittel|redelijk|matig|intermedi|medio|gemiddeld|srednio|moyen|kommunikativ|komunikatywn|scolastico|limited working|средний|中级/u,
  ],
  ["A1", /begynder|begynner|nyborjar|principiante|iniciante|baslangic|poczatk|zacatecn|incepator|alkeis/u],
  [
    "A2",
    /elementary|grundkenntnisse|notion|basic|basis|basico|debutant|scolaire|element|podstawow|grundlaggande|anfanger|beginner|rudiment|base|school|einfach|nocoes|начальный|基础/u,
  ],
]

const cefr = /(?:^|[^\p{L}\p{N}])([abc][12])(?![\p{L}\p{N}])/u

/** The level that a text tells, on the European scale. */
export const levelOf = (text: string): Level | null => {
  const plain = folded(text)
  const native = levels[0]
  if (native?.[1].test(plain) === true && !/near.native/.test(plain)) return "native"
  const told = cefr.exec(plain)?.[1]?.toUpperCase()
  const exact = (["A1", "A2", "B1", "B2", "C1", "C2"] as const).find((level) => level === told)
  return exact ?? levels.slice(1).find(([, words]) => words.test(plain))?.[0] ?? null
}
