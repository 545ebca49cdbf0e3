import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parsedJson, type TextFile } from '../../author/index.js'
import { TimbangError } from '../../errors.js'
import type { Pack } from '../../pack/pack.js'
import { type Exercise, exercise, fileName, type Outlet, parseVignette } from '../../teach/index.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'
import { Misuse } from '../ending.js'
import { write } from '../files.js'
import { inJson } from '../print.js'

/** What is wanted of every vignette. */
interface Wanted {
  readonly options: Parameters<typeof exercise>[2]
  readonly forms: readonly Outlet[]
  /** In these languages; else in all that an exercise speaks. */
  readonly locale: InterfaceLanguage | undefined
  readonly markdown: boolean
  readonly out: string
  /** Whether files that stand there are written over. */
  readonly replace: boolean
  /** The exercise as a teacher would have it. */
  readonly mended: (made: Exercise) => Exercise
}

interface Made {
  readonly exercise: Exercise
  readonly files: readonly { readonly path: string; readonly text: string | Uint8Array }[]
}

interface NotMade {
  readonly path: string
  readonly why: string
}

/**
 * Makes the exercise of each vignette in every form wanted, each in a folder of its name, and tells what was written. What
 * is wrong with one keeps none of the others back.
 * @throws Misuse where a file stands in the way, before any is written
 */
export async function exerciseFiles(vignettes: readonly TextFile[], pack: Pack<unknown>, wanted: Wanted) {
  const made: Made[] = []
  const notMade: NotMade[] = []
  for (const file of vignettes) {
    try {
      const one = await madeFrom(file, pack, wanted)
      const { name } = one.exercise.vignette
      const isNew = made.every(({ exercise: { vignette } }) => vignette.name !== name)
      if (isNew) made.push(one)
      else notMade.push({ path: file.path, why: `vignette.name: \`${name}\` is the name of another one, too` })
    } catch (error) {
      if (!(error instanceof TimbangError)) throw error
      notMade.push({ path: file.path, why: error.message.slice(error.code.length + 1) })
    }
  }
  const files = made.flatMap((one) => one.files)
  if (!wanted.replace) checkFree(files.map(({ path }) => path))
  for (const file of files) write(file)
  return { report: report(made, notMade, wanted.out), complete: notMade.length === 0 }
}

async function madeFrom(file: TextFile, pack: Pack<unknown>, wanted: Wanted): Promise<Made> {
  const { options, forms, locale, markdown, out, mended } = wanted
  const asMade = mended(await exercise(parseVignette(parsedJson(file), pack), pack, options))
  const { name, title } = asMade.vignette
  const locales = locale === undefined ? (Object.keys(title) as InterfaceLanguage[]) : [locale]
  const written = forms.flatMap((form) =>
    (form.everyLanguage ? locales.slice(0, 1) : locales).map((language) => {
      const inMarkdown = markdown && form.writeMarkdown !== undefined
      const give = (inMarkdown && form.writeMarkdown) || form.write
      return {
        path: join(out, name, fileName(form, language, inMarkdown)),
        text: give(asMade, { locale: language }),
      }
    }),
  )
  return { exercise: asMade, files: [{ path: join(out, name, 'exercise.json'), text: inJson(asMade) }, ...written] }
}

function checkFree(paths: readonly string[]): void {
  const [first, ...others] = paths.filter((path) => existsSync(path))
  if (first === undefined) return
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  throw new Misuse(`there is \`${first}\` already${more}; with \`--replace\` it is written over`)
}

/** A line a vignette, and what could not be made, with what is wrong. */
function report(made: readonly Made[], notMade: readonly NotMade[], out: string): string {
  const width = Math.max(0, ...made.map(({ exercise: { vignette } }) => vignette.name.length))
  const lines = made.map(({ exercise: { vignette, kind, questions }, files }) =>
    [vignette.name.padEnd(width), kind.padEnd(12), `${questions.length} questions`, `${files.length} files`].join('  '),
  )
  const count = made.reduce((sum, { files }) => sum + files.length, 0)
  const total = `${made.length} of ${made.length + notMade.length} exercises, ${count} files in \`${out}\``
  return [
    ...lines,
    total,
    ...notMade.map(({ path, why }) => `not made: ${path}\n  ${why.replaceAll('\n', '\n  ')}`),
  ].join('\n')
}
