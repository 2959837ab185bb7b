import type { Level } from "../Draft.js"
import { folded } from "../Lines.js"

/** Languages by ISO 639 code, as they are called in many languages. */
const names: { readonly [code: string]: string } = {
  en: "english englisch anglais ingles inglese engels angielski engelska engelsk anglictina ingilizce engleza английский 英语 英語 영어 الإنجليزية englanti angol",
  de: "german deutsch allemand aleman tedesco alemao duits niemiecki tyska tysk nemcina almanca germana немецкий 德语 ドイツ語 독일어 saksa nemet",
  fr: "french franzosisch francais frances francese frans francuski franska fransk francouzstina fransizca franceza французский 法语 フランス語 프랑스어 الفرنسية ranska francia",
  es: "spanish spanisch espagnol espanol castellano spagnolo espanhol spaans hiszpanski spanska spansk spanelstina ispanyolca spaniola испанский 西班牙语 espanja",
  it: "italian italienisch italien italiano italiaans wloski italienska italiensk italstina italyanca italiana итальянский italia",
  pt: "portuguese portugiesisch portugais portugues portoghese portugees portugalski portugisiska portugalstina portugheza португальский",
  nl: "dutch niederlandisch hollandisch neerlandais neerlandes holandes olandese nederlands holandes niderlandzki nederlandska holenderski",
  pl: "polish polnisch polonais polaco polacco pools polski polska polstina польский",
  ru: "russian russisch russe ruso russo rosyjski ryska rustina rusca rusa русский",
  uk: "ukrainian ukrainisch ukrainien ucraniano ucraino oekraiens ukrainski українська украинский",
  cs: "czech tschechisch tcheque checo ceco tsjechisch czeski cestina",
  sk: "slovak slowakisch slovaque eslovaco slowacki slovencina",
  hu: "hungarian ungarisch hongrois hungaro ungherese hongaars wegierski magyar",
  ro: "romanian rumanisch roumain rumano rumeno romeno roemeens rumunski romana",
  bg: "bulgarian bulgarisch bulgare bulgaro bulgarski",
  el: "greek griechisch grec griego greco grieks grecki ελληνικα",
  tr: "turkish turkisch turc turco turks turecki turkce",
  sv: "swedish schwedisch suedois sueco svedese zweeds szwedzki svenska",
  da: "danish danisch danois danes danese deens dunski dansk",
  no: "norwegian norwegisch norvegien noruego norvegese noors norweski norsk",
  fi: "finnish finnisch finnois finlandes finlandese fins finski suomi",
  ar: "arabic arabisch arabe arabo arabski العربية",
  he: "hebrew hebraisch hebreu hebreo ebraico hebrajski עברית",
  fa: "persian farsi persisch persan persa",
  hi: "hindi हिन्दी",
  ur: "urdu",
  bn: "bengali bangla",
  pa: "punjabi",
  ta: "tamil",
  te: "telugu",
  mr: "marathi",
  gu: "gujarati",
  ml: "malayalam",
  kn: "kannada",
  zh: "chinese mandarin chinesisch chinois chino cinese chines chinees chinski mandarijn 中文 普通话 汉语 国语 중국어 中国語",
  yue: "cantonese kantonesisch 粤语",
  ja: "japanese japanisch japonais japones giapponese japans japonski 日本語 日语 일본어",
  ko: "korean koreanisch coreen coreano koreaans koreanski 한국어 韩语",
  vi: "vietnamese vietnamesisch vietnamien vietnamita",
  th: "thai",
  id: "indonesian indonesisch",
  ms: "malay",
  tl: "tagalog filipino",
  sw: "swahili",
  ca: "catalan katalanisch catala catalano",
  eu: "basque euskera",
  gl: "galician gallego galego",
  sr: "serbian serbisch serbe serbio srpski",
  hr: "croatian kroatisch croate croata hrvatski chorwacki",
  sl: "slovenian slovene slowenisch slovenscina",
  lt: "lithuanian litauisch litewski lietuviu",
  lv: "latvian lettisch",
  et: "estonian estnisch eesti",
  ga: "irish gaeilge",
  yo: "yoruba",
  ig: "igbo",
  ha: "hausa",
  am: "amharic",
  ase: "asl",
}

const codes = new Map<string, string>()
for (const [code, list] of Object.entries(names)) for (const name of list.split(" ")) codes.set(folded(name), code)

/** The ISO 639 code of a language by its name. */
export const languageOf = (word: string): string | null => codes.get(folded(word)) ?? null

/** What a language is called in English. */
export const languageName = (code: string): string => {
  const name = names[code]?.split(" ")[0] ?? code
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
    /intermediate|mittel|intermedi|medio|gemiddeld|srednio|moyen|kommunikativ|komunikatywn|scolastico|limited working|средний|中级/u,
  ],
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
  return exact ?? levels.find(([, words]) => words.test(plain))?.[0] ?? null
}
