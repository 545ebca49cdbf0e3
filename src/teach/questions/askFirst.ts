import type { Question } from '../../ask/question.js'
import { supposedOutlooks } from '../../ask/supposedOutlooks.js'
import { leaves } from '../../pack/conditions.js'
import type { Fact } from '../../pack/fact.js'
import type { Stated } from '../../pack/factTypes/factType.js'
import { typeOf } from '../../pack/factTypes/factTypes.js'
import type { Rule } from '../../pack/rule.js'
import type { Text } from '../../vocabulary.js'
import { idleRules } from '../distractors.js'
import { atMost, chosen, type Draft, type Lesson, type QuestionDraft } from '../lesson.js'
import { answerInWords, sentences } from '../phrasing.js'
import { both } from '../words.js'

const alsoAsked = 2

/** What to ask first: the most pressing question is right, others that the rules would ask are partly so. */
export function askFirstQuestion<S>(lesson: Lesson<S>): QuestionDraft | undefined {
  const [first, ...rest] = lesson.advice.questions
  if (first === undefined) return undefined
  const right = askedDraft(first, 'right', lesson)
  const partly = atMost(
    rest.filter(({ danger }) => !danger || first.danger),
    alsoAsked,
    lesson,
  ).map((one) => askedDraft(one, 'partly', lesson))
  const others = chosen(idleQuestions(lesson), lesson.most - 1 - partly.length, lesson, [right, ...partly])
  if (others.length + partly.length === 0) return undefined
  return {
    kind: 'ask-first',
    ask: both((w) => w.firstAsk),
    pick: 'one',
    right: [right],
    others: [...partly, ...others],
    rationale: right.feedback,
  }
}

function askedDraft<S>(question: Question, mark: 'right' | 'partly', lesson: Lesson<S>): Draft {
  const { fact, ask, why } = question
  return {
    name: fact,
    says: ask,
    mark,
    feedback: sentences(
      both((w) => (mark === 'right' ? w.asksFirst : w.alsoAsked)),
      why,
      whatHangs(question, lesson),
      heldBackAnswer(fact, lesson),
    ),
    from: 'key',
    rules: readers(fact, lesson).slice(0, 1),
  }
}

const changesTold = 2

/** “If yes: must ensure safety; no longer keep the secret”. */
function whatHangs<S>({ answers: [first], wouldChange, fact: name }: Question, { pack }: Lesson<S>): Text | undefined {
  const fact = pack.facts.get(name)
  if (fact === undefined || wouldChange.length === 0) return undefined
  const stated: Stated = first.so === undefined ? first.value : new Map([[String(first.value), first.so]])
  const answer = answerInWords(fact, stated)
  return both((w, locale) => {
    const told = wouldChange
      .slice(0, changesTold)
      .map(({ to, label }) => (to === null ? w.noLonger(label[locale]) : `${w.status[to]} “${label[locale]}”`))
    return `${w.changes}: ${w.ifSo(answer[locale])}, ${told.join('; ')}`
  })
}

/** What whoever asks is told, where the vignette holds it back. */
function heldBackAnswer<S>(name: string, { heldBack, pack }: Lesson<S>): Text | undefined {
  const [fact, stated] = [pack.facts.get(name), heldBack.get(name)]
  if (fact === undefined || stated === undefined || stated === null) return undefined
  const answer = answerInWords(fact, stated)
  return both((w, locale) => w.told(answer[locale]))
}

/** The rules in doubt that read a fact. */
function readers<S>(name: string, { now }: Lesson<S>): readonly Rule[] {
  return now.weighing.findings.flatMap(({ rule, outcome, possible }) => {
    const reads = [rule.conditions, ...rule.unless.map(({ conditions }) => conditions)].some((part) =>
      leaves(part).some(({ fact }) => fact === name),
    )
    return possible && outcome !== 'does-not-apply' && reads ? [rule] : []
  })
}

/** Questions that a neighbouring rule would ask, and on whose answer nothing hangs here. */
function idleQuestions<S>(lesson: Lesson<S>): readonly Draft[] {
  const { advice, known, pack } = lesson
  const asked = new Set(advice.questions.map(({ fact }) => fact))
  const unanswered = new Set([...pack.facts.keys()].filter((name) => known.stated.has(name) || asked.has(name)))
  const found = new Map<string, { readonly fact: Fact; readonly rule: Rule }>()
  for (const { rule, from } of idleRules(lesson))
    for (const { fact: name } of leaves(rule.conditions)) {
      const fact = pack.facts.get(name) as Fact
      const idle =
        from === 'neighbouring-rule' && fact.ask !== undefined && !fact.derivedFrom && !fact.danger && !fact.presume
      if (idle && !unanswered.has(name) && !found.has(name)) found.set(name, { fact, rule })
    }
  return [...found.values()]
    .filter(({ fact }) => nothingHangs(fact, lesson))
    .map(({ fact, rule }) => ({
      name: fact.name,
      says: fact.ask as Text,
      mark: 'wrong',
      feedback: sentences(both((w) => w.nothingHangs)),
      from: 'neighbouring-rule',
      rules: [rule],
    }))
}

/** Whether every answer leaves what is advised as it is. */
function nothingHangs<S>(fact: Fact, { now, known, pack, options }: Lesson<S>): boolean {
  const explore = supposedOutlooks(now, known, pack, options)
  const type = typeOf(fact)
  const answers = type.values(fact, []).flatMap(type.answers)
  return (
    answers.length > 0 &&
    answers.every((answer) => {
      const outlook = explore(new Map([[fact.name, answer]]))
      return outlook === undefined || (outlook.urgency === now.urgency && same(outlook.statuses, now.statuses))
    })
  )
}

function same(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([action, status]) => other.get(action) === status)
}
