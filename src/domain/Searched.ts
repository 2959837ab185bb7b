/** A value of a field that a search can find. */
export interface Text {
  /** The field by which it is asked for. */
  readonly field: string
  /** Asked for by its words, or as a whole. */
  readonly as: "words" | "whole"
  /** What its words count in full text, 5 the most; null where they are none. */
  readonly level: Level | null
  readonly text: string
}

/**
 * What a word counts where it stands: 5 in a name or title, 4 in skills and job titles, 3 in tags, 2 in notes,
 * descriptions and the text of documents, 1 in the rest.
 */
export type Level = 1 | 2 | 3 | 4 | 5

/** A skill with what is known of it. */
export interface Skill {
  readonly name: string
  readonly years: number | null
  /** 1 to 5. */
  readonly level: number | null
}

/**
 * A point on the earth in whole metres from its centre. Distances between two of them compare in whole numbers, so that
 * every database and this process agree on each.
 */
export interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** What a search can find of a record, or of a part of it such as a note about it. */
export interface Document {
  readonly texts: ReadonlyArray<Text>
  readonly skills: ReadonlyArray<Skill>
  /** Whole numbers but for custom fields: minor units, milliseconds since 1970, days since 1970. */
  readonly numbers: { readonly [field: string]: number }
  readonly place: Place | null
}

/**
 * What a search can find of a record changed. `part` is the record's own id, or that of what is about it: a note, a
 * file, a consent. `document` is null where there is nothing any more; without its own part a record is not found.
 */
export interface Searched {
  readonly noun: string
  readonly id: string
  readonly part: string
  readonly document: Document | null
}
