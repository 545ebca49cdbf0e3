/** The beginning of the script of an offline page: it makes elements of texts only, keeps nothing and sends nothing. */
export const pageBasics = `'use strict'
const data = JSON.parse(document.getElementById('content').textContent)
const main = document.getElementById('main')
let locale = data.locale

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

function table(name, caption, heads, rows, label) {
  return make('table', { class: name, 'aria-label': label }, ...(caption ? [make('caption', {}, caption)] : []),
    make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, head)))),
    make('tbody', {}, ...rows.map(([head, ...cells]) => make('tr', {}, make('th', { scope: 'row' }, head), ...cells.map((cell) => make('td', {}, cell))))))
}

function frame(parts, focus) {
  document.documentElement.lang = locale
  document.title = t(data.title)
  main.replaceChildren(...parts)
  for (const button of document.querySelectorAll('[data-locale]')) button.setAttribute('aria-pressed', String(button.dataset.locale === locale))
  document.getElementById('languages').setAttribute('aria-label', w().language)
  document.getElementById('kept').textContent = w().nothingKept
  document.getElementById('rules').textContent = t(data.rules)
  if (focus) main.querySelector(focus).focus()
}

function inEveryLanguage(show) {
  for (const button of document.querySelectorAll('[data-locale]'))
    button.addEventListener('click', () => { locale = button.dataset.locale; show() })
}
`
