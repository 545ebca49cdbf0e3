import { handInScript } from './handIn.js'
import { pageBasics } from './pageBasics.js'

/** The script of the practice page. It keeps nothing, sends nothing, and writes texts as texts only. */
export const pageScript = `${pageBasics}
const every = [...data.questions, ...data.otherwise.map(({ question }) => question)]
const none = () => ({ chosen: new Set(), checked: false, words: '', missing: false })
const fresh = () => Object.fromEntries(every.map(({ id }) => [id, none()]))
let place = 0
let answers = fresh()
let storyOpen = false

/** What is asked of whoever chose so: in the place of a question another one, where that follows from an answer before. */
function asked() {
  return data.questions.map((usual) => {
    const follows = ({ insteadOf, where }) => insteadOf === usual.id && answers[where.question].chosen.has(where.choice)
    const other = data.otherwise.find(follows)
    return other ? other.question : usual
  })
}

function show(focus) {
  frame([...storyParts(), ...(place < data.questions.length ? questionParts() : resultParts())], focus)
}

function storyParts() {
  const told = data.story.map((one) => make('p', {}, t(one)))
  const story = place === 0
    ? make('section', { 'aria-label': w().story, class: 'story' }, ...told)
    : make('details', { class: 'story', open: storyOpen, toggle: (event) => { storyOpen = event.target.open } }, make('summary', {}, w().storyAgain), ...told)
  return [make('h1', {}, t(data.title)), story]
}

function questionParts() {
  const question = asked()[place]
  const answer = answers[question.id]
  const own = question.pick === 'own-words'
  const how = { one: w().one, several: w().several, 'own-words': w().ownWords }[question.pick]
  const form = make('form', { submit: check, novalidate: true },
    make('fieldset', {},
      make('legend', {}, t(question.ask), make('span', { class: 'how' }, ' (' + how + ')')),
      ...question.choices.map((choice) => choiceRow(question, choice, answer))),
    ...(own ? [ownWords(question, answer)] : []),
    make('p', { class: 'result', role: 'status', tabindex: '-1', id: 'result' }, resultText(question, answer)),
    ...otherChoices(question, answer),
    answer.checked
      ? make('button', { type: 'button', click: next, id: 'next' }, place + 1 < data.questions.length ? w().next : w().result)
      : make('button', { type: 'submit', id: 'check' }, w().check))
  return [
    make('h2', { tabindex: '-1' }, w().question.replace('{number}', place + 1).replace('{of}', data.questions.length) + ': ' + t(question.name)),
    form,
  ]
}

function choiceRow(question, choice, answer) {
  const id = question.id + '-' + choice.id
  const taken = answer.chosen.has(choice.id)
  const told = answer.checked && isTold(choice, answer)
  const input = make('input', {
    type: question.pick === 'several' ? 'checkbox' : 'radio', name: question.id, id, value: choice.id,
    checked: taken, disabled: answer.checked, 'aria-describedby': told ? id + '-why' : undefined,
    change: (event) => choose(question, answer, choice.id, event.target.checked),
  })
  const row = make('div', { class: 'choice' + (told ? ' told ' + choice.mark : '') }, input, make('label', { for: id }, t(choice.says)))
  if (told) {
    const mark = taken ? w().marks[choice.mark] : w().notChosen
    row.append(make('p', { class: 'why', id: id + '-why' }, make('strong', {}, mark.charAt(0).toUpperCase() + mark.slice(1) + '. '), t(choice.feedback)))
  }
  return row
}

function isTold(choice, answer) {
  return answer.chosen.has(choice.id) || choice.mark === 'right'
}

function otherChoices(question, answer) {
  const others = question.choices.filter((choice) => answer.checked && !isTold(choice, answer))
  if (others.length === 0) return []
  const rows = others.map((choice) => make('li', {}, make('strong', {}, t(choice.says)), ' (' + w().marks[choice.mark] + ')', make('br', {}), t(choice.feedback)))
  return [make('details', { class: 'others' }, make('summary', {}, w().otherChoices), make('ul', {}, ...rows))]
}

function ownWords(question, answer) {
  const id = question.id + '-words'
  return make('div', { class: 'words' }, make('label', { for: id }, w().ownWords),
    make('textarea', { id, rows: '5', disabled: answer.checked, input: (event) => { answer.words = event.target.value } }, answer.words))
}

function choose(question, answer, id, so) {
  if (question.pick !== 'several') answer.chosen.clear()
  if (so) answer.chosen.add(id)
  else answer.chosen.delete(id)
}

function check(event) {
  event.preventDefault()
  const answer = answers[asked()[place].id]
  answer.missing = answer.chosen.size === 0
  answer.checked = !answer.missing
  show('#result')
}

function next() {
  place += 1
  storyOpen = false
  show('h2')
}

function resultText(question, answer) {
  if (answer.missing) return w().chooseFirst
  if (!answer.checked) return ''
  const share = shareOf(question, answer)
  return share === null ? w().notMarked : percent(share)
}

function percent(share) {
  return Math.round(Math.round(share * 1e6) / 1e4) + ' %'
}

function shareOf({ pick, choices }, { chosen }) {
  if (pick === 'own-words') return null
  return Math.max(0, choices.reduce((sum, { id, weight }) => sum + (chosen.has(id) ? weight : 0), 0))
}

/** What the marked questions earn together. */
function totalOf(rows) {
  const counted = rows.filter(({ share }) => share !== null)
  const of = counted.reduce((sum, { question }) => sum + question.points, 0)
  const points = counted.reduce((sum, { question, share }) => sum + share * question.points, 0)
  return { points, of, share: points / (of || 1) }
}

function resultRow({ question, share }) {
  return [t(question.name), share === null ? w().notMarked : percent(share)]
}

function resultParts() {
  const rows = asked().map((question) => ({ question, share: shareOf(question, answers[question.id]) }))
  return [
    make('h2', { tabindex: '-1' }, w().result),
    make('p', { class: 'total', id: 'total' }, percent(totalOf(rows).share)),
    ...ownWordsParts(),
    table('results', undefined, [w().table.question, '%'], rows.map(resultRow), w().result),
    table('principles', w().principlesSeen, [w().table.principle, w().table.seen, w().table.mistaken], principleRows()),
    make('p', {}, w().endSays),
    ...handInParts(),
    make('button', { type: 'button', id: 'restart', click: () => { place = 0; answers = fresh(); show('h2') } }, w().restart),
  ]
}

function ownWordsParts() {
  return asked().flatMap((question) => {
    const { words, chosen } = answers[question.id]
    if (words.trim() === '') return []
    const taken = question.choices.filter(({ id }) => chosen.has(id)).map((choice) => make('p', {}, t(choice.says)))
    return [make('section', { class: 'own', 'aria-label': w().ownWords }, make('p', {}, make('strong', {}, t(question.ask))), ...taken, make('p', {}, words))]
  })
}

function principleRows() {
  return data.principles.flatMap(({ name, label, goal }) => {
    const bearing = asked().flatMap((question) => question.choices
      .filter(({ principles }) => principles.includes(name))
      .map(({ id, mark }) => ({ mark, taken: answers[question.id].chosen.has(id) })))
    const right = bearing.filter(({ mark }) => mark === 'right')
    const seen = right.filter(({ taken }) => taken).length
    const mistaken = bearing.filter(({ mark, taken }) => mark === 'wrong' && taken).length
    if (right.length + mistaken === 0 && !goal) return []
    return [[t(label) + (goal ? ' (' + w().table.goal + ')' : ''), seen + ' / ' + right.length, String(mistaken)]]
  })
}

${handInScript}
inEveryLanguage(show)
show()
`
