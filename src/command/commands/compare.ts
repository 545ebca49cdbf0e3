import { Command, Option } from '@commander-js/extra-typings'
import { waiting } from '../../consult/steps/considered.js'
import { actionsSaid } from '../../find/actionsMeant.js'
import { type AnySituation, compareSteps, type Pack } from '../../index.js'
import { wording } from '../../pack/texts/languages.js'
import { denies } from '../../read/doubts.js'
import { stepLines } from '../../render/consult/compareSteps.js'
import { readSituation } from '../../terminal/situationFile.js'
import { consultWords } from '../../words/consultWords.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { ends, Misuse } from '../ending.js'
import { admitOption, dayOption, frameworkOption, jsonOption, localeOption, packOption, several } from '../options.js'
import { packOf } from '../pack.js'
import { inJson, print } from '../print.js'

export const compare = new Command('compare')
  .summary('puts steps that are considered side by side')
  .description(
    'Puts steps that are considered side by side: what stands for and against each, and what it would leave owed.',
  )
  .argument('<situation>', 'a file with a situation, or standard input (-)')
  .addOption(
    new Option(
      '--step <words>',
      'a step: the name of an action or a few words of either language, several joined by + for a plan, or wait (again for more)',
    ).argParser(several),
  )
  .addOption(dayOption)
  .addOption(frameworkOption)
  .addOption(localeOption)
  .addOption(packOption)
  .addOption(admitOption)
  .addOption(jsonOption)
  .action(
    ends((file, { step = [], on, framework, locale = 'en', json, ...which }) => {
      const pack = packOf(undefined, which) as Pack<AnySituation>
      if (step.length < 2) throw new Misuse('two steps or more are compared; each is an option --step')
      const read = step.map((words) => stepMeant(words, pack))
      const { situation } = readSituation(file)
      const chosen = { ...(on !== undefined && { on }), ...(framework !== undefined && { framework }) }
      const found = compareSteps(situation, pack, { ...chosen, steps: read.map(({ names }) => names) })
      if (json) return print(inJson(found))
      const notes = read.flatMap(({ as }) => as.map(([words, name]) => meantLine(words, name, pack, locale)))
      return print([...notes, ...(notes.length > 0 ? [''] : []), ...stepLines(found, locale)].join('\n'))
    }),
  )

/** What words mean: a step, and which words were read as which action. */
interface Meant {
  readonly names: string | readonly string[]
  readonly as: readonly (readonly [words: string, name: string])[]
}

function stepMeant<S>(words: string, pack: Pack<S>): Meant {
  if (words.trim() === waiting) return { names: waiting, as: [] }
  const parts = words.split('+').map((part) => part.trim())
  const names = parts.map((part) => {
    const [action, ...others] = actionsSaid(part, pack, denies)
    if (!action) throw new Misuse('no action is called as a step is; `timbang actions` finds their names')
    if (others.length > 0) throw new Misuse(severalLine([action, ...others].map(({ name }) => name)))
    return action.name
  })
  return { names, as: parts.flatMap((part, i) => (part === names[i] ? [] : [[part, names[i] as string] as const])) }
}

function severalLine(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ')
  return `several actions can be meant by a step: ${shown}${names.length > 5 ? ', …' : ''}; give the name of one`
}

/** “tell the mother” is read as: Involve the parents (involve-parents) */
function meantLine<S>(words: string, name: string, pack: Pack<S>, locale: InterfaceLanguage): string {
  const { label } = pack.actions.get(name) as { label: Parameters<typeof wording>[0] }
  return consultWords[locale].steps.meant(words, `${wording(label, locale)} (${name})`)
}
