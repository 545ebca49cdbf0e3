import type { Story, Told } from './stories.js'

/** A fact that is offered, with the values that were heard of it, each so or not so; without any, to be chosen from all. */
export interface Offered {
  readonly fact: string
  readonly values: readonly { readonly value: boolean | string | number; readonly so: boolean }[]
}

/** What is read in a story: so many facts to tick at most, best first, and the matters that were opened. */
export type Reader = (
  story: Story,
  most: number,
) => { readonly offered: readonly Offered[]; readonly matters: readonly string[] }

export const lengths = [10, 15, 20] as const

/** What came of reading some stories, as shares. */
export interface Figures {
  readonly stories: number
  readonly told: number
  /** Of what is told, by how many facts are looked at: the fact is offered; and with the value that was told. */
  readonly facts: readonly number[]
  readonly values: readonly number[]
  /** Of the first fifteen: facts that were told; of those with a heard value, such whose first value is so. */
  readonly right: number
  readonly rightValue: number
  /** Of what is told, that its matter was opened, or stands open in every story. */
  readonly matter: number
  readonly offered: number
}

/** To which matters a statement belongs. */
type MattersOf = (told: Told) => readonly string[]

/** Reads every story and counts. */
export function figures(stories: readonly Story[], reader: Reader, mattersOf: MattersOf): Figures {
  const rows = stories.map((story) => row(story, reader, mattersOf))
  const sum = (of: (one: Row) => number) => rows.reduce((total, one) => total + of(one), 0)
  const told = sum((one) => one.told)
  return {
    stories: rows.length,
    told,
    facts: lengths.map((_, at) => sum(({ facts }) => facts[at] as number) / told),
    values: lengths.map((_, at) => sum(({ values }) => values[at] as number) / told),
    right: sum((one) => one.right) / sum((one) => one.offered),
    rightValue: sum((one) => one.rightValue) / sum((one) => one.valued),
    matter: sum((one) => one.matter) / told,
    offered: sum((one) => one.offered) / rows.length,
  }
}

type Row = ReturnType<typeof row>

function row(story: Story, reader: Reader, mattersOf: MattersOf) {
  const { offered: first } = reader(story, 15)
  const { matters } = reader(story, Math.max(...lengths))
  const within = (length: number, fits: (told: Told, one: Offered) => boolean) =>
    story.told.filter((told) => reader(story, length).offered.some((one) => one.fact === told.fact && fits(told, one)))
      .length
  const valued = first.filter(({ values }) => values.length > 0)
  const facts = new Set(story.told.map(({ fact }) => fact))
  return {
    told: story.told.length,
    facts: lengths.map((length) => within(length, () => true)),
    values: lengths.map((length) =>
      within(length, (told, { values }) => values.some(({ value, so }) => so && value === told.value)),
    ),
    offered: first.length,
    right: first.filter(({ fact }) => facts.has(fact)).length,
    valued: valued.length,
    rightValue: valued.filter(({ fact, values: [best] }) => best && story.isSo({ fact, value: best.value }) === best.so)
      .length,
    matter: story.told.filter((told) => mattersOf(told).some((matter) => matters.includes(matter))).length,
  }
}

/** The most told facts of some stories, the most told first: a list that reads nothing; each with its most told values, or without. */
export function mostTold(stories: readonly Story[], mattersOf: MattersOf, always: string, withValues: boolean): Reader {
  const counts = new Map<string, Map<Told['value'], number>>()
  for (const { fact, value } of stories.flatMap(({ told }) => told)) {
    const values = counts.get(fact) ?? new Map<Told['value'], number>()
    counts.set(fact, values.set(value, (values.get(value) ?? 0) + 1))
  }
  const often = (values: ReadonlyMap<Told['value'], number>) => [...values.values()].reduce((sum, one) => sum + one, 0)
  const list = [...counts].sort(([, a], [, b]) => often(b) - often(a)).slice(0, 20)
  const offered = list.map(([fact, values]) => {
    const most = [...values].sort(([, a], [, b]) => b - a).slice(0, 3)
    return { fact, values: withValues ? most.map(([value]) => ({ value, so: true })) : [] }
  })
  const opened = offered.slice(0, 15).flatMap(({ fact, values }) => mattersOf({ fact, value: values[0]?.value ?? '' }))
  const matters = [...new Set([...opened, always])]
  return (_, most) => ({ offered: offered.slice(0, most), matters })
}
