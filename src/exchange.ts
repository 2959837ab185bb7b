export type { Importable } from "./domain/import/Import.js"
export type { Column, Mapping } from "./exchange/Columns.js"
export { type CsvExportOptions, csvLines, recordsCsv, recordsTable } from "./exchange/ExportCsv.js"
export { type Answer, type Attendee, calendarEvent, type CalendarOptions } from "./exchange/ICalendar.js"
export {
  type CsvImported,
  type CsvImportOptions,
  type CsvProgress,
  importCsv,
  type Target,
} from "./exchange/ImportCsv.js"
export { type JobPosting, jobPosting, jobPostingJson, type JobPostingOptions } from "./exchange/JobPosting.js"
export { type BadLine, jsonLines, type Line, readJsonLines } from "./exchange/JsonLines.js"
export { candidateFromJsonResume, candidateToJsonResume } from "./exchange/JsonResume.js"
export { type Preview, previewCsv, type PreviewOptions } from "./exchange/Preview.js"
export { CsvBroken, type CsvRecord, records } from "./exchange/Records.js"
export { type CsvReadOptions, open, type Opened, type Problem } from "./exchange/Rows.js"
export { type Encoding, encodingOf, type Source, textOf } from "./exchange/Source.js"
export { vCard, type VCardOptions } from "./exchange/VCard.js"
