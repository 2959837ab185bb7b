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
  indonesia thailand vietnam viet_nam philippines australia new_zealand estonia latvia lithuania luxembourg luxemburg malta cyprus iran iraq
  albania bosnia_and_herzegovina north_macedonia montenegro kosovo moldova georgia armenia azerbaijan belarus kazakhstan uzbekistan
  mongolia myanmar cambodia laos brunei afghanistan oman bahrain yemen syria libya sudan uganda tanzania rwanda zambia zimbabwe
  malawi mozambique angola namibia botswana cameroon cote_d'ivoire ivory_coast mauritius madagascar bolivia paraguay guatemala
  honduras el_salvador nicaragua panama cuba dominican_republic jamaica trinidad_and_tobago puerto_rico barbados fiji
  lietuva latvija eesti ceska_republika schweiz/suisse roumanie grece hongrie belgica holanda suecia noruega dinamarca
  turquie marruecos grecia irland irlanda irlande kroatien danemark suede norvege finlande finlandia`

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
  melbourne brisbane perth auckland wellington tehran luxembourg
  kiel lubeck rostock potsdam magdeburg erfurt jena halle kassel gottingen braunschweig wolfsburg bielefeld osnabruck oldenburg
  paderborn aachen duisburg bochum wuppertal krefeld koblenz mainz wiesbaden darmstadt mannheim ludwigshafen saarbrucken trier
  wurzburg regensburg passau ingolstadt ulm konstanz chemnitz cottbus flensburg heilbronn pforzheim tubingen reutlingen
  klagenfurt villach wels bregenz luzern lucerne winterthur st._gallen lugano thun zug biel fribourg neuchatel
  reims dijon angers le_mans tours brest caen rouen amiens metz nancy mulhouse besancon clermont-ferrand limoges poitiers
  la_rochelle perpignan nimes avignon toulon aix-en-provence annecy chambery saint-etienne orleans
  murcia alicante cordoba granada vigo gijon oviedo santander pamplona san_sebastian donostia vitoria logrono salamanca valladolid
  burgos leon cadiz almeria castellon tarragona girona palma las_palmas
  bari catania messina trieste brescia bergamo parma modena reggio_emilia rimini ancona perugia pescara cagliari sassari trento
  bolzano pisa livorno siena lecce salerno aveiro faro setubal funchal leiria viseu evora
  tilburg breda nijmegen arnhem haarlem enschede almere apeldoorn maastricht zwolle amersfoort liege charleroi namur brugge bruges
  mechelen leuven louvain hasselt bydgoszcz bialystok gdynia torun rzeszow kielce olsztyn opole radom gliwice czestochowa
  ostrava plzen olomouc liberec ceske_budejovice kosice zilina nitra debrecen szeged pecs gyor miskolc
  timisoara iasi constanta brasov sibiu oradea craiova plovdiv varna burgas thessaloniki patras novi_sad nis split rijeka
  sarajevo skopje tirana podgorica chisinau tbilisi yerevan baku minsk lviv kharkiv odesa odessa dnipro kaunas klaipeda tartu
  uppsala vasteras orebro linkoping helsingborg jonkoping norrkoping lund umea gavle trondheim stavanger drammen tromso kristiansand
  odense aalborg esbjerg randers kolding espoo tampere vantaa oulu turku jyvaskyla lahti kuopio reykjavik
  sheffield nottingham leicester coventry bradford hull stoke-on-trent wolverhampton plymouth derby southampton portsmouth brighton
  reading milton_keynes northampton luton norwich ipswich exeter gloucester cheltenham bath swindon york newcastle sunderland
  middlesbrough aberdeen dundee inverness perth swansea newport derry limerick galway waterford
  sacramento san_jose oakland fresno long_beach las_vegas tucson albuquerque salt_lake_city boise spokane tacoma omaha kansas_city
  st._louis saint_louis minneapolis milwaukee madison indianapolis columbus cleveland cincinnati detroit ann_arbor pittsburgh buffalo
  rochester albany hartford providence baltimore richmond raleigh durham charlotte nashville memphis louisville new_orleans
  jacksonville orlando tampa fort_lauderdale san_antonio fort_worth el_paso oklahoma_city tulsa anchorage honolulu brooklyn
  edmonton winnipeg quebec_city halifax hamilton kitchener saskatoon regina victoria
  puebla tijuana leon queretaro merida cancun guatemala_city san_jose panama_city havana santo_domingo san_juan kingston
  cali barranquilla cartagena quito guayaquil la_paz asuncion montevideo cordoba rosario mendoza valparaiso concepcion arequipa
  salvador fortaleza recife porto_alegre manaus goiania campinas florianopolis belem natal vitoria
  alexandria giza rabat marrakech fez tangier algiers oran dakar abidjan kumasi abuja ibadan kano port_harcourt kampala kigali
  dar_es_salaam lusaka harare durban pretoria port_elizabeth windhoek addis_ababa mombasa antananarivo
  haifa jerusalem ramallah damascus baghdad erbil kuwait_city muscat manama jeddah dammam sharjah bursa antalya adana gaziantep konya
  ahmedabad surat jaipur lucknow kanpur nagpur indore bhopal kochi coimbatore visakhapatnam chandigarh gurgaon gurugram noida
  thane vadodara mysore mysuru thiruvananthapuram patna islamabad rawalpindi faisalabad chittagong colombo kathmandu
  chengdu wuhan nanjing tianjin xi'an chongqing suzhou kyoto yokohama nagoya kobe fukuoka sapporo incheon daegu kaohsiung
  penang johor_bahru surabaya bandung medan cebu davao quezon_city makati da_nang chiang_mai phnom_penh yangon
  adelaide canberra hobart darwin newcastle geelong gold_coast christchurch dunedin hamilton tauranga`

