import { folded, type Line } from "./Lines.js"
import { titleWords } from "./words/Titles.js"

/** What a part of a résumé is about. */
export type Part =
  | "head"
  | "employment"
  | "education"
  | "skills"
  | "languages"
  | "links"
  | "location"
  | "referees"
  | "other"

/** Headings as they are written in many languages, without accents and capitals. */
const words: { readonly [P in Part]: string } = {
  head: `personal details|personal information|personal data|contact|contact details|contact information|contact me|
    get in touch|persoenliche daten|personliche daten|angaben zur person|zur person|kontakt|kontaktdaten|kontaktinformationen|
    coordonnees|contactez moi|informations personnelles|etat civil|renseignements personnels|datos personales|
    informacion personal|contacto|datos de contacto|dati personali|informazioni personali|contatti|recapiti|
    dados pessoais|informacoes pessoais|contato|contactos|contatos|persoonlijke gegevens|personalia|contactgegevens|
    dane osobowe|dane kontaktowe|informacje osobiste|personuppgifter|kontaktuppgifter|yhteystiedot|henkilotiedot|personlige oplysninger|
    osobni udaje|kontakty|licne podatki|kisisel bilgiler|iletisim|date personale|date de contact|szemelyes adatok`,
  employment: `experience|work|jobs|antecedentes laborales|antecedentes profesionales|historia laboral|vida laboral|actividad profesional|tyohistoria|tyoura|
    work experience|working experience|practical experience|professional experience|employment|employment history|work history|career|
    career history|relevant experience|professional background|career summary|positions held|employment record|
    industry experience|clinical experience|teaching experience|legal experience|professional history|job history|
    experience and employment|selected experience|appointments|
    berufserfahrung|beruflicher werdegang|berufspraxis|praxiserfahrung|werdegang|berufliche erfahrung|
    berufliche stationen|berufliche tatigkeit|berufliche laufbahn|arbeitserfahrung|praktische erfahrung|
    berufstatigkeit|berufliche praxis|berufliche erfahrungen|tatigkeiten|
    experience professionnelle|experiences professionnelles|parcours professionnel|experiences|emplois|
    parcours|historique professionnel|experience de travail|carriere|
    experiencia|experiencia profesional|experiencia laboral|trayectoria profesional|historial laboral|empleo|
    trayectoria laboral|trayectoria|
    esperienza|esperienze|esperienza professionale|esperienze professionali|esperienza lavorativa|esperienze lavorative|
    esperienze di lavoro|carriera|percorso professionale|
    experiencia profissional|experiencias profissionais|historico profissional|percurso profissional|
    experiencia de trabalho|atuacao profissional|trajetoria profissional|
    werkervaring|ervaring|loopbaan|professionele ervaring|arbeidsverleden|relevante werkervaring|beroepservaring|
    doswiadczenie|doswiadczenie zawodowe|historia zatrudnienia|przebieg kariery|przebieg pracy zawodowej|kariera zawodowa|
    arbetslivserfarenhet|yrkeserfarenhet|erfarenhet|anstallningar|erhvervserfaring|arbeidserfaring|erfaring|tyokokemus|
    pracovni zkusenosti|praxe|pracovne skusenosti|is deneyimi|deneyim|experienta|experienta profesionala|
    szakmai tapasztalat|munkatapasztalat|radno iskustvo|опыт работы|досвід роботи|职业经历|工作经历|工作經歷|工作经验|職歴|職務経歴|
    경력|경력사항|الخبرات|الخبرة العملية|επαγγελματικη εμπειρια`,
  education: `education|academic background|education and training|academic qualifications|qualifications|
    education and qualifications|academic history|studies|academic education|educational background|training|
    education and certifications|education and certification|academic record|professional education|
    ausbildung|bildung|bildungsweg|schulbildung|studium|akademischer werdegang|hochschulbildung|aus und weiterbildung|
    ausbildung und studium|studium und ausbildung|schulische ausbildung|bildungsgang|hochschulstudium|bildungswerdegang|
    schule und studium|berufsausbildung|akademische ausbildung|
    formation|formations|etudes|diplomes|formation academique|parcours academique|formation et diplomes|
    diplomes et formations|cursus|scolarite|etudes et formations|
    educacion|formacion|formacion academica|estudios|titulacion|educacion y formacion|formacion y estudios|
    antecedentes academicos|
    istruzione|formazione|istruzione e formazione|studi|titoli di studio|formazione accademica|percorso di studi|
    educacao|formacao|formacao academica|escolaridade|habilitacoes academicas|habilitacoes literarias|
    formacao academica e profissional|educacao e formacao|
    opleiding|opleidingen|scholing|studie|onderwijs|opleiding en training|opleidingen en cursussen|
    wyksztalcenie|edukacja|studia|
    utbildning|uddannelse|utdanning|utdannelse|koulutus|vzdelani|vzdelanie|egitim|educatie|studii|tanulmanyok|vegzettseg|
    obrazovanje|образование|освіта|教育经历|教育背景|學歷|学历|学歴|학력|المؤهلات العلمية|التعليم|εκπαιδευση`,
  skills: `skills|technical skills|top skills|main skills|relevant skills|key skills|core skills|core competencies|competencies|competences|areas of expertise|expertise|
    technologies|tools|tools and technologies|technologies and tools|tech stack|technical expertise|technical proficiencies|
    professional skills|it skills|computer skills|skills and tools|skills and technologies|hard skills|key competencies|
    skill set|skills summary|strengths and skills|staerken|starken|atouts|points forts|qualites|fortalezas|puntos fuertes|punti di forza|pontos fortes|sterke punten|
    mocne strony|styrkor|styrker|silne stranky|erossegek|guclu yonler|puncte forte|skills and competencies|technical competencies|software|strengths|clinical skills|
    kenntnisse|fahigkeiten|kompetenzen|edv kenntnisse|it kenntnisse|fachkenntnisse|kenntnisse und fahigkeiten|
    technische kenntnisse|fachliche kompetenzen|faehigkeiten|schwerpunkte|besondere kenntnisse|kernkompetenzen|
    fahigkeiten und kenntnisse|technologien|werkzeuge|computerkenntnisse|it kompetenzen|weitere kenntnisse|
    competences techniques|competences cles|competences informatiques|savoir faire|outils|outils et technologies|
    connaissances techniques|informatique|domaines de competences|competences professionnelles|logiciels|
    habilidades|competencias|aptitudes|conocimientos|conocimientos tecnicos|habilidades tecnicas|informatica|
    competencias tecnicas|conocimientos informaticos|herramientas|tecnologias|competencias profesionales|
    competenze|competenze tecniche|capacita|competenze informatiche|conoscenze informatiche|competenze professionali|
    capacita e competenze|conoscenze tecniche|strumenti|competenze digitali|
    conhecimentos|conhecimentos tecnicos|qualificacoes|competencias digitais|ferramentas|conhecimentos de informatica|
    aptidoes|
    vaardigheden|competenties|kennis|technische vaardigheden|computervaardigheden|kennis en vaardigheden|kerncompetenties|
    umiejetnosci|kompetencje|umiejetnosci techniczne|znajomosc technologii|technologie|narzedzia|
    kompetenser|kunskaper|kunskaper och fardigheter|ovriga kunskaper|fardigheter|kompetencer|ferdigheter|kunnskaper|taidot|osaaminen|toolbox|toolkit|dovednosti|zrucnosti|yetenekler|beceriler|abilitati|
    competente|keszsegek|vestine|навыки|ключевые навыки|навички|专业技能|技能|スキル|기술|기술 스택|보유기술|المهارات|δεξιοτητες`,
  languages: `languages|languages known|languages spoken|language skills|spoken languages|language proficiency|foreign languages|
    sprachen|sprachkenntnisse|fremdsprachen|fremdsprachenkenntnisse|
    langues|langues etrangeres|competences linguistiques|langues parlees|connaissances linguistiques|
    idiomas|lenguas|idiomas y nivel|conocimiento de idiomas|
    lingue|lingue straniere|competenze linguistiche|conoscenze linguistiche|
    linguas|competencias linguisticas|linguas estrangeiras|
    talen|talenkennis|taalvaardigheden|taalkennis|
    jezyki|jezyki obce|znajomosc jezykow|znajomosc jezykow obcych|
    sprak|sprakkunskaper|sprog|sprogkundskaber|sprakkunnskaper|kielitaito|kielet|jazyky|jazykove znalosti|diller|yabanci dil|
    yabanci diller|limbi straine|limbi|nyelvtudas|nyelvek|jezici|языки|иностранные языки|знание языков|мови|语言|語言|语言能力|
    語学|언어|외국어|اللغات|γλωσσες`,
  links: "links|online profiles|profiles|web|websites|social|social media|online|liens|enlaces|profile links",
  location: "address|adresse|anschrift|wohnort|location|direccion|domicilio|indirizzo|endereco|morada|adres|residence",
  referees: `referees|references|referee|professional references|referenzen|referenz|referencias|referencias laborales|referencias personales|
    referenze|referencias profissionais|referenties|referentie|referencje|referenser|referencer|referanser|referanslar|referinte|
    reference|suosittelijat|referenciak|рекомендации|рекомендації`,
  other: `summary|professional summary|executive summary|profile|professional profile|about|about me|objective|
    career objective|personal statement|projects|selected projects|personal projects|side projects|open source|publications|
    selected publications|certifications|certificates|licenses|licenses and certifications|licences|awards|bar admissions|admissions|registrations|affiliations|
    honors|honours|honors and awards|awards and honours|volunteering|volunteer experience|volunteer work|interests|
    hobbies|hobbies and interests|activities|extracurricular activities|memberships|professional memberships|
    patents|talks|conferences|courses|additional information|further information|military service|achievements|
    key achievements|driving licence|research interests|certifications and training|community|speaking|
    profil|kurzprofil|uber mich|ueber mich|zertifikate|zertifizierungen|weiterbildung|weiterbildungen|
    fortbildungen|interessen|ehrenamt|ehrenamtliches engagement|engagement|projekte|veroffentlichungen|
    publikationen|auszeichnungen|fuhrerschein|sonstiges|mitgliedschaften|hobbys|zusammenfassung|sonstige kenntnisse|
    a propos|a propos de moi|profil professionnel|centres d interet|loisirs|certificats|projets|benevolat|
    distinctions|objectif|resume|divers|
    perfil|perfil profesional|sobre mi|resumen|resumen profesional|proyectos|certificaciones|certificados|intereses|
    aficiones|voluntariado|publicaciones|cursos|logros|objetivo|otros datos|datos de interes|informacion adicional|
    profilo|profilo professionale|chi sono|sommario|riepilogo|progetti|certificazioni|interessi|volontariato|
    pubblicazioni|premi|patente|hobby|obiettivo|ulteriori informazioni|
    perfil profissional|sobre mim|resumo|resumo profissional|projetos|projectos|certificacoes|interesses|voluntariado|
    publicacoes|premios|informacoes adicionais|informacoes complementares|
    profiel|over mij|samenvatting|projecten|certificaten|cursussen|vrijwilligerswerk|publicaties|nevenactiviteiten|
    profil zawodowy|o mnie|podsumowanie|podsumowanie zawodowe|projekty|certyfikaty|zainteresowania|kursy|
    kursy i szkolenia|szkolenia|wolontariat|publikacje|dodatkowe informacje|prawo jazdy|osiagniecia|
    om mig|sammanfattning|intressen|fritid|korkort|projekt|certifikat|o me|certifikaty|hakkimda|
    ozet|sertifikalar|despre mine|о себе|自我评价|項目|项目经历|自己pr|資格|자격증|자기소개`,
}

