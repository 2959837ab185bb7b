import { folded } from "../Lines.js"

/** Words that stand in job titles, as beginnings of words without accents. */
const stems =
  `engineer develop programm architect manager director officer analyst analist analyt consult berat lead head chief
  president vice associate assistan asistent specialist spezialist especialista specialista spécialist coordinat koordinat
  administrat designer disenad grafik recruit nurse nursing krankenschwester krankenpfleg pflegefach pfleger pflegekraft infirmi enfermer infermier
  verpleegkund pieleg pielegniar doctor physician arzt arztin medecin medico lekarz therapist therapeut terapeut surgeon
  pharmacist apothek pharmacien account buchhalter comptable contable contabil boekhouder ksiegow
  controller auditor revisor steuerberat steuerfach clerk kaufmann kauffrau kaufleute sachbearbeit sekretar secretar secretary receptionist
  teacher lehrer enseignant professor profesor professeur docent tutor dozent lecturer researcher wissenschaft scientist
  research chercheur investigador fellow intern praktik stagiair stagist becari estagi tirocin trainee auszubildend
  apprentice apprenti werkstudent working technician techniker technicien tecnico tecnica technik operator mechanic
  electrician elektrik schlosser driver fahrer chauffeur kierowca sales vertrieb verkauf vendeu vendedor venditor
  sprzedaw verkoper marketing lawyer anwalt avocat abogad avvocat advogad jurist paralegal counsel attorney
  ingenieur ingenier ingegner engenheir inzynier entwickler developpeur desarrollador sviluppator desenvolvedor programmier
  programmeur programador programist ontwikkelaar informatiker administrador leiter leitung chef responsable gerente
  direttor diretor directeur dyrektor kierownik responsabile verantwoord teamleid projektleit owner founder grunder ceo cto cfo
  coo cio partner principal senior junior staff supervisor foreman cook kellner waiter barista chauffeur buyer einkauf planner
  acheteur comprador agent agente employee mitarbeiter collaborateur employe impiegat empleado referent gestionnaire gestor
  tester scrum product master devops sre administrator sysadmin writer editor redakt journalist translator ubersetzer
  dolmetscher carer caregiver betreuer erzieher educator educat midwife hebamme physio dentist zahnarzt optician paramedic
  laborant biologist chemist chemiker physicist statistician actuary aktuar trader banker underwriter broker representative
  advisor adviser expert executive asesor auxiliar ayudant magazyn logistik logistic warehouse lagerist packer
  freelance freiberuf selbstand autonom independant zzp volunteer medewerker doradca konsultant pracownik
  hr personal handlowiec kelner nauczyciel mlodszy starszy stazysta praktykant menedzer utvecklare ingenjor utvikler udvikler konsult muhendis gelistirici uzman mudur yonetici
  sjukskoter underskoter larare saljare chargee charge cadre animateur monteur conducteur cajer cassier operatore operador operario`
    .split(/\s+/)
    .map(folded)

const byFirst = new Map<string, Array<string>>()
for (const stem of stems) byFirst.set(stem.slice(0, 2), [...(byFirst.get(stem.slice(0, 2)) ?? []), stem])

/** The words that are part of other words on purpose: «Softwareentwickler», «Krankenpfleger». */
const inner =
  /(?:entwickler|ingenieur|berater|leiter|pfleger|kaufmann|kauffrau|techniker|techniek|lehrer|assistent|manager|meister|mechaniker|arbeiter|buchhalter|fuhrer|architekt|referent|helfer|verkaufer|mitarbeiter|angestellte|utvikler|utvecklare|udvikler|ontwikkelaar)(?:in|innen|r|n)?$/

const short = new Set([
  "hr",
  "sre",
  "ceo",
  "cto",
  "cfo",
  "coo",
  "cio",
  "intern",
  "lead",
  "head",
  "cook",
  "staff",
  "agent",
  "owner",
  "buyer",
  "chef",
  "arzt",
])

const isTitleWord = (word: string): boolean => {
  if (short.has(word)) return true
  const stem = byFirst.get(word.slice(0, 2))?.find((one) => word.startsWith(one) && !short.has(one))
  return stem !== undefined || (word.length > 8 && inner.test(word))
}

/** How many words of a job title the text holds. */
export const titleWords = (text: string): number =>
  folded(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && isTitleWord(word)).length
