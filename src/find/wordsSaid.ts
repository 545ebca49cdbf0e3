import { oncePerPack, type Pack } from '../pack/pack.js'

/** The words in which people say a fact or one of its values. */
export type WordsSaid = (fact: string, value?: string) => string

/** How people say the facts of a pack, as words to be searched; of a fact what is said of a yes or of any value. */
export const wordsSaid: (pack: Pack<unknown>) => WordsSaid = oncePerPack(({ sayings }) => {
  const words = new Map<string, string>()
  for (const { fact, value, says } of sayings.flatMap((file) => file.sayings ?? [])) {
    const key = typeof value === 'string' ? `${fact}=${value}` : fact
    words.set(key, [words.get(key) ?? '', ...Object.values(says).flat()].join(' '))
  }
  return (fact, value) => words.get(value === undefined ? fact : `${fact}=${value}`) ?? ''
})
