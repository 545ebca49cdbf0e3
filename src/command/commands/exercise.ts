import { Command, InvalidArgumentError, Option } from '@commander-js/extra-typings'
import { parsedJson } from '../../author/index.js'
import {
  type Exercise,
  handOut,
  key,
  exercise as madeExercise,
  type OutletOptions,
  parseVignette,
  practicePage,
  toGift,
  toMoodle,
  toTwee,
  toXapi,
} from '../../teach/index.js'
import { ends } from '../ending.js'
import { fileAt } from '../files.js'
import { admitOption, localeOption, packOption } from '../options.js'
import { packBeside } from '../pack.js'
import { inJson, print } from '../print.js'

/** How a hand-out and a key are written. */
interface Writing {
  readonly as: 'html' | 'markdown'
}

/** What an exercise can be printed as. */
const forms = {
  moodle: toMoodle,
  gift: toGift,
  twee: toTwee,
  xapi: (exercise) => inJson(toXapi(exercise, { actor: nobody })),
  'hand-out': (exercise, options, { as }) => handOut(exercise, { ...options, as }),
  key: (exercise, options, { as }) => key(exercise, { ...options, as }),
  page: practicePage,
} satisfies Record<string, (exercise: Exercise, options: OutletOptions, writing: Writing) => string>

/** Whoever will answer: a stand-in that the one who runs a class replaces. */
const nobody = { homePage: 'https://timbang.example', name: 'learner' }

const formNames = Object.keys(forms) as readonly (keyof typeof forms)[]

export const exercise = new Command('exercise')
  .summary('makes an exercise from a vignette')
  .description('Makes an exercise from a vignette, and prints it as JSON.')
  .argument('<vignette>', 'a file with a vignette')
  .addOption(new Option('--as <form>', 'prints it so instead').choices(formNames))
  .addOption(localeOption)
  .option(
    '--seed <number>',
    'another number, another choice of answers and another order (1)',
    wholeNumber,
  )
  .option('--markdown', 'the hand-out and the key as Markdown, not as HTML')
  .addOption(packOption)
  .addOption(admitOption)
  .action(
    ends(async (path, { as, locale = 'en', seed, markdown, ...which }) => {
      const pack = packBeside([path], which)
      const made = await madeExercise(parseVignette(parsedJson(fileAt(path)), pack), pack, {
        ...(seed !== undefined && { seed }),
      })
      const form = as === undefined ? inJson : forms[as]
      return print(form(made, { locale }, { as: markdown ? 'markdown' : 'html' }))
    }),
  )

function wholeNumber(value: string): number {
  if (!/^-?\d{1,9}$/.test(value)) throw new InvalidArgumentError('It wants a whole number.')
  return Number(value)
}