const set = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/).map((name) => folded(name.replaceAll("_", " "))))

const countrySet = set(countries)
const citySet = set(cities)

const states = new Set(
  "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NSW VIC QLD SP RJ MG PR RS SC BA PE CE GO DF ES PA TAS ACT NT WA".split(
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
const coded = /^(?:[A-Z]{1,2}-)?(?:\d{4,6}|\d{2}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}|\d{4}-\d{3}) (?=\p{Lu})/u

/** A British or Irish postal code at the end, which only an address has. */
const britishCode = / (?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|D\d{2} [A-Z\d]{4})$/

/** What a street ends in, or begins with where its name comes behind. */
const street =
  /^(?:rua|avenida|av\.?|rue|via|viale|calle|c\/|ul\.|ulica|str\.|strada|corso|piazza|plaza|place|boulevard|bd\.?|travessa|alameda) |(?:[ -](?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|drive|dr\.?|way|court|ct\.?|boulevard|blvd\.?|terrace|crescent|close|square|row|gardens|parkway|pkwy|weg|platz|utca|allee)|stra(?:ss|ß)e|str\.|gasse|straat|laan|gatan?|vägen|gade|vej|veien)$/iu

/** A street without its number, or that of a flat. */
export const isStreet = (text: string): boolean =>
  text.length < 100 &&
  street.test(text.replace(/ (?:apt|apartment|unit|suite|ste|#)\.? ?\w{1,5}$/i, "").replace(/(?:,? \d+\p{L}?)$/u, ""))

/** What is said of a city that means all around it. */
const around =
  /^(?:greater|grossraum|metropolregion|region|raum|area of|near) | (?:bay area|metropolitan area|metro area|area)$/g

/** A part of a city, its river or its province: «Berlin-Mitte», «Praha 6», «Frankfurt a. M.», «Linz/Donau», «Verona (VR)». */
const within =
  /(?:-(?!based)\p{L}[\p{L}.-]{2,20}| \d{1,2}(?:e|er|eme)?|\/\p{L}[\p{L}. ]{2,15}| a\.? ?m\.?| a[md]? \p{L}{4,9}| \([\p{L}\d. ]{2,10}\))$/u

/** A town and its state without a comma; where no list has the town, only before a postal code. */
const stated = / (?:[A-Z]{2,3})(?: (?:\d{4,5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d))?$/

const byState = (text: string): boolean => {
  const end = stated.exec(text)?.[0] ?? ""
  const town = text.slice(0, text.length - end.length)
  const [state = "", code] = end.trim().split(" ")
  return (
    states.has(state) && /^\p{Lu}[\p{L}.' -]{1,30}$/u.test(town) && (code !== undefined || citySet.has(plain(town)))
  )
}

/** A city that is known, also behind a postal code or before one, and what lies around it. */
export const isCity = (text: string): boolean => {
  const name = plain(text.replace(coded, "").replace(/ \d{4,6}$/, ""))
  return (
    citySet.has(name) ||
    citySet.has(name.replace(around, "")) ||
    citySet.has(name.replace(within, "")) ||
    byState(text) ||
    ((coded.test(text) || britishCode.test(text)) &&
      text.length < 50 &&
      !isStreet(text) &&
      !/^\d+[a-z]? /.test(text.replace(coded, "")))
  )
}

/** A postal code that stands alone at an address's end. */
const lone = /^(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d{2} [A-Z\d]{4}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/

/** An Irish county: «Co. Cork». */
const county = /^(?:co\.?|county) \p{L}{4,12}$/iu

/** A state, province or county by its letters, with or without a postal code: «TX 78701»; or such a code alone. */
export const isState = (text: string): boolean =>
  lone.test(text) ||
  county.test(text) ||
  regions.has(plain(text)) ||
  states.has(text.replace(/ (?:[\d-]{5,10}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/, ""))

/** Countries by the two letters that they go by behind a town. */
const letters = new Set(
  "AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IL IN IT JP KE KR LT LU LV MT MX MY NG NL NO NZ PE PH PL PT RO RS SE SG SI SK TH TR TW UA UK US VN ZA".split(
    " ",
  ),
)

const remote = /^(?:remote|hybrid|télétravail|remoto|homeoffice|home office|full remote|zdalnie|praca zdalna)$/i

export const isRemote = (text: string): boolean => remote.test(text)

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
  if (isCity(text)) return true
  const parts = text
    .replace(/^\(|\)$/g, "")
    .split(/\s*,\s*|\s+[/–-]\s+|\s*\(/)
    .map((part) => part.replace(/\)$/, ""))
  if (parts.length > 4) return false
  const last = parts.at(-1) ?? ""
  if (remote.test(last) || parts.every((part) => isCity(part) || isCountry(part))) return true
  if (letters.has(last) && parts.length > 1 && parts.slice(0, -1).every((part) => isCity(part) || isState(part)))
    return true
  return parts.length > 1 && (isCountry(last) || isState(last)) && /^[\p{Lu}\d]/u.test(text) && !/\d{6,}/.test(text)
}