const kinds: ReadonlyArray<Part> = [
  "employment",
  "education",
  "skills",
  "languages",
  "head",
  "links",
  "location",
  "referees",
  "other",
]

const conjunctions = new Set(["and", "und", "et", "y", "e", "en", "i", "och", "og", "ve", "si", "a"])

/** What stands before a heading that is the person's own: «Mon parcours», «My skills». */
const own =
  /^(?:my|our|mon|ma|mes|notre|mein|meine|mi|mis|mio|mia|miei|mie|il mio|la mia|le mie|i miei|minha|minhas|meu|meus|mijn|moje|moj|moja|min|mina|mitt|mine|muj|moji|the|les|le|la|las|los|il|die|der|das|de|het)\s+(?=\S)/iu

/** Headings compare without accents, capitals, punctuation and the language's own «and». */
const key = (text: string): string =>
  folded(text)
    .replace(/[&+/]/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .slice(0, 12)
    .map((word) => (conjunctions.has(word) ? "and" : word))
    .join(" ")

const parts = new Map<string, Part>()
for (const part of kinds) {
  for (const word of words[part].split("|")) if (!parts.has(key(word))) parts.set(key(word), part)
}

/** «E X P E R I E N C E» as the word it is: letters one space apart, words more than one. */
const together = (text: string): string =>
  /^\p{L}( \p{L}){3,}/u.test(text)
    ? text
        .split(/\s{2,}/)
        .map((word) => word.replaceAll(" ", ""))
        .join(" ")
    : text

/** What a heading says beside its name: «(11 years)», a colon. */
const besides = /\s*(?:\([^()]{0,40}\))?\s*:?$/u

const named = (text: string): string => together(text.replace(besides, ""))

/** What a heading of exactly these words begins. */
export const partOf = (text: string): Part | null =>
  text.length > 60 || /^\p{Ll}/u.test(text)
    ? null
    : (parts.get(key(named(text))) ?? parts.get(key(named(text).replace(own, ""))) ?? null)

/** Words that headings are made of, as beginnings of words without accents, the surest first. */
const stems: ReadonlyArray<readonly [Part, RegExp]> = [
  [
    "languages",
    /^(?:languages?|sprachen?|sprachkenntnisse|langues?|linguistiques?|linguistic[ahei]\p{L}*|idiomas?|lingue|jezyki?|jezykow|sprak|sprakkunskaper|sprog|talen|talenkennis|diller|dil|limbi)$/u,
  ],
  [
    "employment",
    /^(?:experien[ct]\p{L}*|experienc\p{L}*|esperienz[ae]|\p{L}{0,20}erfahrung(?:en)?|werdegang|\p{L}{0,20}erfarenhet|\p{L}{0,20}erfaring|\p{L}{0,20}ervaring|loopbaan|doswiadczen\p{L}*|deneyim\p{L}*|employment|career|laufbahn|carriere|carriera|carrera|kariera|praxe|zkusenosti|tapasztalat|kokemus|iskustvo)$/u,
  ],
  [
    "education",
    /^(?:education|educacion|educacao|educatie|formacion|formacao|formazione|formations?|\p{L}{0,20}ausbildung|\p{L}{0,20}bildung|studium|studies|studi|estudios|estudos|etudes|opleiding(?:en)?|utbildning|uddannelse|utdanning|wyksztalcenie|edukacja|egitim|istruzione|vzdelani|qualifications?|scolarite|diplom[ae]s|degrees?)$/u,
  ],
  [
    "skills",
    /^(?:skills?|competenc\p{L}{1,4}|competenz[ae]|\p{L}{0,12}kompeten\p{L}{1,4}|\p{L}{0,20}kenntnisse|fahigkeiten|vaardigheden|umiejetnosci|\p{L}{0,12}fardigheter|\p{L}{0,12}ferdigheter|beceriler\p{L}{0,2}|habilidades|aptitudes|conocimientos|conoscenze|conhecimentos|connaissances|\p{L}{0,12}kunskaper|kunnskaper|umiejetnosci|expertise|proficiencies|abilities|capacidades|capacita)$/u,
  ],
  ["referees", /^(?:referees?|references?|referenzen|referencias|referenze|referenser|referencje)$/u],
]

/** In English the last word says what it is about: «Experience Designer» is no heading. */
const english =
  /^(?:experience|employment|career|education|qualifications?|skills?|languages?|references?|competence|expertise)$/

/** What a heading of words that are in no list may begin: its first or last word tells, as in «Experiencia docente». */
export const partByStem = (text: string): Part | null => {
  if (text.length > 45 || !/^\p{Lu}/u.test(text) || /[\d,.;@|\t]/.test(text)) return null
  const said = folded(text.replace(besides, "").replace(own, "")).split(/[^\p{L}]+/u)
  if (said.length > 5) return null
  const [first = "", last = ""] = [said[0], said.at(-1)]
  const leads = !english.test(first) || said.length === 1 || titleWords(text) === 0
  return stems.find(([, stem]) => stem.test(last) || (leads && stem.test(first)))?.[0] ?? null
}

export interface Heading {
  readonly part: Part
  /** What follows it on its line, null where it stands alone. */
  readonly rest: { readonly text: string; readonly start: number } | null
  /** It is the label of a table's row. */
  readonly row: boolean
}

const label = /^([^:\t]{2,50}?)\s*([:\t])\s*/u

/** The heading that a line is or begins with. */
export const headingOf = (line: Line): Heading | null => {
  if (line.bullet && line.text !== line.text.toUpperCase()) return null
  const whole = partOf(line.text)
  if (whole !== null) return { part: whole, rest: null, row: false }
  const [lead = "", name = "", mark] = label.exec(line.text) ?? []
  const part = name === "" ? null : partOf(name)
  if (part === null || part === "head") return null
  const text = line.text.slice(lead.length)
  const row = mark === "\t"
  return { part, row, rest: text === "" ? null : { text, start: line.start + lead.length } }
}
