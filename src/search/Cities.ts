import * as Normalise from "./Normalise.js"
import * as Variants from "./Variants.js"
import type { Coordinates } from "./Place.js"

/** Large cities by country, in ISO 3166 codes: name, degrees north and degrees east. */
const cities = `
US New York 40.713 -74.006;Los Angeles 34.052 -118.244;Chicago 41.878 -87.630;Houston 29.760 -95.370
US Phoenix 33.448 -112.074;Philadelphia 39.953 -75.165;San Antonio 29.424 -98.494;San Diego 32.716 -117.161
US Dallas 32.777 -96.797;Austin 30.267 -97.743;San Jose 37.338 -121.886;Fort Worth 32.755 -97.331
US Jacksonville 30.332 -81.656;Columbus 39.961 -82.999;Charlotte 35.227 -80.843;Indianapolis 39.768 -86.158
US San Francisco 37.775 -122.419;Seattle 47.606 -122.332;Denver 39.739 -104.990;Washington 38.907 -77.037
US Boston 42.360 -71.059;El Paso 31.762 -106.485;Nashville 36.163 -86.781;Detroit 42.331 -83.046
US Oklahoma City 35.468 -97.516;Portland 45.515 -122.678;Las Vegas 36.170 -115.140;Memphis 35.150 -90.049
US Louisville 38.253 -85.759;Baltimore 39.290 -76.612;Milwaukee 43.039 -87.906;Albuquerque 35.084 -106.650
US Tucson 32.222 -110.975;Fresno 36.738 -119.787;Sacramento 38.582 -121.494;Kansas City 39.100 -94.579
US Mesa 33.415 -111.831;Atlanta 33.749 -84.388;Omaha 41.257 -95.935;Colorado Springs 38.834 -104.821
US Raleigh 35.780 -78.638;Miami 25.762 -80.192;Oakland 37.804 -122.271;Minneapolis 44.978 -93.265
US Tulsa 36.154 -95.993;Tampa 27.951 -82.457;New Orleans 29.951 -90.072;Cleveland 41.499 -81.694
US Honolulu 21.307 -157.858;Pittsburgh 40.441 -79.996;Cincinnati 39.103 -84.512;St. Louis 38.627 -90.199
US Orlando 28.538 -81.379;Salt Lake City 40.761 -111.891;Boulder 40.015 -105.271;Richmond 37.541 -77.436
US Boise 43.615 -116.202;Anchorage 61.218 -149.900;Buffalo 42.886 -78.878;Palo Alto 37.442 -122.143
US Providence 41.824 -71.413;Hartford 41.766 -72.673;Madison 43.073 -89.401;Ann Arbor 42.281 -83.743
CA Toronto 43.653 -79.383;Montreal 45.502 -73.567;Vancouver 49.283 -123.121;Calgary 51.045 -114.072
CA Edmonton 53.546 -113.494;Ottawa 45.421 -75.697;Winnipeg 49.895 -97.138;Quebec City 46.814 -71.208
CA Halifax 44.649 -63.575;Victoria 48.428 -123.366;Waterloo 43.464 -80.520
MX Mexico City 19.433 -99.133;Guadalajara 20.660 -103.350;Monterrey 25.687 -100.316;Puebla 19.041 -98.206
MX Tijuana 32.515 -117.038;Cancun 21.162 -86.851
BR Sao Paulo -23.551 -46.633;Rio de Janeiro -22.907 -43.173;Brasilia -15.794 -47.882;Salvador -12.978 -38.502
BR Fortaleza -3.732 -38.527;Belo Horizonte -19.917 -43.935;Curitiba -25.429 -49.271;Recife -8.048 -34.877
BR Porto Alegre -30.035 -51.218
AR Buenos Aires -34.604 -58.382;Cordoba -31.420 -64.189;Rosario -32.947 -60.639;Mendoza -32.890 -68.846
CL Santiago -33.449 -70.669;Valparaiso -33.047 -71.613
CO Bogota 4.711 -74.072;Medellin 6.244 -75.581;Cali 3.452 -76.532
PE Lima -12.046 -77.043
EC Quito -0.181 -78.468;Guayaquil -2.189 -79.889
VE Caracas 10.481 -66.904
UY Montevideo -34.901 -56.165
BO La Paz -16.490 -68.119
PY Asuncion -25.264 -57.576
CR San Jose 9.928 -84.091
PA Panama City 8.983 -79.517
GT Guatemala City 14.635 -90.507
CU Havana 23.114 -82.367
DO Santo Domingo 18.486 -69.931
PR San Juan 18.466 -66.106
JM Kingston 17.971 -76.793
GB London 51.507 -0.128;Birmingham 52.486 -1.890;Manchester 53.481 -2.242;Leeds 53.801 -1.549;Glasgow 55.864 -4.252
GB Liverpool 53.408 -2.992;Bristol 51.455 -2.588;Sheffield 53.381 -1.470;Edinburgh 55.953 -3.188
GB Cardiff 51.482 -3.179;Belfast 54.597 -5.930;Newcastle 54.978 -1.618;Nottingham 52.955 -1.158
GB Cambridge 52.205 0.122;Oxford 51.752 -1.258;Reading 51.455 -0.978;Brighton 50.823 -0.137
GB Southampton 50.910 -1.404;Leicester 52.637 -1.140;Aberdeen 57.150 -2.094
IE Dublin 53.350 -6.260;Cork 51.899 -8.476;Galway 53.271 -9.057;Limerick 52.664 -8.627
FR Paris 48.857 2.352;Marseille 43.297 5.370;Lyon 45.764 4.836;Toulouse 43.605 1.444;Nice 43.710 7.262
FR Nantes 47.218 -1.554;Strasbourg 48.573 7.752;Montpellier 43.611 3.877;Bordeaux 44.838 -0.579;Lille 50.629 3.057
FR Rennes 48.117 -1.678;Grenoble 45.189 5.725
DE Berlin 52.520 13.405;Hamburg 53.551 9.994;Munich 48.135 11.582;Cologne 50.938 6.960;Frankfurt 50.111 8.682
DE Stuttgart 48.776 9.183;Dusseldorf 51.228 6.774;Leipzig 51.340 12.373;Dortmund 51.514 7.465;Essen 51.456 7.012
DE Bremen 53.079 8.802;Dresden 51.050 13.737;Hanover 52.376 9.732;Nuremberg 49.452 11.077;Karlsruhe 49.007 8.404
DE Mannheim 49.488 8.466;Bonn 50.737 7.098
AT Vienna 48.208 16.374;Graz 47.071 15.439;Linz 48.306 14.286;Salzburg 47.810 13.055;Innsbruck 47.269 11.404
CH Zurich 47.377 8.541;Geneva 46.204 6.143;Basel 47.560 7.589;Bern 46.948 7.447;Lausanne 46.520 6.634
ES Madrid 40.417 -3.704;Barcelona 41.385 2.173;Valencia 39.470 -0.376;Seville 37.389 -5.984;Zaragoza 41.649 -0.889
ES Malaga 36.721 -4.421;Bilbao 43.263 -2.935;Palma 39.570 2.650
PT Lisbon 38.722 -9.139;Porto 41.158 -8.629;Braga 41.545 -8.427;Coimbra 40.203 -8.410
IT Rome 41.903 12.496;Milan 45.464 9.190;Naples 40.852 14.268;Turin 45.070 7.687;Palermo 38.116 13.362
IT Genoa 44.406 8.946;Bologna 44.494 11.343;Florence 43.770 11.256;Venice 45.441 12.316;Verona 45.438 10.992
NL Amsterdam 52.368 4.904;Rotterdam 51.924 4.478;The Hague 52.070 4.301;Utrecht 52.091 5.122;Eindhoven 51.442 5.470
BE Brussels 50.850 4.352;Antwerp 51.219 4.402;Ghent 51.054 3.717
LU Luxembourg 49.612 6.130
DK Copenhagen 55.676 12.568;Aarhus 56.163 10.204
SE Stockholm 59.329 18.069;Gothenburg 57.709 11.975;Malmo 55.605 13.004;Uppsala 59.859 17.639
NO Oslo 59.914 10.752;Bergen 60.393 5.324;Trondheim 63.431 10.395
FI Helsinki 60.170 24.938;Tampere 61.498 23.761;Turku 60.452 22.267
IS Reykjavik 64.147 -21.943
PL Warsaw 52.230 21.012;Krakow 50.065 19.945;Lodz 51.759 19.456;Wroclaw 51.108 17.038;Poznan 52.406 16.925
PL Gdansk 54.352 18.647;Katowice 50.265 19.024
CZ Prague 50.076 14.438;Brno 49.195 16.607;Ostrava 49.821 18.263
SK Bratislava 48.149 17.107;Kosice 48.716 21.261
HU Budapest 47.498 19.040
RO Bucharest 44.427 26.103;Cluj-Napoca 46.771 23.624;Timisoara 45.749 21.209;Iasi 47.159 27.601
BG Sofia 42.698 23.322;Plovdiv 42.136 24.742
GR Athens 37.984 23.728;Thessaloniki 40.640 22.944
HR Zagreb 45.815 15.982;Split 43.508 16.440
SI Ljubljana 46.057 14.506
RS Belgrade 44.787 20.457;Novi Sad 45.267 19.834
BA Sarajevo 43.856 18.413
MK Skopje 41.998 21.425
AL Tirana 41.328 19.818
EE Tallinn 59.437 24.754;Tartu 58.378 26.729
LV Riga 56.950 24.105
LT Vilnius 54.687 25.280;Kaunas 54.899 23.904
UA Kyiv 50.450 30.523;Lviv 49.840 24.030;Kharkiv 49.994 36.230;Odesa 46.483 30.723;Dnipro 48.465 35.046
BY Minsk 53.905 27.562
MD Chisinau 47.011 28.864
RU Moscow 55.756 37.617;Saint Petersburg 59.931 30.361;Novosibirsk 55.008 82.936;Yekaterinburg 56.839 60.606
RU Kazan 55.796 49.106
TR Istanbul 41.008 28.978;Ankara 39.933 32.860;Izmir 38.424 27.143;Bursa 40.189 29.061;Antalya 36.897 30.713
GE Tbilisi 41.716 44.783
AM Yerevan 40.179 44.499
AZ Baku 40.409 49.867
CY Nicosia 35.186 33.382;Limassol 34.684 33.038
MT Valletta 35.899 14.515
IL Tel Aviv 32.085 34.782;Jerusalem 31.768 35.214;Haifa 32.794 34.990
AE Dubai 25.205 55.271;Abu Dhabi 24.454 54.377
SA Riyadh 24.714 46.675;Jeddah 21.486 39.193;Dammam 26.421 50.089
QA Doha 25.285 51.531
KW Kuwait City 29.376 47.977
BH Manama 26.229 50.586
OM Muscat 23.588 58.383
JO Amman 31.945 35.928
LB Beirut 33.894 35.502
IQ Baghdad 33.315 44.366
IR Tehran 35.689 51.389
EG Cairo 30.044 31.236;Alexandria 31.200 29.919
MA Casablanca 33.573 -7.590;Rabat 34.021 -6.842;Marrakesh 31.630 -7.981
DZ Algiers 36.754 3.059
TN Tunis 36.807 10.182
NG Lagos 6.524 3.379;Abuja 9.076 7.399;Kano 12.002 8.592
GH Accra 5.604 -0.187
KE Nairobi -1.292 36.822;Mombasa -4.043 39.668
ET Addis Ababa 9.030 38.740
UG Kampala 0.348 32.582
TZ Dar es Salaam -6.792 39.208
RW Kigali -1.944 30.062
SN Dakar 14.717 -17.467
CI Abidjan 5.360 -4.008
ZA Johannesburg -26.204 28.047;Cape Town -33.925 18.424;Durban -29.858 31.022;Pretoria -25.748 28.229
ZW Harare -17.825 31.034
ZM Lusaka -15.387 28.323
MU Port Louis -20.161 57.501
IN Mumbai 19.076 72.878;Delhi 28.704 77.103;New Delhi 28.614 77.209;Bangalore 12.972 77.595;Bengaluru 12.972 77.595
IN Hyderabad 17.385 78.487;Chennai 13.083 80.271;Kolkata 22.573 88.364;Pune 18.520 73.857;Ahmedabad 23.023 72.571
IN Jaipur 26.912 75.787;Noida 28.535 77.391;Gurgaon 28.459 77.027;Kochi 9.931 76.267
PK Karachi 24.861 67.010;Lahore 31.520 74.359;Islamabad 33.684 73.048
BD Dhaka 23.811 90.412
LK Colombo 6.927 79.861
NP Kathmandu 27.717 85.324
CN Beijing 39.904 116.407;Shanghai 31.230 121.474;Shenzhen 22.543 114.058;Guangzhou 23.129 113.264
CN Chengdu 30.573 104.067;Hangzhou 30.274 120.155;Wuhan 30.593 114.306;Nanjing 32.060 118.797;Xi'an 34.342 108.940
CN Tianjin 39.343 117.362
HK Hong Kong 22.319 114.169
TW Taipei 25.033 121.565;Kaohsiung 22.627 120.301
JP Tokyo 35.676 139.650;Osaka 34.694 135.502;Yokohama 35.444 139.638;Nagoya 35.182 136.907;Kyoto 35.012 135.768
JP Fukuoka 33.590 130.402;Sapporo 43.062 141.354
KR Seoul 37.567 126.978;Busan 35.180 129.076
SG Singapore 1.352 103.820
MY Kuala Lumpur 3.139 101.687;Penang 5.414 100.329
TH Bangkok 13.756 100.502;Chiang Mai 18.788 98.985
VN Ho Chi Minh City 10.823 106.630;Hanoi 21.028 105.854;Da Nang 16.054 108.202
ID Jakarta -6.209 106.846;Surabaya -7.257 112.752;Bandung -6.917 107.619;Denpasar -8.650 115.217
PH Manila 14.600 120.984;Cebu City 10.316 123.885
KH Phnom Penh 11.556 104.928
KZ Almaty 43.238 76.946;Astana 51.169 71.449
UZ Tashkent 41.299 69.240
AU Sydney -33.869 151.209;Melbourne -37.814 144.963;Brisbane -27.470 153.025;Perth -31.952 115.861
AU Adelaide -34.929 138.601;Canberra -35.281 149.129;Gold Coast -28.017 153.400;Hobart -42.882 147.327
NZ Auckland -36.848 174.763;Wellington -41.287 174.776;Christchurch -43.532 172.637
`

