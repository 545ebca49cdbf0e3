import { forces } from '../index.js'

/** What the command says of itself. */
export const usage = `timbang: weighs ethical dilemmas in social work

  timbang consult                 a consultation in the terminal: one question at a time, and what to do now as soon as it is known
      --file FILE                 weighs a situation from a file, or from standard input (-), instead
      --locale LANGUAGE           en or id          --as FORM   text, markdown, html or json
  timbang check FILES…            checks packs: folders, or files in them (then only what concerns these is told)
      --admit RULE                lets a pack make exceptions to this rule about danger or of law of another
      --notes                     tells what is worth knowing, too
      --strict                    warnings fail, too
  timbang test CASES…             tests cases (files, or folders of them), and says which outcomes of the rules no case shows
      --coverage PERCENT          fails where fewer outcomes are shown
      --mutants                   changes every rule a little and says which changes no case notices
      --noticed PERCENT           fails where fewer changes are noticed
      --write                     adds to cases without \`expect\` what the advice says today: read it before you keep it
  timbang new-rule NAME --in FILE begins a rule and its cases; where there is no pack beside it, one that extends social-work
      --principle NAME            --source NAME   --must ACTION   --should ACTION   --may ACTION …
  timbang schema FOLDER --out FOLDER
                                  writes JSON Schemas with the names of a pack, for completion in an editor
  timbang types FOLDER            prints the TypeScript type of the situations of a pack
      --name NAME                 under this name (Situation)
  timbang catalogue FOLDER        prints the rules in words, as Markdown: what each asks, when, what limits it, why and by which source
  timbang slim FOLDER --out FILE.json
                                  writes a pack as one file, with only what one country and one language need
      --jurisdiction PLACE        --locale LANGUAGE
  timbang exercise VIGNETTE.json  makes an exercise from a vignette, and prints it as JSON
      --as FORM                   prints it as moodle, gift, twee, xapi, hand-out, key or page instead
      --locale LANGUAGE           in this language (en)
      --seed NUMBER               another number, another choice of answers and another order (1)
      --markdown                  the hand-out and the key as Markdown, not as HTML
  timbang screen CASES.jsonl      weighs many situations, one a line, and writes what the rules say of each, one a line
      --out FILE.jsonl            to this file; begun again after an interruption, it goes on where it was
      --confirm PERCENT           the share that json-rules-engine confirms (1)
  timbang budget CASES.jsonl      counts the cards that situations, one a line, would make; bad lines are told by number
      --limits FILE.json          fails where these are exceeded: { "perHundred": { "immediate": 20 }, "never": 0 }
      --chart FILE.svg            draws them (--locale LANGUAGE)

  --pack FOLDER                   the pack that is meant; else the one in whose folder the files stand, else social-work
  --json                          for programs
  --help                          this

Ends with 0 where all is well, 1 where something is wrong, 2 where the call is.
`

/** The options of the command: with a text, with several, with nothing. */
export const texts = [
  'pack',
  'coverage',
  'noticed',
  'in',
  'principle',
  'out',
  'name',
  'jurisdiction',
  'locale',
  'confirm',
  'limits',
  'chart',
  'file',
  'as',
  'seed',
] as const
export const lists = ['admit', 'source', ...forces] as const
export const flags = ['json', 'strict', 'notes', 'mutants', 'write', 'markdown', 'help'] as const

/** What was given on the command line. */
export type Given = { readonly names: readonly string[] } & { readonly [Text in (typeof texts)[number]]?: string } & {
  readonly [List in (typeof lists)[number]]?: readonly string[]
} & { readonly [Flag in (typeof flags)[number]]?: boolean }

/** A call that cannot be understood. */
export class Misuse extends Error {}

/** The names that were given; there must be some. */
export function wanted({ names }: Given, message: string): readonly string[] {
  if (names.length === 0) throw new Misuse(message)
  return names
}

/** A percentage that was given, or nothing of it. */
export function percent(option: 'coverage' | 'noticed' | 'confirm', given: Given): number {
  const value = given[option]
  if (value !== undefined && !/^(100|\d{1,2})$/.test(value))
    throw new Misuse(`--${option} wants a number from 0 to 100`)
  return Number(value ?? 0)
}
