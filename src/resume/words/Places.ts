import { folded } from "../Lines.js"

const countries = `germany deutschland allemagne alemania germania duitsland niemcy france frankreich francia frankrijk francja
  spain espana espagne spanien spagna spanje hiszpania italy italia italie italien wlochy portugal poland polska polen
  pologne polonia netherlands nederland niederlande paises_bajos pays-bas the_netherlands holland austria osterreich autriche oostenrijk
  switzerland schweiz suisse svizzera suiza zwitserland belgium belgie belgique belgien bélgica united_kingdom uk england
  scotland wales ireland northern_ireland grossbritannien royaume-uni reino_unido united_states usa u.s.a. us estados_unidos vereinigte_staaten canada kanada mexico
  méxico brazil brasil brasilien argentina chile colombia peru venezuela ecuador uruguay costa_rica sweden sverige schweden norway norge
  denmark danmark finland suomi iceland czech_republic czechia cesko tschechien slovakia slovensko hungary magyarorszag
  romania bulgaria greece croatia hrvatska serbia srbija slovenia ukraine russia turkey turkiye israel egypt morocco maroc
  tunisia algeria nigeria kenya ghana south_africa ethiopia senegal uae united_arab_emirates saudi_arabia qatar kuwait lebanon jordan
  india pakistan bangladesh sri_lanka nepal china hong_kong taiwan japan south_korea korea singapore malaysia
  indonesia thailand vietnam viet_nam philippines australia new_zealand estonia latvia lithuania luxembourg luxemburg malta cyprus iran iraq`

const cities = `berlin hamburg munchen munich muenchen koln cologne frankfurt frankfurt_am_main stuttgart dusseldorf leipzig dresden hannover nurnberg bremen
  essen dortmund bonn mannheim karlsruhe freiburg heidelberg augsburg munster wien vienna graz linz salzburg innsbruck
  zurich zurich geneve geneva genf basel bern lausanne paris lyon marseille toulouse bordeaux lille nantes nice strasbourg
  montpellier rennes grenoble madrid barcelona valencia sevilla seville bilbao malaga zaragoza roma rome milano milan torino
  napoli naples bologna firenze florence genova venezia palermo verona padova lisboa lisbon porto braga coimbra
  amsterdam rotterdam utrecht eindhoven den_haag the_hague groningen delft leiden antwerpen antwerp gent brussels bruxelles brussel
  warszawa warsaw krakow wroclaw poznan gdansk lodz katowice szczecin lublin praha prague brno bratislava budapest
  bucuresti bucharest cluj-napoca sofia athens athina zagreb beograd belgrade ljubljana kyiv kiev moscow istanbul ankara izmir
  london manchester birmingham leeds edinburgh glasgow bristol cambridge oxford dublin cork belfast liverpool cardiff
  new_york new_york_city boston chicago seattle san_francisco los_angeles san_diego austin dallas houston denver atlanta miami
  philadelphia washington portland phoenix toronto montreal vancouver ottawa calgary mexico_city ciudad_de_mexico guadalajara
  monterrey bogota medellin lima santiago buenos_aires sao_paulo rio_de_janeiro belo_horizonte curitiba brasilia recife
  stockholm goteborg gothenburg malmo oslo bergen copenhagen kobenhavn aarhus helsinki tallinn riga vilnius
  dubai abu_dhabi riyadh doha cairo casablanca tunis lagos nairobi accra johannesburg cape_town tel_aviv beirut amman
  mumbai delhi new_delhi bangalore bengaluru hyderabad chennai pune kolkata karachi lahore dhaka shanghai beijing shenzhen
  guangzhou hangzhou taipei tokyo osaka seoul busan singapore kuala_lumpur jakarta bangkok hanoi ho_chi_minh_city manila sydney
  melbourne brisbane perth auckland wellington tehran luxembourg`

const set = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/).map((name) => folded(name.replaceAll("_", " "))))

const countrySet = set(countries)
const citySet = set(cities)

const states = new Set(
  "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NSW VIC QLD SP RJ MG PR RS SC".split(
    " ",
  ),
)

/** States, provinces and regions by their whole names. */
const regions =
  set(`alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
  iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
  new_hampshire new_jersey new_mexico north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina
  south_dakota tennessee texas utah vermont virginia west_virginia wisconsin wyoming ontario quebec british_columbia alberta
  manitoba saskatchewan nova_scotia new_brunswick newfoundland new_south_wales victoria queensland tasmania yorkshire
  west_yorkshire south_yorkshire north_yorkshire lancashire kent essex surrey sussex devon cornwall norfolk suffolk hampshire
  greater_manchester west_midlands merseyside bayern baden-wurttemberg hessen sachsen nordrhein-westfalen niedersachsen
  brandenburg thuringen andalucia cataluna pais_vasco galicia lombardia piemonte toscana veneto sicilia ile-de-france bretagne
  normandie provence occitanie maharashtra karnataka tamil_nadu kerala gujarat punjab west_bengal uttar_pradesh telangana`)

const plain = (text: string): string => folded(text).replace(/\s+/g, " ").trim()

export const isCountry = (text: string): boolean => countrySet.has(plain(text))

/** A postal code and what stands beside it: «10115 Berlin», «75011 Paris», «1012 AB Amsterdam», «00-001 Warszawa». */
const coded = /^(?:[A-Z]{1,2}-)?(?:\d{4,5}|\d{2}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}|\d{4}-\d{3}) (?=\p{Lu})/u

/** A British or Irish postal code at the end, which only an address has. */
const britishCode = / (?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|D\d{2} [A-Z\d]{4})$/

/** A city that is known, also behind a postal code or before one. */
export const isCity = (text: string): boolean => {
  const name = plain(text.replace(coded, "").replace(/ \d{4,6}$/, ""))
  return (
    citySet.has(name) ||
    ((coded.test(text) || britishCode.test(text)) && text.length < 50 && !/^\d+[a-z]? /.test(text.replace(coded, "")))
  )
}

/** A state or province by its letters, with or without a postal code: «TX 78701». */
export const isState = (text: string): boolean =>
  regions.has(plain(text)) || states.has(text.replace(/ (?:[\d-]{5,10}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/, ""))

const remote = /^(?:remote|hybrid|télétravail|remoto|homeoffice|home office|full remote|zdalnie|praca zdalna)$/i

/** No place is told in more letters; to split blanks without an end costs their square. */
const longest = 200

/** Every part of the text is a known city, country or state, or it is a town and its state. */
export const isKnownPlace = (text: string): boolean => {
  if (text.length > longest) return false
  const parts = text.replace(/^\(|\)$/g, "").split(/\s*,\s*/)
  if (
    remote.test(text) ||
    (parts.length < 5 && parts.every((part) => isCity(part) || isCountry(part) || isState(part)))
  )
    return true
  return parts.length === 2 && isState(parts[1] ?? "") && /^[\p{Lu}]/u.test(text)
}

/** The text names a place and nothing else: city, city and country, or city and state. */
export const isPlace = (text: string): boolean => {
  if (text.length > 80) return false
  const parts = text
    .replace(/^\(|\)$/g, "")
    .split(/\s*,\s*|\s+[/–-]\s+|\s*\(/)
    .map((part) => part.replace(/\)$/, ""))
  if (parts.length > 4) return false
  const last = parts.at(-1) ?? ""
  if (remote.test(last) || parts.every((part) => isCity(part) || isCountry(part))) return true
  return parts.length > 1 && (isCountry(last) || isState(last)) && /^[\p{Lu}\d]/u.test(text) && !/\d{6,}/.test(text)
}
