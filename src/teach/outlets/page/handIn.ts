import { statementsScript } from './statements.js'

/** The part of the practice page in which the answers are handed in: two lines that `timbang grade` reads, to be copied or saved. */
export const handInScript = `${statementsScript}
let code = ''

function handInParts() {
  const lines = make('textarea', { id: 'lines', rows: '4', readonly: true }, handInLines())
  return [
    make('div', { class: 'words' }, make('label', { for: 'code' }, w().code),
      make('input', { id: 'code', value: code, autocomplete: 'off', input: (event) => { code = event.target.value.trim(); lines.value = handInLines() } })),
    make('div', { class: 'words' }, make('label', { for: 'lines' }, w().handIn), lines),
    make('p', { class: 'hand-in' },
      make('button', { type: 'button', id: 'save', click: saveLines }, w().download), ' ',
      make('button', { type: 'button', id: 'statements', click: saveStatements }, w().statements)),
  ]
}

function handInLines() {
  const ids = asked().map(({ id }) => id)
  const head = ['code', 'exercise', ...ids]
  const row = [knownCode(), data.id, ...ids.map((id) => [...answers[id].chosen].sort().join(' '))]
  return head.join(';') + '\\n' + row.join(';')
}

/** A code as it is given out in a class; anything else might be a name. */
function knownCode() {
  return /^[A-Za-z]{0,3}-?[0-9]{1,4}$/.test(code) ? code : ''
}

function save(ending, type, text) {
  const file = new Blob([text], { type })
  make('a', { href: URL.createObjectURL(file), download: data.id + ending }).click()
}

function saveLines() {
  save('.csv', 'text/csv', handInLines() + '\\n')
}

function saveStatements() {
  const rows = asked().map((question) => {
    const answer = answers[question.id]
    return { question, chosen: [...answer.chosen].sort(), share: shareOf(question, answer) }
  })
  const said = statementsOf(data, rows, totalOf(rows), knownCode() || 'learner')
  save('.xapi.json', 'application/json', JSON.stringify(said, null, 2) + '\\n')
}
`
