/** The part of the practice page in which the answers are handed in: two lines that `timbang grade` reads, to be copied or saved. */
export const handInScript = `
let code = ''

function handInParts() {
  const lines = make('textarea', { id: 'lines', rows: '4', readonly: true }, handInLines())
  return [
    make('div', { class: 'words' }, make('label', { for: 'code' }, w().code),
      make('input', { id: 'code', value: code, autocomplete: 'off', input: (event) => { code = event.target.value.trim(); lines.value = handInLines() } })),
    make('div', { class: 'words' }, make('label', { for: 'lines' }, w().handIn), lines),
    make('button', { type: 'button', id: 'save', click: save }, w().download),
  ]
}

function handInLines() {
  const known = /^[A-Za-z]{0,3}-?[0-9]{1,4}$/.test(code) ? code : ''
  const ids = asked().map(({ id }) => id)
  const head = ['code', 'exercise', ...ids]
  const row = [known, data.id, ...ids.map((id) => [...answers[id].chosen].sort().join(' '))]
  return head.join(';') + '\\n' + row.join(';')
}

function save() {
  const file = new Blob([handInLines() + '\\n'], { type: 'text/csv' })
  make('a', { href: URL.createObjectURL(file), download: data.id + '.csv' }).click()
}
`
