import { pageBasics } from '../../../outlets/page/pageBasics.js'

/** The script of the page on which a class votes, discusses and votes again. */
export const classScript = `${pageBasics}
const stances = ['a', 'b', '-']
const fresh = () => ({ code: '', stance: '', why: '' })
let phase = 'first'
let votes = { first: new Map(), second: new Map() }
let draft = fresh()
let told = ''
let size = 4

const fill = (text, parts) => text.replace(/\\{(\\w+)\\}/g, (_, name) => String(parts[name]))
const isCode = (typed) => /^[A-Za-z]{0,3}-?[0-9]{1,4}$/.test(typed)

function letterOf(stance) {
  return stance === '-' ? '–' : stance.toUpperCase()
}

function saysOf(stance) {
  return stance === '-' ? w().undecided : t(data.stances[stance])
}

function show(focus) {
  const parts = { first: voteParts, second: voteParts, groups: groupParts, movement: movementParts }[phase]()
  frame([make('h1', {}, t(data.title)), phases(), story(), make('h2', { tabindex: '-1' }, w().page[phase]), ...parts, ...exchange()], focus)
}

function phases() {
  const button = (name) => make('button', { type: 'button', id: 'to-' + name, 'aria-current': name === phase ? 'step' : undefined,
    click: () => { phase = name; told = ''; draft = fresh(); show('h2') } }, w().page[name])
  return make('nav', { 'aria-label': w().page.phases, class: 'phases' }, ...['first', 'groups', 'second', 'movement'].map(button))
}

function story() {
  return make('details', { class: 'story', open: phase === 'first' }, make('summary', {}, w().story), ...data.story.map((one) => make('p', {}, t(one))))
}

function voteParts() {
  const rows = stances.map((stance) => make('div', { class: 'choice' },
    make('input', { type: 'radio', name: 'stance', id: 'stance-' + stance, checked: draft.stance === stance, change: () => { draft.stance = stance } }),
    make('label', { for: 'stance-' + stance }, (stance === '-' ? '' : w().positions[stance] + ': ') + saysOf(stance))))
  return [
    make('p', {}, w().notMarked),
    make('form', { submit: handIn, novalidate: true },
      make('div', { class: 'words' }, make('label', { for: 'code' }, w().code + ': ' + w().page.codeHint),
        make('input', { id: 'code', autocomplete: 'off', value: draft.code, input: (event) => { draft.code = event.target.value.trim() } })),
      make('fieldset', {}, make('legend', {}, w().yourPosition), ...rows),
      make('div', { class: 'words' }, make('label', { for: 'why' }, phase === 'first' ? w().why : w().whatMoved),
        make('textarea', { id: 'why', rows: '3', maxlength: '1000', input: (event) => { draft.why = event.target.value } }, draft.why)),
      make('p', { class: 'result', role: 'status', tabindex: '-1', id: 'result' }, told || fill(w().page.votes, { count: votes[phase].size })),
      make('button', { type: 'submit', id: 'hand-in' }, w().page.handIn)),
  ]
}

function handIn(event) {
  event.preventDefault()
  told = !isCode(draft.code) ? w().page.codeMissing : draft.stance === '' ? w().page.chooseFirst : ''
  if (told !== '') return show('#result')
  votes[phase].set(draft.code.toUpperCase(), { stance: draft.stance, why: draft.why.trim().replace(/\\s+/g, ' ') })
  draft = fresh()
  show('#result')
}

function groups() {
  const codes = stances.flatMap((stance) => [...votes.first].filter(([, vote]) => vote.stance === stance).map(([code]) => code))
  const count = Math.max(1, Math.round(codes.length / size))
  return Array.from({ length: count }, (_, place) => codes.filter((_code, i) => i % count === place))
}

function groupParts() {
  if (votes.first.size === 0) return [make('p', {}, w().page.noVotes)]
  const sizes = [3, 4, 5].map((one) => make('option', { value: String(one), selected: one === size }, String(one)))
  return [
    make('p', {}, w().page.groupSays),
    make('div', { class: 'words' }, make('label', { for: 'size' }, w().page.groupSize),
      make('select', { id: 'size', change: (event) => { size = Number(event.target.value); show('#size') } }, ...sizes)),
    make('ul', { class: 'groups' }, ...groups().map((codes, i) =>
      make('li', {}, make('strong', {}, fill(w().page.group, { number: i + 1 }) + ': '), codes.join(', ')))),
  ]
}

function movementParts() {
  const both = [...votes.first.keys()].filter((code) => votes.second.has(code))
  if (both.length === 0) return [make('p', {}, w().page.noVotes)]
  const from = (code) => votes.first.get(code).stance
  const to = (code) => votes.second.get(code).stance
  const count = (one, other) => both.filter((code) => (one === undefined || from(code) === one) && (other === undefined || to(code) === other)).length
  const row = (one, head) => [head, ...stances.map((other) => String(count(one, other))), String(count(one))]
  const moved = both.filter((code) => from(code) !== to(code)).length
  const heads = [w().page.before, ...stances.map((one) => fill(w().page.after, { position: letterOf(one) })), w().page.total]
  return [
    make('p', { class: 'total', id: 'moved' }, fill(w().page.moved, { moved, both: both.length })),
    make('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': w().page.table },
      table('movement', w().page.table, heads, [...stances.map((one) => row(one, letterOf(one) + ' · ' + saysOf(one))), row(undefined, w().page.total)])),
    ...['first', 'second'].flatMap(reasons),
  ]
}

function reasons(round) {
  const given = stances.flatMap((stance) => [...votes[round].values()].filter((vote) => vote.stance === stance && vote.why !== ''))
  if (given.length === 0) return []
  return [make('h3', {}, w().page[round] + ': ' + w().page.reasons),
    make('ul', { class: 'reasons' }, ...given.map(({ stance, why }) => make('li', {}, make('strong', {}, letterOf(stance) + ': '), why)))]
}

function exchange() {
  const paste = make('textarea', { id: 'paste', rows: '3' })
  const takeIn = () => {
    const read = paste.value.split('\\n').filter((line) => line.trim() !== '').map(takeLine)
    const taken = read.filter(Boolean).length
    told = fill(w().page.taken, { taken, wrong: read.length - taken })
    show()
    document.getElementById('exchange').open = true
    document.getElementById('taken').textContent = told
    told = ''
  }
  return [make('details', { class: 'others', id: 'exchange' }, make('summary', {}, w().page.pasteLines),
    make('div', { class: 'words' }, make('label', { for: 'lines' }, w().page.copyLines), make('textarea', { id: 'lines', rows: '3', readonly: true }, lines())),
    make('div', { class: 'words' }, make('label', { for: 'paste' }, w().page.pasteLines), paste),
    make('p', { class: 'result', role: 'status', id: 'taken' }),
    make('button', { type: 'button', id: 'take-in', click: takeIn }, w().page.takeIn), ' ',
    make('button', { type: 'button', id: 'empty', click: () => { votes = { first: new Map(), second: new Map() }; phase = 'first'; told = ''; draft = fresh(); show('h2') } }, w().page.empty))]
}

function lines() {
  return ['first', 'second'].flatMap((round, i) => [...votes[round]].map(([code, { stance, why }]) => [code, i + 1, stance, why].join(';'))).join('\\n')
}

function takeLine(line) {
  const [, code, round, stance, why] = /^\\s*([^;]*);([12]);([ab-]);(.*)$/.exec(line) ?? []
  if (code === undefined || !isCode(code)) return false
  votes[round === '1' ? 'first' : 'second'].set(code.toUpperCase(), { stance, why: why.trim().slice(0, 1000) })
  return true
}

inEveryLanguage(show)
show()
`
