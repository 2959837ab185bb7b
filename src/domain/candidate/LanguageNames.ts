/** Languages by ISO 639 code, as they are called in many languages, without accents; the first is what they are in English. */
export const names: { readonly [code: string]: string } = {
  en: `english englisch anglais ingles inglese engels angielski engelska engelsk anglictina ingilizce engleza английский 英语
    英語 영어 الإنجليزية englanti angol англииски αγγλικα англіиська engleski anglescina inglise anglu angles`,
  de: `german deutsch allemand aleman tedesco alemao duits niemiecki tyska tysk nemcina almanca germana немецкий 德语 ドイツ語 독일어
    saksa nemet немски γερμανικα німецька njemacki nemscina vacu vokieciu alemany`,
  fr: `french franzosisch francais frances francese frans francuski franska fransk francouzstina fransizca franceza
    французский 法语 フランス語 프랑스어 الفرنسية ranska francia francuzstina френски γαλλικα fransızca французька francoscina
    prantsuse francu prancuzu`,
  es: `spanish spanisch espagnol espanol castellano spagnolo espanhol spaans hiszpanski spanska spansk spanelstina ispanyolca
    spaniola испанский 西班牙语 espanja spanielcina spanyol испански ισπανικα іспанська spanjolski spanscina hispaania spanu
    ispanu espanyol`,
  it: `italian italienisch italien italiano italiaans wloski italienska italiensk italstina italyanca italiana итальянский
    italia taliancina olasz италиански ιταλικα італіиська talijanski italijanscina itaalia italu`,
  pt: `portuguese portugiesisch portugais portugues portoghese portugees portugalski portugisiska portugalstina portugheza
    португальский portugisisk portugali portugalcina portugal португалски πορτογαλικα portekizce португальська
    portugalscina portugalu`,
  nl: `dutch niederlandisch hollandisch neerlandais neerlandes holandes olandese nederlands niderlandzki nederlandska
    holenderski nederlandsk hollanti nizozemstina holandcina holland neerlandeza нидерландски ολλανδικα felemenkce
    нидерландскии нідерландська nizozemski nizozemscina hollandi holandiesu olandu`,
  pl: `polish polnisch polonais polaco polacco pools polski polska polstina польский polones polsk puola lengyel poloneza
    полски πολωνικα lehce польська poljski poljscina poola polu lenku`,
  ru: `russian russisch russe ruso russo rosyjski ryska rustina rusca rusa русский russisk venaja orosz руски ρωσικα
    росіиська ruski ruscina vene krievu rusu`,
  uk: `ukrainian ukrainisch ukrainien ucraniano ucraino oekraiens ukrainski українська украинский ukrainska ukrainsk ukraina
    ukrajinstina ukrajincina ukran ucraineana украински ουκρανικα ukraynaca ukrajinski ukrajinscina ukrainu ukrainieciu
    ucraines`,
  cs: `czech tschechisch tcheque checo ceco tsjechisch czeski cestina tcheco tjeckiska tjekkisk tsjekkisk tsekki cseh ceha
    чешки τσεχικα cekce чешскии чеська ceski cescina tsehhi cehu ceku txec`,
  sk: `slovak slowakisch slovaque eslovaco slowacki slovencina slovacco slowaaks slovakiska slovakisk slovakki slovenstina
    szlovak slovaca словашки σλοβακικα slovakca словацкии словацька slovacki slovascina slovaki slovaku eslovac`,
  hu: `hungarian ungarisch hongrois hungaro ungherese hongaars wegierski magyar ungerska ungarsk unkari madarstina madarcina
    maghiara унгарски ουγγρικα macarca венгерскии угорська mađarski madzarscina ungari ungaru vengru hongares`,
  ro: `romanian rumanisch roumain rumano rumeno romeno roemeens rumunski romana rumanska rumænsk rumensk romania rumunstina
    rumuncina roman румънски ρουμανικα rumence румынскии румунська rumunjski romunscina rumeenia rumanu rumunu romanes`,
  bg: `bulgarian bulgarisch bulgare bulgaro bulgarski bulgaars bulgariska bulgarsk bulgaria bulharstina bulharcina bolgar
    bulgara български βουλγαρικα bulgarca болгарскии болгарська bugarski bolgarscina bulgaaria bulgaru bulgar`,
  el: `greek griechisch grec griego greco grieks grecki ελληνικα grego grekiska græsk gresk kreikka rectina grectina gorog
    greaca гръцки yunanca греческии грецька grcki grscina kreeka grieku graiku`,
  tr: `turkish turkisch turc turco turks turecki turkce turkiska tyrkisk turkki turectina torok turca турски τουρκικα
    турецкии турецька turski turscina turgi turku`,
  sv: `swedish schwedisch suedois sueco svedese zweeds szwedzki svenska svensk ruotsi svedstina svedcina sved suedeza шведски
    σουηδικα isvecce шведскии шведська svedski svedscina rootsi zviedru svedu suec`,
  da: `danish danisch danois danes danese deens dunski dansk dinamarques danska tanska danstina dancina daneza датски δανικα
    danca датскии данська danski danscina taani danu`,
  no: `norwegian norwegisch norvegien noruego norvegese noors norweski norsk noruegues nynorska norska bokmal nynorsk norja
    norstina norcina norveg norvegiana норвежки νορβηγικα norvecce нюнорск норвежскии норвезька norveski novonorvescina
    norvescina uusnorra norra jaunnorvegu norvegu noruec`,
  fi: `finnish finnisch finnois finlandes finlandese fins finski suomi fines finska finsk finstina fincina finn finlandeza
    фински φινλανδικα fince финскии фінська finscina soome somu suomiu`,
  ar: `arabic arabisch arabe arabo arabski العربية arabiska arabisk arabia arabstina arabcina arab araba арабски αραβικα
    arapca арабскии арабська arapski arabscina araabia arabu`,
  he: `hebrew hebraisch hebreu hebreo ebraico hebrajski עברית hebraico hebreeuws hebreiska hebraisk heprea hebrejstina
    hebrejcina heber ebraica иврит εβραικα ibranice іврит hebrejski hebrejscina heebrea ivrits hebraju`,
  fa: `persian farsi persisch persan persa persiano perzisch perski persiska persisk persia perstina perzstina perzsa persana
    персииски περσικα farsca персидскии перська perzijski perzijscina parsia persiesu persu`,
  hi: "hindi हिन्दी hindstina hindcina хинди χιντι hintce гінді hindski hindijscina",
  ur: "urdu ourdou urdstina urdcina урду ουρντου urduca urdski urdujscina",
  bn: `bengali bangla bengalisch bengalese bengaals bengalski bengalstina bengalcina bengaleza бенгалски βεγγαλικα bengalce
    бенгальскии бенгальська bengalscina bengalu`,
  pa: `punjabi pendjabi punyabi panjabi pendzabski pandzabi pandzabstina pandzabcina pandzsabi пенджабски παντζαπικα pencapca
    панджаби панджабі pandzapski pandzabscina pandzabu pendzabu`,
  ta: `tamil tamoul tamilski tamili tamilstina tamilcina tamila тамилски ταμιλικα tamilce тамильскии тамільська tamilscina
    tamilu`,
  te: "telugu telougou telugo telugstina telugcina телугу τελουγκου teluski telugijscina",
  mr: "marathi marati marathstina marathcina марати μαραθικα маратхи маратхі marathski maratscina marathu maratu",
  gu: `gujarati goudjarati guyarati guzerate gudzarati gudzaratstina gudzaratcina gudzsarati гуджарати γκουτζαρατικα
    guceratca гуджараті gudzaratski gudzaratscina gudzaratu`,
  ml: `malayalam malaiala malajalam malajalamstina malajalamcina малаялам μαλαγιαλαμικα malajalamski malajalamscina
    malajalami malajalu malajaliu malaialam`,
  kn: "kannada canares canarim kannadstina kannadcina каннада καναντα karnatacki kanarescina kannadu kanadu",
  zh: `chinese mandarin chinesisch chinois chino cinese chines chinees chinski mandarijn 中文 普通话 汉语 国语 중국어 中国語 kinesiska
    kinesisk kiina cinstina kinai chineza китаиски κινεζικα cince китаискии китаиська kineski kitajscina hiina kiniesu
    kinu xines`,
  yue: `cantonese kantonesisch 粤语 cantonais cantones kantonees kantonski kantonesiska kantonesisk kantoninkiina kantonstina
    kantoncina kantoni cantoneza кантонски καντονεζικα kantonca кантонскии кантонська kantonscina kantoniesu`,
  ja: `japanese japanisch japonais japones giapponese japans japonski 日本語 日语 일본어 japanska japansk japani japonstina japoncina
    japan japoneza японски ιαπωνικα japonca японскии японська japanski japonscina jaapani japanu japonu`,
  ko: `korean koreanisch coreen coreano koreaans koreanski 한국어 韩语 koreanska koreansk korea korejstina korejcina koreai
    coreeana кореиски κορεατικα korece кореискии кореиська korejski korejscina korejiesu korejieciu corea`,
  vi: `vietnamese vietnamesisch vietnamien vietnamita vietnamees wietnamski vietnamesiska vietnamesisk vietnam vietnamstina
    vietnamcina vietnami vietnameza виетнамски βιετναμικα vietnamca вьетнамскии вʼєтнамська vijetnamski vietnamscina
    vjetnamiesu vietnamieciu`,
  th: `thai thailandisch tailandes thailandese tajski thailandska thajstina thajcina thailandeza таиски ταιλανδικα tayca
    таискии таиська tajlandski tajscina taju`,
  id: `indonesian indonesisch indonesien indonesio indonesiano indonezyjski indonesiska indonesisk indonesia indonestina
    indonezstina indonez indoneziana индонезииски ινδονησιακα endonezce индонезиискии індонезіиська indonezijski
    indonezijscina indoneesia indoneziesu indonezieciu indonesi`,
  ms: `malay malaiisch malais malayo malese malaio maleis malajski malajiska malajisk malayisk malaiji malajstina malajcina
    malaj malaeza малаиски μαλαισιανα malayca малаискии малаиська malajscina malai malajiesu malajieciu`,
  tl: `tagalog filipino filippino filipijns filipinski filippinska filippinsk filipinstina filipincina filipineza филипински
    φιλιππινικα filipince филиппинскии філіппінська filipinscina filipiini filipiniesu filipinieciu filipi`,
  sw: `swahili suaheli suajili suaili suahili svahilstina swahilcina szuaheli суахили σουαχιλι суахілі svahili suahiili
    suahiliu`,
  ca: `catalan katalanisch catala catalano catalao catalaans katalonski katalanska catalansk katalansk katalaani katalanstina
    katalancina katalan catalana каталонски καταλανικα katalanca каталанскии каталонська katalonscina katalanu katalonu`,
  eu: `basque euskera baskisch basco baskijski baskiska baskisk baski baskictina baszk basca баски βασκικα baskca баскскии
    баскська baskovscina basku basc`,
  gl: `galician gallego galego galicisch galicien galiziano galicyjski galiciska galicisk galisisk galicia galicijstina
    galicijcina galiciana галисииски γαλικιανα galicyaca галисиискии галісіиська galicijski galicijscina galeegi galisiesu
    galisu gallec`,
  sr: `serbian serbisch serbe serbio srpski serbo servio servisch serbski serbiska serbisk serbia srbstina srbcina szerb
    sarba сръбски σερβικα sırpca сербскии сербська srbscina serbu serbi`,
  hr: `croatian kroatisch croate croata hrvatski chorwacki croato kroatiska kroatisk kroatia chorvatstina chorvatcina horvat
    хърватски κροατικα hırvatca хорватскии хорватська hrvascina horvaadi horvatu kroatu croat`,
  sl: `slovenian slovene slowenisch slovenscina esloveno sloveno sloveens slowenski slovenska slovensk sloveeni slovinstina
    slovincina szloven slovena словенски σλοβενικα slovence словенскии словенська slovenski slovenu eslove`,
  lt: `lithuanian litauisch litewski lietuviu lituanien lituano litouws litauiska litauisk liettua litevstina litovcina
    litvan lituaniana литовски λιθουανικα litvanca литовскии литовська litavski litovscina leedu lietuviesu litua`,
  lv: `latvian lettisch letton leton lettone letao lets lotewski lettiska lettisk latvisk latvia lotystina lett letona
    латвииски λετονικα letonca латышскии латиська latvijski latvijscina lati latviesu latviu leto`,
  et: `estonian estnisch eesti estonien estonio estone estoniano estisch estonski estniska estisk viro estonstina estoncina
    eszt estona естонски εσθονικα estonca эстонскии естонська estonscina igaunu estu estonia`,
  ga: `irish gaeilge irisch irlandais irlandes irlandese iers irlandzki iriska irsk iiri irstina ircina irlandeza ирландски
    ιρλανδικα irlandaca ирландскии ірландська irski irscina airiu`,
  yo: "yoruba ioruba joruba jorubstina jorubcina иоруба γιορουμπα yorubaca jorupski jorubscina jorubu",
  ig: "igbo igbostina игбо ιγκμπο ігбо igboscina igbu",
  ha: "hausa haussa haoussa hauca haustina hausza хауса χαουσα havscina hausu",
  am: `amharic amharisch amharique amarico amhaars amharski amhariska amharisk amhara amharstina amharcina amharica амхарски
    αμχαρικα amharca амхарскии амхарська amharscina amharu`,
  ase: "asl",
  is: `icelandic islandisch islandais islandes islandese ijslands islandzki islandska islandsk islanti islandstina islandcina
    izlandi islandeza исландски ισλανδικα izlandaca исландскии ісландська islandski islandscina islandi islandiesu islandu`,
  si: `sinhala singhalesisch cingalais cingales singalese singalees syngaleski singalesiska singalesisk sinhalstina
    sinhalcina szingalez singhaleza синхалски σινχαλεζικα сингальскии сингальська sinhaleski sinhalscina singali singalu
    sinhalu singales`,
  ne: `nepali nepalesisch nepalais nepalese nepales nepalees nepalski nepalesiska nepalesisk nepalstina nepalcina nepaleza
    непалски νεπαλικα nepalce непальскии непальська nepalscina nepaliesu nepalieciu`,
  lo: `laotisch laosiano laotiaans laotanski laotiska laotisk laostina laotiana лаоски λαοτινα лаосскии лаоська laoski
    laoscina laosiesu laosieciu laosia`,
  km: `khmer jemer khmerski kambodjanska khmerstina khmercina khmera кхмерски χμερ кхмерскии кхмерська kmerski kmerscina
    khmeeri khmeru`,
  my: `burmese birmanisch birman birmano birmanes birmaans birmanski burmesiska burmesisk burma barmstina barmcina burmai
    birmana бирмански βιρμανικα бирманскии бірманська burmanski burmanscina birma birmiesu birmieciu`,
  oc: `occitan okzitanisch occitano occitanico occitaans oksytanski occitanska occitansk oksitansk oksitaani okcitanstina
    okcitancina okszitan occitana окситански οξιτανικα окситанскии окситанська okcitanski okcitanscina oksitanu ocitaru
    occita`,
  br: `breton bretonisch bretone bretao bretons bretonski bretonska bretonsk bretoni bretonstina bretoncina bretona бретонски
    βρετονικα bretonca бретонскии бретонська bretonscina bretooni bretonu breto`,
  cy: `welsh walisisch gallois gales gallese walijski walesiska walisisk kymri velstina walestina walesi galeza уелски
    ουαλικα galce валлиискии валліиська velski valizanscina komri velsiesu valu gal·les`,
  mt: `maltese maltesisch maltais maltes maltees maltanski maltesiska maltesisk malta maltstina maltcina maltai malteza
    малтииски μαλτεζικα maltaca мальтиискии мальтіиська malteski maltescina maltiesu maltieciu`,
  lb: `luxembourgish luxemburgisch luxembourgeois luxemburgues lussemburghese luxemburgs luksemburski luxemburgiska
    luxembourgsk luxemburgsk luxemburg lucemburstina luxemburcina luxemburgi luxemburgheza люксембургски λουξεμβουργιανα
    luksemburgca люксембургскии люксембурзька luksemburscina letseburgi luksemburgiesu liuksemburgieciu`,
  bs: `bosnian bosnisch bosniaque bosnio bosniaco bosniacki bosniska bosnisk bosnia bosenstina bosniactina bosnyak bosniaca
    босненски βοσνιακα bosnakca босниискии босніиська bosanski bosanscina bosniesu bosniu`,
  mk: `macedonian mazedonisch macedonien macedonio macedone macedonisch macedonski makedonska makedonsk makedonia
    makedonstina macedoncina macedon macedoneana македонски σλαβομακεδονικα makedonca македонскии македонська makedonski
    makedonscina makedoonia makedoniesu makedonu macedoni`,
  sq: `albanian albanisch albanais albanes albanese albanees albanski albanska albansk albania albanstina albancina alban
    albaneza албански αλβανικα arnavutca албанскии албанська albanscina albaania albanu`,
  be: `belarusian belarussisch bielorusse bielorruso bielorusso bielorrusso bialoruski belarusiska belarusisk valkovenaja
    belorustina bielorustina belarusz belarusa беларуски λευκορωσικα belarusca белорусскии білоруська bjeloruski
    beloruscina valgevene baltkrievu baltarusiu belarus`,
  ka: `georgian georgisch georgien georgiano gruzinski georgiska georgisk georgia gruzinstina gruzincina gruz georgiana
    грузински γεωργιανα gurcuce грузинскии грузинська gruzijski gruzijscina gruusia gruzinu`,
  hy: `armenian armenisch armenien armenio armeno armeens ormianski armeniska armensk armenia armenstina armencina ormeny
    armeana арменски αρμενικα ermenice армянскии вірменська armenski armenscina armeenia armenu armeni`,
  az: `azerbaijani aserbaidschanisch azerbaidjanais azerbaiyano azerbaigiano azerbaijano azerbeidzjaans azerbejdzanski
    azerbajdzjanska aserbajdsjansk azeri azerbajdzanstina azerbajdzancina azerbajdzsani azera азербаиджански
    αζερμπαιτζανικα азербаиджанскии азербаиджанська azerbajdzanski azerbajdzanscina aserbaidzaani azerbaidzanu
    azerbaidzanieciu azerbaidjanes`,
  kk: `kazakh kasachisch kazajo kazako cazaque kazachs kazachski kazakiska kasakhisk kazakki kazastina kazah kazaha казахски
    καζακικα kazakca казахскии казахська kazaski kazascina kasahhi kazahu kazachu`,
  uz: `uzbek usbekisch ouzbek uzbeko uzbeco uzbeque oezbeeks uzbecki uzbekiska usbekisk uzbekki uzbectina uzbeg uzbeca
    узбекски ουζμπεκικα ozbekce узбекскии узбецька uzbescina usbeki uzbeku`,
  mn: `mongolian mongolisch mongol mongolo mongools mongolski mongoliska mongolsk mongoli mongolstina mongolcina mongola
    монголски μογγολικα mogolca монгольскии монгольська mongolscina mongolu`,
  ku: `kurdish kurdisch kurde kurdo curdo koerdisch kurdyjski kurdiska kurdisk kurdi kurdstina kurdcina kurd kurda кюрдски
    κουρδικα kurtce курдскии курдська kurdski kurdscina kurdu`,
  ps: `pashto paschtu pachto pastun pasjtoe paszto afghanska pastu paststina pastcina pastuna пущу παστο pestuca пушту
    pastunski pastunscina pustu pustunu paixtu`,
  so: `somali somalo somalisch somalijski somaliska somalstina somalcina szomali somaleza сомалииски σομαλικα somalice сомали
    сомалі somalski somalscina somaali somalu somalieciu`,
  ti: `tigrinya tigrigna tigrina tigrino tigrinia tigrinja tigrinijstina тигриня τιγκρινικα тигринья tigrajscina tigraju`,
  zu: "zulu zoulou zoeloe zulustina зулуски ζουλου zuluca зулу зулуська zulujscina suulu",
  xh: "xhosa khosa xhostina xhosza кхоса κοσα коса koscina koosa khosu kosu xosa",
  af: `afrikaans africaner afrikanstina afrikancina африканс αφρικαανς afrikaanca африкаанс afrikanscina afrikaani afrikandu
    afrikanu`,
  rw: `kinyarwanda quiniaruanda kinya-ruanda kinjarwanda ruanda kinarwandstina rwandcina kinyarvanda киняруанда κινιαρουαντα
    киньяруанда кіньяруанда ruandscina kinaruanda kinjaruandu ruandes`,
  ln: "lingala lingalstina lingalcina лингала λινγκαλα лінгала ngalu",
  wo: "wolof uolofe wolofstina wolofcina volof волоф γουολοφ volofca volofscina volofi volofu",
  tw: "akan akanstina akancina акан ακαν akanski akanscina akani akanu",
  sn: "shona xona sona sonstina soncina шона σονα sonscina sonu",
  mg: `malagasy malgache malgascio malgaxe malagassisch malgaski malagassiska malagassisk gassisk malagassi malgastina malgas
    malgasa малгашки μαλγασικα malgasca малагасиискии малагасіиська malgascina malagasu malgaix`,
  eo: "esperanto eszperanto есперанто εσπεραντο эсперанто",
  la: `latin latein latino latim latijn lacinski latina latincina латински λατινικα latince латинскии латинська latinski
    latinscina ladina latinu lotynu llati`,
  gd: "galisch schots-gaelisch skotsk-gælisk gaeli гэльскии skotu",
}
