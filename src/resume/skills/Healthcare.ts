import { parse } from "./Skill.js"

/** Nursing, medicine, care and the laboratory. */
export const healthcare = parse(`
patient care: patientenpflege, soins aux patients, atención al paciente, assistenza ai pazienti, patiëntenzorg, opieka nad pacjentem
nursing: krankenpflege, soins infirmiers, enfermería, verpleegkunde, pielęgniarstwo
basic care: grundpflege
treatment care: behandlungspflege
intensive care: icu, intensivpflege, intensivmedizin, soins intensifs, réanimation, cuidados intensivos, terapia intensiva
emergency medicine: notfallmedizin, urgences, medicina de urgencias
triage
wound care: wundversorgung, wundmanagement, soins des plaies, curas
palliative care: palliativpflege, soins palliatifs, cuidados paliativos
geriatric care: altenpflege, geriatrics, geriatrie
pediatrics: paediatrics, pädiatrie, pédiatrie, pediatría
medication administration: medikamentengabe, medication management, administración de medicación
phlebotomy: blood draws, blutentnahme, venipuncture
vital signs: vital signs monitoring
iv therapy: intravenous therapy
catheterization: catheterisation
ecg: ekg
bls: basic life support
acls: advanced cardiac life support
cpr
first aid: erste hilfe, premiers secours, primeros auxilios, primo soccorso, ehbo, pierwsza pomoc
infection control: infection prevention, hygienemanagement
care planning: pflegeplanung, care plans
patient education
patient assessment
electronic health records: ehr, emr, electronic medical records
epic: epic ehr
cerner
hipaa
icd-10: icd 10
medical coding
medical billing
medical terminology
clinical trials: clinical research, klinische studien, essais cliniques, ensayos clínicos
gcp guidelines: good clinical practice, ich-gcp
gmp: good manufacturing practice
pharmacology: pharmakologie, pharmacologie
pharmacovigilance
radiology: radiologie, radiología
mri: magnetic resonance imaging
ultrasound: sonographie, sonography
surgery: chirurgie, cirugía
anesthesia: anaesthesia, anästhesie, anesthésie, anestesia
sterilization: sterilisation
physiotherapy: physical therapy, physiotherapie, kinésithérapie, fisioterapia, fizjoterapia
occupational therapy: ergotherapie, ergothérapie
manual therapy: manuelle therapie
rehabilitation: réadaptation, rehabilitación
psychotherapy: psychotherapie
cognitive behavioral therapy: cbt, cognitive behavioural therapy
dental hygiene
pcr
elisa
hplc
cell culture: zellkultur
laboratory techniques: labortechnik
quality assurance: qualitätssicherung, assurance qualité, qa
`)
