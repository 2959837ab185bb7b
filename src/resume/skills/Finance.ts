import { parse } from "./Skill.js"

/** Accounting, banking, controlling, tax and law. */
export const finance = parse(`
accounting: buchhaltung, comptabilité, contabilidad, contabilità, contabilidade, boekhouding, księgowość, rechnungswesen
financial accounting: finanzbuchhaltung, comptabilité générale, contabilidad financiera
bookkeeping: book keeping
accounts payable: kreditorenbuchhaltung, crediteurenadministratie, comptabilité fournisseurs, cuentas por pagar
accounts receivable: debitorenbuchhaltung, debiteurenadministratie, comptabilité clients, cuentas por cobrar
general ledger: hauptbuchhaltung
payroll: lohnbuchhaltung, lohnabrechnung, entgeltabrechnung, gehaltsabrechnung, nóminas, paie, salarisadministratie, buste paga
reconciliation: bank reconciliation, account reconciliation, kontenabstimmung
month-end close: month end close, month-end closing, monatsabschluss
annual accounts: year-end closing, jahresabschluss, year end closing
financial reporting: finanzberichterstattung, reporting financier
consolidation: konzernkonsolidierung
budgeting: budgetierung, budgeting and forecasting, presupuestos, budgettering, budżetowanie
forecasting: forecasts
controlling: contrôle de gestion, controllo di gestione, control de gestión
cost accounting: kostenrechnung, cost control, kostenstellenrechnung
financial analysis: finanzanalyse, analyse financière, análisis financiero, analisi finanziaria, análise financeira, analiza finansowa
financial modeling: financial modelling, modélisation financière
valuation: dcf, unternehmensbewertung
investment banking
mergers and acquisitions: m&a, m & a
due diligence
corporate finance
private equity
equity research
portfolio management: portfoliomanagement
asset management
wealth management
risk management: risikomanagement, gestion des risques, gestión de riesgos, gestione del rischio, gestão de riscos, risicomanagement
credit risk: credit analysis, kreditrisiko, kreditanalyse
market risk
underwriting
treasury: treasury management, trésorerie, tesorería
cash management: cash flow management
audit: auditing, wirtschaftsprüfung, auditoría, auditoria
internal audit: interne revision, audit interne, auditoría interna
tax: taxation, steuern, fiscalité, fiscalidad, steuerrecht
vat: umsatzsteuer, mwst, tva, btw
ifrs: ias/ifrs
us gaap: us-gaap
gaap
hgb
sox: sarbanes-oxley, sarbanes oxley
basel iii: basel 3
compliance
aml: anti-money laundering, anti money laundering, geldwäscheprävention
kyc: know your customer
mifid ii: mifid
bloomberg: bloomberg terminal
sap: sap erp
sap fi: sap fi/co, sap fico
s/4hana: sap s/4hana, s4hana, sap hana
datev
lexware
quickbooks
~sage: sage 100, sage 50
xero
netsuite: oracle netsuite
microsoft dynamics: dynamics 365, ms dynamics
navision
peoplesoft
derivatives
fixed income
actuarial science: actuarial
contract law: vertragsrecht
corporate law: gesellschaftsrecht, droit des sociétés
employment law: labour law, labor law, arbeitsrecht, droit du travail, derecho laboral, arbeidsrecht
gdpr: dsgvo, data protection, rgpd, datenschutz, avg
legal research
litigation
invoicing: billing, fakturierung, facturación, facturation, fatturazione, faturamento
claims handling: schadenregulierung, claims management
`)
