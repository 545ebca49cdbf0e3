import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { parsedJson } from '../../../author/index.js'
import {
  exercise as madeExercise,
  type Override,
  outlets,
  overridden,
  parseVignette,
  type QuestionKind,
  questionKinds,
} from '../../../teach/index.js'
import { ends } from '../../ending.js'
import { fileAt } from '../../files.js'
import { admitOption, localeOption, packOption } from '../../options.js'
import { packBeside } from '../../pack.js'
import { inJson, print, printWritten } from '../../print.js'

const outletNames = outlets.map(({ name }) => name)

export const exercise = new Command('exercise')
  .summary('makes an exercise from a vignette')
  .description('Makes an exercise from a vignette, and prints it as JSON.')
  .argument('<vignette>', 'a file with a vignette')
  .addOption(new Option('--as <form>', 'prints it so instead').choices(outletNames))
  .addOption(localeOption)
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
    ends(async (path, { as, locale = 'en', seed, choices, kind, key, markdown, ...which }) => {
      const pack = packBeside([path], which)
      const asMade = await madeExercise(parseVignette(parsedJson(fileAt(path)), pack), pack, {
        ...(seed !== undefined && { seed }),
        ...(choices !== undefined && { choices }),
        ...(kind && { kinds: kind as readonly QuestionKind[] }),
      })
      const made = key === undefined ? asMade : overridden(asMade, parsedJson(fileAt(key)) as Override)
      const outlet = outlets.find(({ name }) => name === as)
      if (outlet === undefined) return print(inJson(made))
      const write = (markdown && outlet.writeMarkdown) || outlet.write
      return printWritten(write(made, { locale }))
    }),
  )

function wholeNumber(value: string): number {
  if (!/^-?\d{1,9}$/.test(value)) throw new InvalidArgumentError('It wants a whole number.')
  return Number(value)
}
