/** Of a record, what says whether it is a tombstone. */
interface Mortal {
  readonly kind?: unknown
  readonly erasedAt?: unknown
}

/** Whether nothing is known any more of whom the record is about: a candidate's kind says so, a contact's date. */
export const isErased = ({ erasedAt = null, kind }: Mortal): boolean => kind === "anonymized" || erasedAt !== null
