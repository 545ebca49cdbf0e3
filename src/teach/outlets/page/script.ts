import { handInScript } from './handIn.js'

/** The script of the practice page. It keeps nothing, sends nothing, and writes texts as texts only. */
export const pageScript = `'use strict'
const data = JSON.parse(document.getElementById('exercise').textContent)
const main = document.getElementById('main')
const fresh = () => data.questions.map(() => ({ chosen: new Set(), checked: false, words: '', missing: false }))
let locale = data.locale
let place = 0
let answers = fresh()
let storyOpen = false

const t = (text) => text[locale]
const w = () => data.words[locale]

function make(name, props, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(key, value)
    else if (value === true) element.setAttribute(key, '')
    else if (value !== false && value !== undefined) element.setAttribute(key, value)
  }
  element.append(...children)
  return element
}

function show(focus) {
  document.documentElement.lang = locale
  document.title = t(data.title)
  const parts = place < data.questions.length ? questionParts() : resultParts()
  main.replaceChildren(...storyParts(), ...parts)
  for (const button of document.querySelectorAll('[data-locale]')) button.setAttribute('aria-pressed', String(button.dataset.locale === locale))
  document.getElementById('languages').setAttribute('aria-label', w().language)
  document.getElementById('kept').textContent = w().nothingKept + ' ' + w().support
  document.getElementById('rules').textContent = t(data.rules)
  if (focus) main.querySelector(focus).focus()
}

function storyParts() {
  const told = data.story.map((one) => make('p', {}, t(one)))
  const story = place === 0
    ? make('section', { 'aria-label': w().story, class: 'story' }, ...told)
    : make('details', { class: 'story', open: storyOpen, toggle: (event) => { storyOpen = event.target.open } }, make('summary', {}, w().storyAgain), ...told)
  return [make('h1', {}, t(data.title)), story]
}

function questionParts() {
  const question = data.questions[place]
  const answer = answers[place]
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
  const answer = answers[place]
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

function shareOf({ kind, pick, choices }, { chosen }) {
  if (pick === 'own-words') return null
  const marked = (mark) => choices.filter((choice) => choice.mark === mark)
  const taken = (some) => some.filter(({ id }) => chosen.has(id))
  const ratio = (some) => (some.length === 0 ? 0 : taken(some).length / some.length)
  const right = marked('right')
  if (pick === 'one') return taken(right).length > 0 ? 1 : taken(marked('partly')).length > 0 ? 0.5 : 0
  const sides = [...new Set(right.map(({ side }) => side))]
  const ofSide = (side) => ratio(right.filter((choice) => choice.side === side))
  const earned = kind === 'reasons' ? sides.reduce((sum, side) => sum + ofSide(side), 0) / sides.length : ratio(right)
  return Math.max(0, earned - ratio(marked('wrong')))
}

function resultParts() {
  const rows = data.questions.map((question, i) => ({ name: t(question.name), share: shareOf(question, answers[i]), points: question.points }))
  const counted = rows.filter(({ share }) => share !== null)
  const of = counted.reduce((sum, { points }) => sum + points, 0)
  const total = counted.reduce((sum, { share, points }) => sum + share * points, 0) / (of || 1)
  return [
    make('h2', { tabindex: '-1' }, w().result),
    make('p', { class: 'total', id: 'total' }, percent(total)),
    ...ownWordsParts(),
    table('results', undefined, [w().table.question, '%'], rows.map(({ name, share }) => [name, share === null ? w().notMarked : percent(share)])),
    table('principles', w().principlesSeen, [w().table.principle, w().table.seen, w().table.mistaken], principleRows()),
    make('p', {}, w().endSays),
    ...handInParts(),
    make('button', { type: 'button', id: 'restart', click: () => { place = 0; answers = fresh(); show('h2') } }, w().restart),
  ]
}

function ownWordsParts() {
  return data.questions.flatMap((question, i) => {
    const { words, chosen } = answers[i]
    if (words.trim() === '') return []
    const taken = question.choices.filter(({ id }) => chosen.has(id)).map((choice) => make('p', {}, t(choice.says)))
    return [make('section', { class: 'own', 'aria-label': w().ownWords }, make('p', {}, make('strong', {}, t(question.ask))), ...taken, make('p', {}, words))]
  })
}

function principleRows() {
  return data.principles.flatMap(({ name, label, goal }) => {
    const bearing = data.questions.flatMap(({ choices }, i) => choices
      .filter(({ principles }) => principles.includes(name))
      .map(({ id, mark }) => ({ mark, taken: answers[i].chosen.has(id) })))
    const right = bearing.filter(({ mark }) => mark === 'right')
    const seen = right.filter(({ taken }) => taken).length
    const mistaken = bearing.filter(({ mark, taken }) => mark === 'wrong' && taken).length
    if (right.length + mistaken === 0 && !goal) return []
    return [[t(label) + (goal ? ' (' + w().table.goal + ')' : ''), seen + ' / ' + right.length, String(mistaken)]]
  })
}

function table(name, caption, heads, rows) {
  return make('table', { class: name, 'aria-label': caption ? undefined : w().result }, ...(caption ? [make('caption', {}, caption)] : []),
    make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, head)))),
    make('tbody', {}, ...rows.map(([head, ...cells]) => make('tr', {}, make('th', { scope: 'row' }, head), ...cells.map((cell) => make('td', {}, cell))))))
}

${handInScript}
for (const button of document.querySelectorAll('[data-locale]'))
  button.addEventListener('click', () => { locale = button.dataset.locale; show() })
show()
`