const countries: { readonly [name: string]: string } = {
  america: "US",
  australia: "AU",
  austria: "AT",
  brazil: "BR",
  canada: "CA",
  "costa rica": "CR",
  england: "GB",
  france: "FR",
  germany: "DE",
  india: "IN",
  ireland: "IE",
  italy: "IT",
  mexico: "MX",
  netherlands: "NL",
  poland: "PL",
  portugal: "PT",
  scotland: "GB",
  spain: "ES",
  switzerland: "CH",
  uk: "GB",
  "united kingdom": "GB",
  "united states": "US",
  usa: "US",
}

/** What cities are called where they are, and by their neighbours, where accents are not all that differs. */
const otherNames = `
New York=New York City,NYC;San Francisco=SF;Washington=Washington DC,Washington D.C.;St. Louis=Saint Louis
Mexico City=Ciudad de México,CDMX;Quebec City=Québec;Guatemala City=Ciudad de Guatemala;Panama City=Ciudad de Panamá
Havana=La Habana;Newcastle=Newcastle upon Tyne;Dublin=Baile Átha Cliath
Strasbourg=Straßburg;Nice=Nizza;Munich=München,Monaco di Baviera;Cologne=Köln;Frankfurt=Frankfurt am Main,Frankfurt a.M.
Hanover=Hannover;Nuremberg=Nürnberg;Vienna=Wien;Geneva=Genève,Genf,Ginevra;Basel=Bâle,Basilea;Bern=Berne,Berna
Zurich=Zurigo;Seville=Sevilla;Zaragoza=Saragossa;Palma=Palma de Mallorca;Lisbon=Lisboa,Lissabon;Porto=Oporto
Rome=Roma,Rom;Milan=Milano,Mailand;Naples=Napoli,Neapel;Turin=Torino;Genoa=Genova,Genua;Florence=Firenze,Florenz
Venice=Venezia,Venedig;The Hague=Den Haag,'s-Gravenhage;Brussels=Bruxelles,Brussel,Brüssel;Antwerp=Antwerpen,Anvers
Ghent=Gent,Gand;Luxembourg=Luxemburg;Copenhagen=København,Kopenhagen;Aarhus=Århus;Gothenburg=Göteborg
Helsinki=Helsingfors;Turku=Åbo;Reykjavik=Reykjavík;Warsaw=Warszawa,Warschau;Krakow=Cracow,Krakau;Wroclaw=Breslau
Poznan=Posen;Gdansk=Danzig;Katowice=Kattowitz;Prague=Praha,Prag;Brno=Brünn;Bratislava=Pressburg;Bucharest=București
Cluj-Napoca=Cluj;Athens=Athína,Athen;Belgrade=Beograd,Belgrad;Kyiv=Kiev,Kiew;Lviv=Lvov,Lemberg;Kharkiv=Kharkov
;Chisinau=Chișinău;Moscow=Moskva,Moskau;Saint Petersburg=Sankt-Peterburg;Nicosia=Lefkosia
Tel Aviv=Tel Aviv-Yafo;Cairo=Kairo;Marrakesh=Marrakech;Algiers=Alger;Mumbai=Bombay;Kolkata=Calcutta
Gurgaon=Gurugram;Beijing=Peking;Tokyo=Tōkyō;Ho Chi Minh City=Saigon
`

