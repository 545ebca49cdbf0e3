import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import {
  type Exercise,
  exercise as madeExercise,
  type Override,
  outlets,
  overridden,
  parseVignette,
  type QuestionKind,
  questionKinds,
} from '../../../teach/index.js'
import { ends, Misuse } from '../../ending.js'
import { fileAt, isFolder, jsonIn } from '../../files.js'
import { admitOption, localeOption, packOption } from '../../options.js'
import { packBeside } from '../../pack.js'
import { inJson, print, printWritten } from '../../print.js'
import { exerciseFiles } from '../../vignette/exerciseFiles.js'

const outletNames = outlets.map(({ name }) => name)

export const exercise = new Command('exercise')
  .summary('makes an exercise from a vignette, or one from each of a folder')
  .description(
    'Makes an exercise from a vignette, and prints it as JSON; or writes one from each vignette of a folder, in every form that ' +
      'is wanted.',
  )
  .argument('<vignette>', 'a file with a vignette, or a folder of such files')
  .addOption(
    new Option('--as <form>', 'prints it so instead; of a folder, or with --out, writes it so besides (again for more)')
      .choices(outletNames)
      .argParser<readonly string[]>((form, before) => [...(before ?? []), outletName(form)]),
  )
  .addOption(localeOption)
  .option(
    '--out <folder>',
    'writes into this folder, each exercise in one of its name; in every language but for --locale',
  )
  .option('--replace', 'writes over files that stand there')
  .option('--seed <number>', 'another number, another choice of answers and another order (1)', wholeNumber)
  .option('--choices <number>', 'how many choices a question has at most, from 3 to 8 (6)', wholeNumber)
  .addOption(
    new Option('--kind <kind>', 'a kind of question that is wanted, else all that the case gives (again for more)')
      .choices(questionKinds)
      .argParser<readonly string[]>((kind, before) => [...(before ?? []), kind]),
  )
  .option(
    '--key <file>',
    'what you would have otherwise in its key: a file that names the exercise, its questions and choices',
  )
  .option('--markdown', 'the hand-out and the key as Markdown, not as HTML')
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends(
      async (path, { as = [], locale, out, replace = false, seed, choices, kind, key, markdown = false, ...which }) => {
        const options = {
          ...(seed !== undefined && { seed }),
          ...(choices !== undefined && { choices }),
          ...(kind && { kinds: kind as readonly QuestionKind[] }),
        }
        const forms = outlets.filter(({ name }) => as.includes(name))
        const folder = isFolder(path)
        checkCall({ folder, forms: forms.length, out, key })
        const pack = packBeside([path], which)
        const override = key === undefined ? undefined : (parsedJson(fileAt(key)) as Override)
        const mended = (made: Exercise) => (override ? overridden(made, override) : made)
        if (out !== undefined) {
          const wanted = { options, forms, locale, markdown, out, replace, mended }
          const { report, complete } = await exerciseFiles(folder ? jsonIn(path) : [fileAt(path)], pack, wanted)
          return print(report) || (complete ? 0 : 1)
        }
        const made = mended(await madeExercise(parseVignette(parsedJson(fileAt(path)), pack), pack, options))
        const [outlet] = forms
        if (outlet === undefined) return print(inJson(made))
        const write = (markdown && outlet.writeMarkdown) || outlet.write
        return printWritten(write(made, { locale: locale ?? 'en' }))
      },
    ),
  )

interface Call {
  readonly folder: boolean
  readonly forms: number
  readonly out: string | undefined
  readonly key: string | undefined
}

/** What of the options does not fit together. @throws Misuse */
function checkCall({ folder, forms, out, key }: Call): void {
  if (folder && out === undefined) throw new Misuse('of a folder, it is to be said into which other one: --out FOLDER')
  if (forms > 1 && out === undefined) throw new Misuse('several forms are written into a folder: --out FOLDER')
  if (folder && key !== undefined) throw new Misuse('a key is of one exercise, and not of a folder')
}

function outletName(form: string): string {
  if (outletNames.includes(form)) return form
  throw new InvalidArgumentError(`Allowed choices are ${outletNames.join(', ')}.`)
}

function wholeNumber(value: string): number {
  if (!/^-?\d{1,9}$/.test(value)) throw new InvalidArgumentError('It wants a whole number.')
  return Number(value)
}
