import type { Fact } from '../../pack/fact.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import type { Pack } from '../../pack/pack.js'
import { wording } from '../../pack/texts/languages.js'
import { answerWords } from '../../render/consult/answers.js'
import { chosen, chosenSome, typed } from '../../terminal/prompts.js'
import { vignetteLevels } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { teachWords } from '../../words/teachWords.js'
import { guideWords } from '../../words/terminalWords.js'
import { factsAbout, type Told, type VignetteSketch } from './sketch.js'

/** Asks in the terminal for all that a vignette holds, one thing after another. */
export async function guided(name: string, pack: Pack<unknown>, locale: InterfaceLanguage): Promise<VignetteSketch> {
  const w = guideWords[locale]
  const title = await typed(w.title, (line) => (line === '' ? w.wanted : undefined))
  const story: VignetteSketch['story'][number][] = []
  for (;;) {
    const says = await typed(w.sentence(story.length + 1), (line) =>
      line === '' && story.length === 0 ? w.wanted : undefined,
    )
    if (says === '') break
    story.push({ says, tells: await factsAsked(w.fact, pack, locale) })
  }
  const heldBack = await factsAsked(w.heldBack, pack, locale)
  const principles = [...pack.principles.values()].map(({ name: value, label }) => ({
    value,
    label: wording(label, locale),
  }))
  const goals = await chosenSome(w.goals, principles, locale)
  const levels = vignetteLevels.map((value) => ({ value, label: teachWords[locale].level[value] }))
  return { name, locale, title, story, heldBack, goals, level: await chosen(w.level, levels) }
}

/** Facts that are looked for by words of either language, until nothing is typed. */
async function factsAsked(asking: string, pack: Pack<unknown>, locale: InterfaceLanguage): Promise<readonly Told[]> {
  const told: Told[] = []
  for (;;) {
    const fact = await factAsked(asking, pack, locale)
    if (fact === undefined) return told
    told.push(...(await valuesAsked(fact, locale)))
  }
}

async function factAsked(asking: string, pack: Pack<unknown>, locale: InterfaceLanguage): Promise<Fact | undefined> {
  const w = guideWords[locale]
  for (;;) {
    const words = await typed(asking, (line) =>
      line !== '' && factsAbout(line, pack).length === 0 ? w.noFact : undefined,
    )
    if (words === '') return undefined
    const found = factsAbout(words, pack).slice(0, mostFound)
    const fact = await chosen<Fact | undefined>(words, [
      ...found.map((value) => ({ value, label: wording(value.ask ?? value.label, locale), hint: value.name })),
      { value: undefined, label: w.otherWords },
    ])
    if (fact) return fact
  }
}

const mostFound = 10

/** What is told of a fact; of a list, each member that is so. */
async function valuesAsked(fact: Fact, locale: InterfaceLanguage): Promise<readonly Told[]> {
  const type = typeOf(fact)
  const asked = wording(fact.ask ?? fact.label, locale)
  if (type.input === 'number') {
    const fits = (line: string) => line !== '' && type.hasValue(fact, Number(line))
    const line = await typed(asked, (given) => (fits(given) ? undefined : type.inMessages(fact)))
    return [{ fact, value: Number(line) }]
  }
  const choices = type.values(fact, []).map((value) => {
    const label = fact.values?.find((one) => one.value === value)?.label
    return { value, label: answerWords({ value, ...(label && { label }) }, locale) }
  })
  const values = type.input === 'members' ? await chosenSome(asked, choices, locale) : [await chosen(asked, choices)]
  return values.map((value) => ({ fact, value }))
}
