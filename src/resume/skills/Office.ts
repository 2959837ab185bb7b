import { parse } from "./Skill.js"

/** Office programs, management, sales, marketing, people and logistics. */
export const office = parse(`
microsoft office: ms office, office 365, microsoft 365, ms-office, pack office, paquete office, pacchetto office, pakiet office, pacote office, suite office
excel: microsoft excel, ms excel, advanced excel
~word: microsoft word, ms word
powerpoint: microsoft powerpoint, ms powerpoint
~outlook: microsoft outlook, ms outlook
~access: microsoft access, ms access
sharepoint
~teams: microsoft teams, ms teams
~visio: microsoft visio
ms project: microsoft project
google workspace: g suite, google docs, google sheets
~slack
~zoom
~asana
trello
~notion
project management: projektmanagement, projektleitung, gestion de projet, gestion de projets, gestión de proyectos, gestione progetti, gestão de projetos, projectmanagement, zarządzanie projektami
program management: programme management
product management: produktmanagement
pmp
prince2
lean: lean management
six sigma: lean six sigma
change management
process improvement: prozessoptimierung, process optimization, business process improvement, optimización de procesos
business analysis: business analyse
requirements engineering: requirements analysis, anforderungsanalyse, requirements management
stakeholder management
team leadership: team lead, mitarbeiterführung, personalführung, team management, gestión de equipos, gestion d'équipe, zarządzanie zespołem
~leadership: führung, liderazgo
~communication: kommunikation, comunicación, communication skills
~teamwork: teamfähigkeit, trabajo en equipo, travail en équipe, praca zespołowa
~problem solving: problem-solving, resolución de problemas
~time management: zeitmanagement
~negotiation: verhandlungsführung, négociation, negociación, negotiations
~presentation skills: presentations
~public speaking
~coaching
~mentoring
~training
~strategy: strategic planning
~sales: vertrieb, vente, ventas, vendite, vendas, verkoop, sprzedaż, verkauf
b2b sales: b2b, b2b-vertrieb
account management: key account management
business development
lead generation
customer service: kundenservice, kundenbetreuung, service client, atención al cliente, servizio clienti, atendimento ao cliente, klantenservice, obsługa klienta, customer support
crm: customer relationship management
salesforce
hubspot
zendesk
~marketing
digital marketing: online marketing, online-marketing, marketing digital
content marketing
email marketing: e-mail marketing, e-mail-marketing
social media: social media marketing
copywriting: texten
google ads: google adwords, sea
market research: marktforschung
public relations: pr
event management: eventmanagement, event planning, veranstaltungsorganisation, organisation d'événements
recruiting: recruitment, personalbeschaffung, recrutement, reclutamiento, talent acquisition, rekrutacja
human resources: hr, personalwesen, ressources humaines, recursos humanos, risorse umane
onboarding
employee relations
workday
procurement: purchasing, einkauf, achats, compras, acquisti, inkoop, zakupy
supply chain management: supply chain, scm, lieferkettenmanagement
logistics: logistik, logistique, logística, logistica, logistiek, logistyka
inventory management: lagerverwaltung, inventory control, gestion des stocks, gestión de inventarios
warehouse management: lagerlogistik
contract management: vertragsmanagement
data entry: datenerfassung, saisie de données, entrada de datos, dateninput
typing
filing
~scheduling: terminplanung
calendar management: terminkoordination, gestion d'agenda, gestión de agenda, agendabeheer
travel arrangements: reiseplanung, travel management
office administration: büroorganisation, office management
minute taking
translation: übersetzung, traduction, traducción, traduzione
quality management: qualitätsmanagement, iso 9001, management de la qualité, gestión de calidad, kwaliteitsmanagement
health and safety: arbeitssicherheit
teaching
~research
technical writing: technische dokumentation
`)
