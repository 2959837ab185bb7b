import { folded } from "../Lines.js"
import { isPractice } from "./Organizations.js"

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
  sjukskoter underskoter larare saljare chargee charge cadre animateur monteur conducteur cajer cassier operatore operador operario asociad socio socia practicant profesional professionist profissional titulad licenciad graduado konzult fachfrau fachmann fachkraft
  welder schweiss soudeu soldad saldator spawacz svets lasser kaynakc sudor svarec plumber installateur klempner
  plombier fontaner idraulic encanad hydraulik loodgieter carpenter joiner tischler schreiner zimmer menuisier
  charpentier carpinter falegnam marcenei stolarz timmer snickar marangoz painter maler peintre pintor malarz schilder
  malare bricklayer maurer macon albanil pedreir murarz metselaar roofer dachdecker couvreur baker backer boulanger
  panader fornai padeir piekarz bakker bagare butcher metzger fleischer boucher carnicer macellai acouguei rzeznik
  slager koch cuisini cociner cuoc cuoca cozinhei kucharz kock asci bucatar kuchar pastry patissi konditor sommelier
  bartender barmaid camarer camerier garcom servitor hairdress friseur coiffeu peluquer parrucchier cabeleirei fryzjer
  kapper frisor kuafor cleaner reinig nettoya limpi pulit faxinei sprzatacz schoonmak stadar gardener gartner jardini
  jardiner giardinier ogrodnik hovenier tradgard farmer landwirt agricult rolnik konstrukt drafts zeichner projeteu
  geometr surveyor vermess arquitect architet arkitekt mimar urbanist planificat leraar leerkracht opettaja ogretmen
  profesoar ucitel tanar opetta undervis padagog pedagog formateu formator trainer coach instructor instrukt ausbilder
  psycholog psiquiatr psychiat logoped logopad ergotherap physiotherap fisioterap kinesither fizjoterap fizyoterap
  dietit dietet sykepleier sygeplejersk sairaanhoitaja hemsire asistent hekim doktor veterinar tierarzt farmaceut
  eczaci apoteker mfa zfa kimyager zahntechnik tandlak tandlaeg dentist klinikass arztehelfer augenoptik richter juge
  juez giudice juiz sedzia rechter notar notair notari prawnik avukat advokat advokaat rechtsanwalt bedrijfsjurist
  referendar barrister bookkeep accountant buchhal contador contable comptab contabil muhasebe economist treasurer
  payroll lohnbuch gestor kassier caissi cajer kasjer vendu verkaufer vendeur vendor vendedor commess dependient
  salesman saleswoman storekeep filial gerente gerant einzelhand detailhand verkaufs marketer sprzedawc saljar selger
  saelger myyja prodava wachmann guardia soldier offizier firefight feuerwehr pompier bomber pilot stewardess hostess
  flugbegleit trucker lorry sofor sjafor chofer motorista kurier courier postman zustell messenger dispatch disponent
  gabelstapler cariste magasinier magazzinier almacen estoquist packer assembler montador montagg fitter turner dreher
  fraser zerspan tokarz frezer machinist maquinist operari obrero operai arbeiter worker laborer labourer robotnik
  arbetare arbejder isci pracovnik munkas muncitor foreman polier vorarbeiter capataz caposquadra brygadzist
  instandhalt hausmeister concierge conserje portier photograph fotograf filmmak cameraman actor schauspiel musician
  musicien dancer kunstler artiste illustrat graphist animator redattor redator rédac journalist periodist giornalist
  jornalist dziennikarz gazeteci toimittaja uebersetz tradut traduc traduct tlumacz cevirmen interpret bibliothek
  librarian bibliotec recepcion rezeption receptioni resepsiyon housekeep gouvernante pokojow reiseleit nanny babysit
  aupair erzieh puericult educatric childcare kinderbetreu asystent asistan adjunkt lektor rektor postdoc doctorand
  doktorand promovend doctorant borsista ricercator pesquisador badacz naukow forskar forsker tutkija arastirma
  cercetat beamt official funcionar fonctionnaire urzednik ambtenaar beleids mayor sindaco muhendis inginer inzenyr
  mernok insinoor ingeniør inzener konsultant danisman consulent radgivare radgiver neuvoj tanacsad poradce yonetmen
  mudur sef direktor rediteli vedouci igazgato vezeto johtaja esimies chefe encarregad jefe jefa caporeparto
  responsavel vastuu coordonat coordenador koordynator koordinaattor sekreter sekretarz secretaria segretari
  verwaltungs desarroll programm informatyk sistemist systemadmin systeembeheer scrum kierownik specjalist asiantuntija
  uzmani zawodow stagiaire stajyer harjoittelija gyakornok praticien aprendiz apprendist leerling larling lehrling
  volontar zivildien bufdi fsj ausbildungs ucznia monitor conserj celador cuidador badante pflegehelf hoitaja animatric
  evaluator inspector inspekt pruf examin estimator solicitor maestra maestro steward moderator guide economo farmacist
  farmacy pharmacien formador prufer judge barman stylist kontrolor kontroller trener dekan speaker promoter teacher
  ober camareiro forklift kinesiolog ekonom administrativ radiolog radiographer redactor dessinateur`
    .split(/\s+/)
    .map(folded)

const byFirst = new Map<string, Array<string>>()
for (const stem of stems) byFirst.set(stem.slice(0, 2), [...(byFirst.get(stem.slice(0, 2)) ?? []), stem])

/** The words that are part of other words on purpose: «Softwareentwickler», «Krankenpfleger». */
const inner =
  /(?:entwickler|ingenieur|berater|leiter|pfleger|kaufmann|kauffrau|techniker|techniek|lehrer|assistent|manager|meister|mechaniker|arbeiter|buchhalter|fuhrer|architekt|referent|helfer|verkaufer|mitarbeiter|angestellte|utvikler|utvecklare|udvikler|ontwikkelaar|konstrukteur|schweisser|schlosser|monteur|koch|kraft|gehilfe|leiterin|sekretar|pflegerin|bauer|zeichner|therapeut|spezialist|beamt|lehrling|wirt|fahrer|helferin|inspektor|sekreterare|ledare|larare|skoterska|konsulent|tekniker|radgivare|handlaggare|chef|medarbetare|arbejder|medewerker|leider|verzorgende|monteur|begeleider|adviseur)(?:in|innen|r|n)?$/

/** Words that count only whole, because others begin with them. */
const short = new Set([
  "koch",
  "kock",
  "asci",
  "maler",
  "sef",
  "juge",
  "juez",
  "mfa",
  "zfa",
  "fsj",
  "jefe",
  "jefa",
  "bomber",
  "judge",
  "barman",
  "ober",
  "cuoc",
  "maestra",
  "maestro",
  "auditor",
  "guide",
  "ekonom",

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
    .filter((word) => word.length > 1 && !isPractice(word) && isTitleWord(word)).length
