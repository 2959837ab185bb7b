import { folded } from "../Lines.js"

/** January to December in each language: the names and abbreviations of a month, without accents. */
const names: ReadonlyArray<string> = [
  `january jan januar janner jaenner jan janvier janv enero ene gennaio gen janeiro januari styczen stycznia sty januar
   tammikuu leden ledna ocak ianuarie januar январь января`,
  `february feb februar feber fevrier fevr fev febrero febbraio fevereiro februari luty lutego lut helmikuu unor unora
   subat februarie февраль февраля`,
  `march mar marz maerz mrz mars marzo marco maart mrt marzec marca maaliskuu brezen brezna mart martie marts март марта`,
  `april apr avril avr abril abr aprile kwiecien kwietnia kwi huhtikuu duben dubna nisan aprilie апрель апреля`,
  `may mai mayo maggio mag maio mei maj maja toukokuu kveten kvetna mayis май мая`,
  `june jun juni juin junio giugno giu junho czerwiec czerwca cze kesakuu cerven cervna haziran iunie июнь июня`,
  `july jul juli juillet juil julio luglio lug julho lipiec lipca lip heinakuu cervenec cervence temmuz iulie июль июля`,
  `august aug aout agosto ago augustus sierpien sierpnia sie augusti elokuu srpen srpna agustos август августа`,
  `september sept sep septembre septiembre settembre set setembro wrzesien wrzesnia wrz syyskuu zari eylul septembrie
   сентябрь сентября`,
  `october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz lokakuu rijen rijna
   ekim octombrie октябрь октября`,
  `november nov novembre noviembre novembro listopad listopada lis marraskuu listopadu kasim noiembrie ноябрь ноября`,
  `december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia gru joulukuu prosinec prosince
   aralik decembrie desember des декабрь декабря`,
]

const numbers = new Map<string, number>()
for (const [index, list] of names.entries()) {
  for (const name of list.split(/\s+/)) if (!numbers.has(folded(name))) numbers.set(folded(name), index + 1)
}

/** The number of the month that a word names, 1 to 12. */
export const monthOf = (word: string): number | null => numbers.get(folded(word).replace(".", "")) ?? null

const seasons = new Map([
  ["spring", 3],
  ["summer", 6],
  ["fall", 9],
  ["autumn", 9],
  ["winter", 12],
])

/** The month in which a season begins. */
export const seasonOf = (word: string): number | null => seasons.get(word.toLowerCase()) ?? null

const now = new Set(
  `present now current currently today ongoing heute jetzt aktuell laufend date aujourd'hui aujourd’hui aujourdhui
  actuel actuellement present ce jour maintenant actualidad actualmente actual presente hoy oggi attuale attualmente
  presente corso atual atualmente momento hoje heden nu huidig obecnie nadal teraz dzis nuvarande nyt nykyinen nå pagaende tillsvidare weiteres corso nutid
  soucasnost dosud halen gunumuz prezent jelenleg danas na настоящее настоящий至今 至今 现在 現在 현재 재직중 الآن`
    .split(/\s+/)
    .map(folded),
)

/** The word says that something has not ended. */
export const isNow = (word: string): boolean => now.has(folded(word))
