import type * as z from 'zod'
import type { Asked } from '../../ask/question.js'
import type { AnySituation, Pack } from '../../pack/pack.js'
import type { Text } from '../../vocabulary.js'
import type { InterfaceLanguage } from '../../words/interfaceLanguages.js'

/** What a tool works with: the pack, the key and the moment of the server, and the language that the caller wants. */
export interface Desk {
  readonly pack: Pack<AnySituation>
  readonly key: Uint8Array
  /** Now, in UTC. */
  readonly now: () => string
  readonly on: string | undefined
  readonly locale: InterfaceLanguage
  readonly say: (text: Text) => string
}

/** What a tool comes to: the result, in words besides, and what a person may be asked now so that it can be known better. */
export interface Outcome<R> {
  readonly result: R
  readonly text: string
  readonly ask?: Asked | undefined
}

/** One tool of the server: its name, what it is for, what it takes and gives, and what it does. */
export interface Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: I
  readonly output: O
  /** `answered`: what the person was asked and answered, stated in the situation already. */
  run(given: z.infer<I>, desk: Desk): Outcome<z.infer<O>> | Promise<Outcome<z.infer<O>>>
}

/** A tool among others, whatever it takes. */
export type AnyTool = Omit<Tool, 'run'> & {
  readonly run: (given: never, desk: Desk) => Outcome<unknown> | Promise<Outcome<unknown>>
}
