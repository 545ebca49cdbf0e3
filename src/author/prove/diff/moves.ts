import type { Said } from '../../../pack/invariant.js'
import type { ProofWords } from '../../../words/shapes/proof.js'
import type { Difference } from './differences.js'

/** In which way the advice about an action moves from one pack to another. */
type Move = keyof ProofWords['move']

/** The ways, in the order in which they are told. */
const moves: readonly Move[] = [
  'asked-for',
  'forbidden',
  'gives-way',
  'contested',
  'settled',
  'unasked',
  'freed',
  'force',
  'done',
  'sureness',
  'urgency',
]

/** How many actions move in each way; one that moves otherwise in another situation is counted there too. */
export function actionsMoved(differences: readonly Difference[]): readonly (readonly [Move, number])[] {
  return moves.flatMap((move) => {
    const moved = new Set(differences.filter((one) => moveOf(one) === move).map(({ action }) => action))
    return moved.size > 0 ? [[move, moved.size] as const] : []
  })
}

function moveOf({ before, after }: Difference): Move {
  if (before.said === after.said) return before.certainty === after.certainty ? 'urgency' : 'sureness'
  const [one, other] = [kinds[before.said], kinds[after.said]]
  if (one === other) return 'force'
  return other === 'asks' || other === 'silent' ? movesTo[other][one] : other
}

/** What is said of an action, by whether it asks for it. */
type Kind = 'asks' | 'forbidden' | 'contested' | 'gives-way' | 'done' | 'silent'

const kinds: Readonly<Record<Said, Kind>> = {
  must: 'asks',
  should: 'asks',
  may: 'asks',
  'must-not': 'forbidden',
  'should-not': 'forbidden',
  contested: 'contested',
  'gave-way': 'gives-way',
  done: 'done',
  'not-spoken-of': 'silent',
}

/** What it is called that an action comes to be asked for, or to be spoken of no more, by what was said of it before. */
const movesTo: Readonly<Record<'asks' | 'silent', Readonly<Record<Kind, Move>>>> = {
  asks: {
    asks: 'force',
    forbidden: 'freed',
    contested: 'settled',
    'gives-way': 'asked-for',
    done: 'asked-for',
    silent: 'asked-for',
  },
  silent: {
    asks: 'unasked',
    forbidden: 'freed',
    contested: 'settled',
    'gives-way': 'unasked',
    done: 'unasked',
    silent: 'force',
  },
}
