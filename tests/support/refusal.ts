/** A change to the tiny pack and what is refused about it; a change that is refused nothing shows where the line runs. */
export interface Refusal {
  readonly name: string
  readonly change: readonly Change[]
  /** The whole lines, as an author reads them. */
  readonly issues: readonly string[]
}

/** Where in the pack, ` · ` between the steps (a key, a place in a list, or a name in it), and what happens there. */
type Change = { readonly at: string } & (
  | { readonly set: unknown }
  | { readonly add: unknown }
  | { readonly remove: true }
  | { readonly repeat: string; readonly times: number }
  | { readonly nest: number }
)

/** Changes the JSON of a pack at a place. */
export function make({ at, ...what }: Change, source: object): void {
  const steps = at.split(' · ')
  const last = steps.pop() as string
  const held = steps.reduce<unknown>((inner, step) => holder(inner)[keyOf(step, inner)], source)
  const key = keyOf(last, held)
  const place = holder(held)
  if ('set' in what) place[key] = what.set
  else if ('add' in what) (place[key] as unknown[]).push(what.add)
  else if ('repeat' in what) place[key] = what.repeat.repeat(what.times).trim()
  else if ('nest' in what) for (let i = 0; i < what.nest; i++) place[key] = { not: place[key] }
  else if (Array.isArray(held)) held.splice(key as number, 1)
  else delete place[key]
}

function holder(value: unknown): Record<PropertyKey, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('a change leads nowhere')
  return value as Record<PropertyKey, unknown>
}

function keyOf(step: string, held: unknown): string | number {
  if (!Array.isArray(held)) return step
  const index = /^\d+$/.test(step) ? Number(step) : held.findIndex((one) => (one as { name?: unknown }).name === step)
  if (held[index] === undefined) throw new Error(`a change leads nowhere: ${step}`)
  return index
}
