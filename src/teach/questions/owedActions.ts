import type { Advice } from '../../advise/advice.js'

/** What is owed to what gave way, or to a side not taken, or is the way on where nothing decides: none of it is wrong to do. */
export function owedActions({ procedure, setAside, dilemmas }: Advice): readonly string[] {
  const owed = [...setAside, ...dilemmas.flatMap(({ sides }) => sides)].flatMap((one) => one.owed)
  return [...(procedure?.actions ?? []), ...owed].map(({ action }) => action)
}
