import type { Story, Told } from './stories.js'

/** What is offered to be ticked; without a value, the fact with its values to choose from. */
export interface Offered {
  readonly fact: string
  readonly value?: boolean | string | number
  /** Said of it: that it is not so. */
  readonly so?: boolean
}

/** What is read in a story, best first, and whether what is offered has been read in it at all. */
export type Reader = (story: Story) => readonly Offered[]

export const lengths = [10, 15, 20] as const

/** What came of reading some stories. */
export interface Figures {
  readonly stories: number
  readonly told: number
  /** Share of what is told that is offered with its value, by how many proposals are looked at. */
  readonly heard: readonly number[]
  /** The same where a fact offered without a value counts, too. */
  readonly asked: readonly number[]
  /** Share of right ones among the first fifteen proposals, where a value is offered, and counting also facts without a value. */
  readonly right: number
  readonly rightOrAsked: number
  /** Share of what is told whose matter is opened by the first fifteen. */
  readonly matter: number
  readonly offered: number
}

export type MattersOf = (fact: string) => readonly string[]

/** Reads every story and counts. */
export function figures(stories: readonly Story[], reader: Reader, mattersOf: MattersOf): Figures {
  const rows = stories.map((story) => row(story, reader(story), mattersOf))
  const sum = (of: (one: Row) => number) => rows.reduce((total, one) => total + of(one), 0)
  const told = sum((one) => one.told)
  return {
    stories: rows.length,
    told,
    heard: lengths.map((_, at) => sum(({ heard }) => heard[at] as number) / told),
    asked: lengths.map((_, at) => sum(({ asked }) => asked[at] as number) / told),
    right: sum((one) => one.right) / sum((one) => one.valued),
    rightOrAsked: sum((one) => one.right + one.rightAsked) / sum((one) => one.offered),
    matter: sum((one) => one.matter) / told,
    offered: sum((one) => one.offered) / rows.length,
  }
}

type Row = ReturnType<typeof row>

function row(story: Story, offered: readonly Offered[], mattersOf: MattersOf) {
  const first = offered.slice(0, 15)
  const opened = new Set(first.flatMap(({ fact }) => mattersOf(fact)))
  const valued = first.filter(({ value }) => value !== undefined)
  const facts = new Set(story.told.map(({ fact }) => fact))
  const open = first.filter(({ value }) => value === undefined)
  return {
    told: story.told.length,
    heard: lengths.map((length) => story.told.filter((one) => isOffered(one, offered.slice(0, length), false)).length),
    asked: lengths.map((length) => story.told.filter((one) => isOffered(one, offered.slice(0, length), true)).length),
    valued: valued.length,
    offered: first.length,
    right: valued.filter((one) => isRight(one, story)).length,
    rightAsked: open.filter(({ fact }) => facts.has(fact)).length,
    matter: story.told.filter(({ fact }) => mattersOf(fact).some((matter) => opened.has(matter))).length,
  }
}

function isOffered({ fact, value }: Told, offered: readonly Offered[], asked: boolean): boolean {
  return offered.some(
    (one) => one.fact === fact && (one.value === undefined ? asked : one.value === value && (one.so ?? true) === true),
  )
}

function isRight({ fact, value, so = true }: Offered, story: Story): boolean {
  return value !== undefined && story.isSo({ fact, value }) === so
}

/** The most told facts of some stories, the most told first, with or without the value: a list that reads nothing. */
export function mostTold(stories: readonly Story[], withValue: boolean): Reader {
  const counts = new Map<string, { offered: Offered; count: number }>()
  for (const { fact, value } of stories.flatMap(({ told }) => told)) {
    const offered = withValue ? { fact, value } : { fact }
    const key = JSON.stringify(offered)
    counts.set(key, { offered, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const list = [...counts.values()].sort((a, b) => b.count - a.count).map(({ offered }) => offered)
  return () => list.slice(0, 20)
}
