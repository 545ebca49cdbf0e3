import * as z from 'zod'
import { TimbangError, unknownName } from '../../errors.js'
import { type OptionNames, optionsGiven } from '../../options.js'
import { digestOf } from '../../pack/identity/digest.js'
import type { Pack } from '../../pack/pack.js'
import { plainCopy } from '../../pack/plainData.js'
import { daySchema, nameSchema } from '../../pack/texts/textSchema.js'
import type { Urgency } from '../../vocabulary.js'
import { parseInput } from '../parseInput.js'
import { keyedDigest, momentSchema } from '../record/identifiers.js'
import { withoutSummary } from '../record/recordedParts.js'
import { later } from './moment.js'
import type { StepDigests } from './stepShape.js'

/** Which step is meant, when, and by whose key it is known. */
export interface StepOptions {
  /** An action of the pack. */
  readonly step: string
  /** Now, in UTC: `2026-01-31T09:30:00Z`; its day says which rules are in force, unless `on` does. */
  readonly at: string
  /** The host's key, of at least 16 bytes: digests of the situation and the step are made with it. */
  readonly key: Uint8Array
  /** What is handed to the tool that does the step: plain JSON, of which only the keyed digest is kept. */
  readonly call?: unknown
  /** Actions that the host knows to be done in this matter, so that they do not come first again. */
  readonly done?: readonly string[] | undefined
  /** For how many minutes the answer holds; else a quarter of an hour, two hours or a day, by how soon something must be done. */
  readonly minutes?: number | undefined
  /** Only look on: the answer is made, and `enforced` is `false`. */
  readonly shadow?: boolean | undefined
  readonly on?: string | undefined
  readonly framework?: string | undefined
}

const optionNames: OptionNames<StepOptions> = {
  step: true,
  at: true,
  key: true,
  call: true,
  done: true,
  minutes: true,
  shadow: true,
  on: true,
  framework: true,
}

const plainOptions = z.strictObject({
  step: nameSchema,
  at: momentSchema,
  done: z.array(nameSchema).max(200).default([]),
  minutes: z.int().min(1).max(43_200).optional(),
  shadow: z.boolean().default(false),
  on: daySchema.optional(),
  framework: nameSchema.optional(),
})

type CheckedStep = Omit<z.infer<typeof plainOptions>, 'on'> & {
  readonly on: string
  readonly key: Uint8Array
  readonly call: unknown
}

/** The options as they are worked with. */
export function checkedStep<S>(options: StepOptions, pack: Pack<S>): CheckedStep {
  const { key, call = null, ...rest } = optionsGiven(options, optionNames)
  const plain = parseInput(rest, plainOptions, 'invalid-options', 'options')
  const strange = [plain.step, ...plain.done].filter((one) => !pack.actions.has(one))
  if (strange.length > 0) {
    const place = pack.actions.has(plain.step) ? 'options.done' : 'options.step'
    const [first] = strange as [string]
    throw new TimbangError('invalid-options', [
      unknownName(place, 'no action of the pack has this name', first, pack.actions.keys()),
    ])
  }
  return { ...plain, on: plain.on ?? plain.at.slice(0, 10), key, call: plainCall(call) }
}

const limits = { depth: 12, nodes: 20_000, text: 200_000, letters: 1_000_000, keys: 5_000 }

function plainCall(call: unknown): unknown {
  const plain = plainCopy(call, 'options.call', limits)
  if ('issues' in plain) throw new TimbangError('invalid-options', plain.issues)
  return plain.value
}

const minutesFor = { immediate: 15, prompt: 120, routine: 1_440 } as const satisfies Record<Urgency, number>

export function expiryOf({ at, minutes }: CheckedStep, urgency: Urgency): string {
  return later(at, minutes ?? minutesFor[urgency])
}

/** By what the situation, the step and the rules are known. */
export function digestsOf<S>(
  { step, call, done, key, on, framework }: CheckedStep,
  situation: unknown,
  { digest }: Pack<S>,
): StepDigests {
  return {
    situation: keyedDigest(withoutSummary(situation), key),
    step: keyedDigest({ step, call, done: [...done].sort() }, key),
    rules: digestOf({ digest, on, framework }),
  }
}