interface City extends Coordinates {
  readonly country: string
}

const pattern = /^(.+) (-?[\d.]+) (-?[\d.]+)$/

const byName = new Map<string, Array<City>>()
const byOtherName = new Map<string, Array<City>>()

const call = (names: Map<string, Array<City>>, city: City, spelled: string): void => {
  for (const name of [Normalise.whole(spelled), ...Variants.of(spelled).map(({ word }) => word)]) {
    const same = names.get(name)
    if (same === undefined) names.set(name, [city])
    else if (!same.includes(city)) same.push(city)
  }
}

for (const line of cities.trim().split("\n"))
  for (const city of line.slice(3).split(";")) {
    const [, spelled = "", lat, lon] = pattern.exec(city) ?? []
    call(byName, { country: line.slice(0, 2), lat: Number(lat), lon: Number(lon) }, spelled)
  }
for (const named of otherNames.trim().split(/[;\n]/)) {
  const [name = "", others = ""] = named.split("=")
  const [city] = byName.get(Normalise.whole(name)) ?? []
  if (city !== undefined) for (const other of others.split(",")) call(byOtherName, city, other)
}

/** What a part of an address may name: itself, without postal codes, and without a state's two letters behind it. */
const namesIn = (part: string): { readonly whole: ReadonlyArray<string>; readonly stateless: string } => {
  const words = part
    .replace(/^[a-z]{1,2} (?=\d{3,6} )/, "")
    .split(" ")
    .filter((word) => !/\d/.test(word))
  const last = words.length > 1 && words.at(-1)?.length === 2 ? words.slice(0, -1) : words
  return { whole: [part, words.join(" ")], stateless: last.join(" ") }
}

const first = (names: Map<string, Array<City>>, sought: ReadonlyArray<string>): ReadonlyArray<City> =>
  sought.map((name) => names.get(name)).find((one) => one !== undefined) ?? []

/**
 * Where a city is: `Denver`, `Denver CO 80202`, `50667 Köln`, `San Jose, Costa Rica`. Of several of one name the one in the
 * country that is named, or the first; none by another name than the usual where another country or a state is named.
 */
export const locate = (place: string): Coordinates | null => {
  const parts = place
    .slice(0, 200)
    .split(/[,;/(]/)
    .map(Normalise.whole)
  const last = parts.at(-1) ?? ""
  const known = Object.hasOwn(countries, last) ? countries[last] : undefined
  const country = known ?? last.toUpperCase()
  const isTold = parts.length > 1 && (known !== undefined || /^[a-z]{2}(?: |$)/.test(last))
  for (const part of parts) {
    const { stateless, whole } = namesIn(part)
    const found = first(byName, [...whole, stateless])
    const other = first(byOtherName, whole).find((one) => !isTold || one.country === country)
    const city = found.find((one) => one.country === country) ?? found[0] ?? other
    if (city !== undefined) return { lat: city.lat, lon: city.lon }
  }
  return null
}
