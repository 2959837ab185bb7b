/** What one term says of a match: thousandths of the best there is, null where too little is known; and why. */
export interface Scored<B> {
  readonly thousandths: number | null
  readonly because: B
}
