import { existsSync } from 'node:fs'
import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import type { Pack } from '../../../pack/pack.js'
import { vignetteLevels } from '../../../vocabulary.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import { guideWords } from '../../../words/terminalWords.js'
import { ends, Misuse } from '../../ending.js'
import { write } from '../../files.js'
import { admitOption, localeOption, packOption, several } from '../../options.js'
import { packBeside } from '../../pack.js'
import { inJson, print } from '../../print.js'
import { guided } from '../../vignette/guide.js'
import { previewReport } from '../../vignette/previewReport.js'
import { sentenceSaid, toldFact, type VignetteSketch, vignetteFrom } from '../../vignette/sketch.js'

export const newVignette = new Command('new-vignette')
  .summary('begins a vignette, and says what comes of it')
  .description(
    'Begins a vignette in one language, and says what comes of it: its kind, its questions, and which goals they serve. In a terminal it asks for one thing after another, ' +
      'and facts are found by words of either language; elsewhere it takes them as options.',
  )
  .argument('<name>', 'in small letters joined by hyphens: an-envelope', vignetteName)
  .option('--in <file>', 'the new file; else the name with .json')
  .addOption(localeOption)
  .option('--title <text>', 'what the case is called')
  .option(
    '--says <sentence>',
    'a sentence of the story and the facts that it tells: "She is 34. | client.ageYears=34" (again for more)',
    several,
  )
  .option('--holds-back <fact>', 'a fact told only to whoever asks: consent.free=no (again for more)', several)
  .option('--goal <principle>', 'a principle to be learned (again for more)', several)
  .addOption(new Option('--level <level>', 'how much it asks of a learner').choices(vignetteLevels))
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends(async (name, { in: path = `${name}.json`, locale = 'en', pack: folder, admit, ...given }) => {
      if (existsSync(path)) throw new Misuse(`there is \`${path}\` already`)
      const pack = packBeside([path], { pack: folder, admit })
      const sketch = given.says
        ? sketched(name, { ...given, says: given.says }, pack, locale)
        : await asked(name, pack, locale)
      const vignette = vignetteFrom(sketch)
      const preview = await previewReport(vignette, pack, locale)
      write({ path, text: inJson(vignette) })
      const w = guideWords[locale]
      const next = `${w.next}: npx timbang exercise ${path} --as key --locale ${locale}`
      return print([...preview, w.wrote(path), next].join('\n'))
    }),
  )

function vignetteName(name: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new InvalidArgumentError('It wants small letters and digits, the words joined by hyphens: an-envelope.')
  return name
}

interface Given {
  readonly title?: string | undefined
  readonly says: readonly string[]
  readonly holdsBack?: readonly string[] | undefined
  readonly goal?: readonly string[] | undefined
  readonly level?: VignetteSketch['level'] | undefined
}

/** What the options say. @throws Misuse for a fact or a value that there is not */
function sketched(
  name: string,
  { title = name, says, holdsBack = [], goal = [], level = 'introductory' }: Given,
  pack: Pack<unknown>,
  locale: InterfaceLanguage,
): VignetteSketch {
  return {
    name,
    locale,
    title,
    story: says.map((one) => sentenceSaid(one, pack)),
    heldBack: holdsBack.map((one) => toldFact(one, pack)),
    goals: goal,
    level,
  }
}

/** What a person says in the terminal. @throws Misuse where there is none */
async function asked(name: string, pack: Pack<unknown>, locale: InterfaceLanguage): Promise<VignetteSketch> {
  if (!(process.stdin.isTTY && process.stdout.isTTY))
    throw new Misuse('without a terminal the story is wanted: --says "She is 34. | client.ageYears=34"')
  return await guided(name, pack, locale)
}
