/** What a coder says of one fact: its value, and the words of the story that say so. */
export interface CodedValue {
  /** A word of the fact (`yes` and `no` where it is one or the other), a number, or `not-said`. */
  readonly value: string | number
  /** Of a member of a list: whether it is so. */
  readonly so?: 'yes' | 'no'
  /** Word for word as it stands in the story. */
  readonly quote?: string
}

/** A coding of a story: what it says of facts, by their names; of a list, one entry a member. */
export type Coding = Readonly<Record<string, CodedValue | readonly CodedValue[]>>
