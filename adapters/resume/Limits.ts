/** How much a résumé may ask for. More is refused as `tooLarge`, `tooSlow` or `tooHungry`. */
export interface Limits {
  /** Bytes of the file. Default: 10 MiB. */
  readonly bytes: number
  /** Pages of a PDF. Default: 50. */
  readonly pages: number
  /** Bytes that the parts of a DOCX or the streams of a PDF inflate to, all together. Default: 64 MiB. */
  readonly inflatedBytes: number
  /** Time that reading a PDF or DOCX may take. Default: 15,000. */
  readonly millis: number
  /** JavaScript heap of the worker that reads a PDF or DOCX. Default: 256. */
  readonly heapMegabytes: number
}

export const standard: Limits = {
  bytes: 10 * 1024 * 1024,
  pages: 50,
  inflatedBytes: 64 * 1024 * 1024,
  millis: 15_000,
  heapMegabytes: 256,
}
