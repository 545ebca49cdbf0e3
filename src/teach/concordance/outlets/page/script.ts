import { pageBasics } from '../../../outlets/page/pageBasics.js'

/** The script of the page on which a concordance set is answered; by a panel, too, before there is a key. */
export const concordanceScript = `${pageBasics}
const fresh = () => data.items.map(() => ({ move: undefined, why: '', told: false, missing: false }))
let place = 0
let answers = fresh()
let code = ''
let codeWrong = false

function show(focus) {
  const parts = place < data.items.length ? itemParts(data.items[place], answers[place]) : endParts()
  frame([make('h1', {}, t(data.title)), ...storyParts(), ...parts], focus)
}

function storyParts() {
  const told = data.story.map((one) => make('p', {}, t(one)))
  if (place > 0) return [make('details', { class: 'story' }, make('summary', {}, w().story), ...told)]
  return [make('p', { class: 'how' }, w().howTo), make('p', { class: 'standing' }, t(data.standing)),
    make('section', { 'aria-label': w().story, class: 'story' }, ...told)]
}

function itemHeading() {
  return make('h2', { tabindex: '-1' }, w().item.replace('{number}', place + 1).replace('{of}', data.items.length))
}

function itemParts(item, answer) {
  const rows = [...data.moves.map((move) => [String(move), w().scale[move]]), ['', w().outside]]
  return [
    itemHeading(),
    make('p', {}, w().option + ': ', make('strong', {}, t(item.option))),
    make('p', {}, w().newFact[item.from] + ': ', make('strong', {}, t(item.newFact))),
    make('form', { submit: (event) => check(event, answer), novalidate: true },
      make('fieldset', {}, make('legend', {}, w().effect), ...rows.map(([move, says]) => scaleRow(move, says, answer))),
      make('div', { class: 'words' }, make('label', { for: 'why' }, w().why),
        make('textarea', { id: 'why', rows: '3', maxlength: '2000', disabled: answer.told, input: (event) => { answer.why = event.target.value } }, answer.why)),
      make('p', { class: 'result', role: 'status', tabindex: '-1', id: 'result' }, resultText(item, answer)),
      ...(answer.told ? panelParts(item) : []),
      answer.told
        ? make('button', { type: 'button', id: 'next', click: next }, place + 1 < data.items.length ? w().nextItem : w().finish)
        : make('button', { type: 'submit', id: 'check' }, data.panellists > 0 ? w().check : place + 1 < data.items.length ? w().nextItem : w().finish)),
  ]
}

function scaleRow(move, says, answer) {
  const id = 'move' + move
  return make('div', { class: 'choice' },
    make('input', { type: 'radio', name: 'move', id, value: move, checked: answer.move === move, disabled: answer.told,
      change: () => { answer.move = move } }),
    make('label', { for: id }, says))
}

function check(event, answer) {
  event.preventDefault()
  answer.missing = answer.move === undefined
  if (answer.missing) return show('#result')
  if (data.panellists === 0) return next()
  answer.told = true
  show('#result')
}

function next() {
  place += 1
  show('h2')
}

function creditOf(item, answer) {
  if (item.answered === 0) return null
  return item.answers.find(({ move }) => String(move) === answer.move)?.credit ?? 0
}

function percent(share) {
  return Math.round(share * 100) + ' %'
}

function resultText(item, answer) {
  if (answer.missing) return w().chooseFirst
  if (!answer.told) return ''
  const credit = creditOf(item, answer)
  return credit === null ? w().unanswered : w().share + ': ' + percent(credit)
}

function panelParts(item) {
  if (item.answered === 0) return []
  const rows = item.answers.map(({ move, count, credit }) => [w().scale[move], count + ' / ' + item.answered, percent(credit)])
  const given = item.answers.flatMap(({ move, reasons }) => reasons.map((reason) => make('li', {}, make('strong', {}, w().scale[move] + ': '), reason)))
  return [
    table('spread', w().spread, [w().effect, w().spread, w().share], rows),
    ...(item.unanimous ? [make('p', {}, w().unanimous)] : []),
    ...(given.length === 0 ? [make('p', {}, w().noReasons)] : [make('p', {}, w().reasons), make('ul', { class: 'reasons' }, ...given)]),
  ]
}

function endParts() {
  const credits = data.items.flatMap((item, i) => creditOf(item, answers[i]) ?? [])
  const total = credits.reduce((sum, one) => sum + one, 0) / (credits.length || 1)
  const rows = data.items.map((item, i) => {
    const credit = creditOf(item, answers[i])
    const says = answers[i].move === '' ? w().outside : w().scale[answers[i].move]
    return [t(item.option), t(item.newFact), says, answers[i].why, ...(data.panellists > 0 ? [credit === null ? '–' : percent(credit)] : [])]
  })
  const heads = [w().option, w().newFact.own, w().effect, w().why, ...(data.panellists > 0 ? [w().share] : [])]
  return [
    make('h2', { tabindex: '-1' }, w().yourAnswers),
    ...(credits.length > 0 ? [make('p', { class: 'total', id: 'total' }, percent(total))] : []),
    make('p', { class: 'standing' }, t(data.standing)),
    make('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': w().yourAnswers }, table('results', w().yourAnswers, heads, rows)),
    make('div', { class: 'words' }, make('label', { for: 'code' }, w().code + ': ' + w().codeHint),
      make('input', { id: 'code', value: code, autocomplete: 'off', 'aria-describedby': 'code-result', input: (event) => { code = event.target.value.trim(); hand() } })),
    make('p', { class: 'result', role: 'status', id: 'code-result' }, codeWrong ? w().codeMissing : ''),
    make('div', { class: 'words' }, make('label', { for: 'lines' }, w().handIn), make('textarea', { id: 'lines', rows: '4', readonly: true }, lines())),
    make('button', { type: 'button', id: 'restart', click: () => { place = 0; answers = fresh(); show('h2') } }, w().restart),
  ]
}

function hand() {
  codeWrong = code !== '' && !isCode(code)
  document.getElementById('code-result').textContent = codeWrong ? w().codeMissing : ''
  document.getElementById('lines').value = lines()
}

const isCode = (typed) => /^[A-Za-z]{0,3}-?[0-9]{1,4}$/.test(typed)

function lines() {
  if (!isCode(code)) return ''
  const head = ['code', ...data.items.flatMap(({ id }) => [id, id + '-why'])]
  const row = [code, ...answers.flatMap(({ move, why }) => [move, cell(why)])]
  return head.join(';') + '\\n' + row.join(';')
}

function cell(text) {
  const plain = text.trim().replace(/\\s+/g, ' ')
  return plain === '' ? '' : '"' + plain.replace(/^[=+@-]/, "'$&").replaceAll('"', '""') + '"'
}

inEveryLanguage(show)
show()
`
