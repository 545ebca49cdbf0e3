/** Plans a disclosure, shows what the rules say, and keeps what the worker decides. Nothing is stored in the browser. */

const words = {
  en: {
    title: 'Before you disclose',
    lead: 'Say what you plan and what is known. What you leave open counts as not known, never as no. No names, please.',
    language: 'Language',
    who: 'Who decides',
    token: 'Access token',
    worker: 'Your staff number',
    workerNote: 'It is not kept: the record holds a pseudonym.',
    case: 'Case number (may be left empty; it is not kept either)',
    begin: 'Begin',
    planned: 'What you plan, and what is known',
    step: 'The step that you plan',
    open: 'not known',
    yes: 'yes',
    no: 'no',
    severalNote: 'Nothing ticked: not known.',
    none: 'none of these',
    check: 'Show what the rules say',
    more: 'What is still to be asked',
    again: 'Show it again with these answers',
    advice: 'What the rules say',
    indicator: { critical: 'cannot wait', warning: 'soon', info: 'for your information' },
    source: 'Source',
    suggestions: 'You can take up',
    decide: 'What you decide',
    choices: {
      accepted: 'I follow this',
      overridden: 'I decide otherwise',
      postponed: 'I put it off',
      consulted: 'I consult my supervisor first',
    },
    reason: 'Reason (needed if you decide otherwise)',
    reasonNote: 'The story behind it belongs in your case notes, not here.',
    noReason: 'no reason',
    keep: 'Keep this decision',
    kept: 'Kept',
    keptAs: 'The decision is kept under the number',
    record: 'The record as it is kept',
    trouble: {
      401: 'The token is not the right one.',
      409: 'Another decision is kept already; begin again.',
      422: 'What is stated contradicts itself.',
      503: 'The service does not answer now. Nothing was kept; try again in a moment.',
      other: 'That did not work. Nothing was kept.',
      reason: 'Choose a reason, please.',
    },
  },
  id: {
    title: 'Sebelum mengungkapkan',
    lead: 'Sebutkan rencana Anda dan hal yang diketahui. Yang dibiarkan kosong berarti belum diketahui, bukan “tidak”. Mohon tanpa nama.',
    language: 'Bahasa',
    who: 'Siapa yang memutuskan',
    token: 'Token akses',
    worker: 'Nomor pegawai Anda',
    workerNote: 'Nomor ini tidak disimpan: catatan hanya memuat pseudonim.',
    case: 'Nomor kasus (boleh dikosongkan; juga tidak disimpan)',
    begin: 'Mulai',
    planned: 'Rencana Anda dan hal yang diketahui',
    step: 'Langkah yang Anda rencanakan',
    open: 'belum diketahui',
    yes: 'ya',
    no: 'tidak',
    severalNote: 'Bila tidak ada yang dicentang: belum diketahui.',
    none: 'tidak satu pun',
    check: 'Tampilkan apa kata aturan',
    more: 'Yang masih perlu ditanyakan',
    again: 'Tampilkan lagi dengan jawaban ini',
    advice: 'Apa kata aturan',
    indicator: { critical: 'tidak dapat ditunda', warning: 'segera', info: 'untuk diketahui' },
    source: 'Sumber',
    suggestions: 'Yang dapat Anda lakukan',
    decide: 'Keputusan Anda',
    choices: {
      accepted: 'Saya mengikutinya',
      overridden: 'Saya memutuskan lain',
      postponed: 'Saya menundanya',
      consulted: 'Saya berkonsultasi dahulu dengan supervisor',
    },
    reason: 'Alasan (wajib bila Anda memutuskan lain)',
    reasonNote: 'Cerita di baliknya dicatat dalam catatan kasus Anda, bukan di sini.',
    noReason: 'tanpa alasan',
    keep: 'Simpan keputusan ini',
    kept: 'Tersimpan',
    keptAs: 'Keputusan tersimpan dengan nomor',
    record: 'Catatan sebagaimana disimpan',
    trouble: {
      401: 'Token tidak sesuai.',
      409: 'Sudah ada keputusan lain yang tersimpan; mulailah lagi.',
      422: 'Hal yang dinyatakan saling bertentangan.',
      503: 'Layanan sedang tidak menjawab. Tidak ada yang disimpan; cobalah sebentar lagi.',
      other: 'Tidak berhasil. Tidak ada yang disimpan.',
      reason: 'Pilihlah alasannya.',
    },
  },
}

const at = (id) => document.getElementById(id)
const state = { locale: 'id', plan: undefined, instance: undefined, situation: undefined, cards: [], asked: [] }

function element(tag, text, parts = {}) {
  const made = Object.assign(document.createElement(tag), parts)
  if (text !== undefined) made.textContent = text
  return made
}

async function ask(path, body) {
  const answer = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${at('token').value}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw Object.assign(new Error('refused'), { status: answer.status })
  return await answer.json()
}

/** Does something, and says in the worker's language if it did not work. */
async function tried(run) {
  const { trouble } = words[state.locale]
  at('trouble').textContent = ''
  try {
    await run()
  } catch (error) {
    at('trouble').textContent = trouble[error.status] ?? trouble.other
  }
}

function speak(locale) {
  state.locale = locale
  document.documentElement.lang = locale
  const w = words[locale]
  document.title = w.title
  for (const held of document.querySelectorAll('[data-text]')) held.textContent = w[held.dataset.text]
  for (const held of document.querySelectorAll('[data-label]')) held.setAttribute('aria-label', w[held.dataset.label])
  for (const button of document.querySelectorAll('[data-locale]'))
    button.setAttribute('aria-pressed', String(button.dataset.locale === locale))
  at('choices').replaceChildren(
    ...Object.entries(w.choices).map(([choice, label]) => {
      const wrap = element('label')
      wrap.append(
        element('input', undefined, { type: 'radio', name: 'choice', value: choice, required: true }),
        ` ${label}`,
      )
      return wrap
    }),
  )
}

function option(value, label) {
  return element('option', label, { value })
}

async function begin() {
  const w = words[state.locale]
  state.plan = await ask(`/planning?locale=${state.locale}`)
  at('step').replaceChildren(...state.plan.steps.map(({ name, label }) => option(name, label)))
  at('reason').replaceChildren(
    option('', w.noReason),
    ...state.plan.reasons.map(({ code, label }) => option(code, label)),
  )
  state.asked = []
  at('open').replaceChildren()
  at('questions').replaceChildren(...state.plan.facts.flatMap(fieldShown))
  at('facts').hidden = false
  at('advice').hidden = true
  at('kept').hidden = true
}

/** A fact as a field: a choice, a number or, where several may be so, boxes to tick. */
function fieldShown({ name, ask: question, type, values, min, max }) {
  const w = words[state.locale]
  const id = `fact-${name}`
  if (type === 'some-of') return [severalShown(id, question, values)]
  const label = element('label', question, { htmlFor: id })
  if (type === 'number')
    return [label, element('input', undefined, { id, type: 'number', min: min ?? '', max: max ?? '' })]
  const select = element('select', undefined, { id })
  const answers = values ?? [
    { value: 'true', label: w.yes },
    { value: 'false', label: w.no },
  ]
  select.append(option('', w.open), ...answers.map(({ value, label }) => option(value, label)))
  return [label, select]
}

const none = ''

function severalShown(id, question, values) {
  const w = words[state.locale]
  const group = element('fieldset', undefined, { id, className: 'several' })
  const boxes = [...values, { value: none, label: w.none }].map(({ value, label }) => {
    const wrap = element('label')
    wrap.append(element('input', undefined, { type: 'checkbox', value }), ` ${label}`)
    return wrap
  })
  group.append(element('legend', question), element('p', w.severalNote, { className: 'note' }), ...boxes)
  group.addEventListener('change', ({ target }) => {
    for (const box of group.querySelectorAll('input'))
      if (target.checked && (target.value === none) !== (box.value === none)) box.checked = false
  })
  return group
}

function situationStated() {
  const situation = {}
  for (const fact of [...state.plan.facts, ...state.asked]) {
    const value = answered(fact)
    if (value === undefined) continue
    const path = fact.name.split('.')
    const key = path.pop()
    let held = situation
    for (const part of path) held = held[part] ??= {}
    held[key] = value
  }
  return situation
}

/** The answer to a fact; nothing where it is not known. */
function answered({ name, type, values }) {
  const field = at(`fact-${name}`)
  if (type === 'some-of') {
    const ticked = [...field.querySelectorAll('input:checked')].map(({ value }) => value)
    if (ticked.length === 0) return undefined
    return ticked.includes(none) ? Object.fromEntries(values.map(({ value }) => [value, false])) : ticked
  }
  if (field.value === '') return undefined
  if (type === 'number') return Number(field.value)
  return values ? field.value : field.value === 'true'
}

const hook = 'org.example.dilemma-consult'

async function check() {
  state.instance = crypto.randomUUID()
  state.situation = situationStated()
  const { cards, extension } = await ask(`/cds-services/dilemma-consult-${state.locale}`, {
    hook,
    hookInstance: state.instance,
    context: { situation: state.situation, step: at('step').value },
  })
  state.cards = cards
  at('cards').replaceChildren(...cards.map(cardShown))
  offer(extension?.[hook].open ?? [])
  at('advice').hidden = false
  at('kept').hidden = true
  at('decision').reset()
  at('advice-heading').focus()
}

const offeredAtOnce = 3

/** Offers the questions that are open: those that stand above by a link, the others as fields, a few at a time. */
function offer(open) {
  const above = open.filter(({ name }) => state.plan.facts.some((one) => one.name === name)).slice(0, offeredAtOnce)
  const isNew = ({ name }) => ![...state.plan.facts, ...state.asked].some((one) => one.name === name)
  const fresh = open.filter(isNew).slice(0, offeredAtOnce)
  at('above').replaceChildren(
    ...above.map(({ name, ask: question }) => {
      const item = element('li')
      const link = element('a', question, { href: `#fact-${name}` })
      link.addEventListener('click', (event) => {
        event.preventDefault()
        const field = at(`fact-${name}`)
        const target = field.querySelector('input') ?? field
        target.focus()
      })
      item.append(link)
      return item
    }),
  )
  state.asked = [...state.asked, ...fresh]
  at('open').append(...fresh.flatMap(fieldShown))
  at('more').hidden = above.length + state.asked.length === 0
}

function cardShown({ summary, detail, indicator, source, suggestions = [], links = [] }) {
  const w = words[state.locale]
  const card = element('article', undefined, { className: `card ${indicator}` })
  const rest = [element('p', w.indicator[indicator], { className: 'note' }), ...markdown(detail ?? '')]
  if (suggestions.length > 0) {
    const list = element('ul')
    list.append(...suggestions.map(({ label }) => element('li', label)))
    rest.push(element('p', `${w.suggestions}:`), list)
  }
  for (const { label, url } of links) rest.push(element('a', label, { href: url, rel: 'noreferrer' }))
  rest.push(element('p', `${w.source}: ${source.label}`, { className: 'note' }))
  card.append(...(indicator === 'info' ? [folded(summary, rest)] : [element('h3', summary), ...rest]))
  return card
}

/** What does not press is folded where there is little room. */
function folded(summary, rest) {
  const made = element('details', undefined, { open: matchMedia('(min-width: 40rem)').matches })
  const head = element('summary')
  head.append(element('h3', summary))
  made.append(head, ...rest)
  return made
}

/** The little Markdown that the cards hold: lists, bold, emphasis and line breaks, all put in as text. */
function markdown(text) {
  const blocks = []
  for (const line of text.split('\n').map((one) => one.trimEnd())) {
    if (line.startsWith('- ')) {
      if (blocks.at(-1)?.tagName !== 'UL') blocks.push(element('ul'))
      blocks.at(-1).append(inline(element('li'), line.slice(2)))
    } else if (line.startsWith('  ') && blocks.at(-1)?.tagName === 'UL') {
      const item = blocks.at(-1).lastElementChild
      item.append(element('br'))
      inline(item, line.trim())
    } else if (line !== '') blocks.push(inline(element('p'), line))
  }
  return blocks
}

function inline(into, text) {
  for (const [, bold, emphasised, plain] of text.matchAll(
    /\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*|((?:\\.|[^*\\])+)/g,
  )) {
    const said = (bold ?? emphasised ?? plain).replace(/\\(.)/g, '$1')
    into.append(bold ? element('strong', said) : emphasised ? element('em', said) : said)
  }
  return into
}

async function keep() {
  const w = words[state.locale]
  const decision = new FormData(at('decision')).get('choice') ?? document.querySelector('[name=choice]:checked').value
  const reason = at('reason').value
  if (decision === 'overridden' && reason === '') {
    at('trouble').textContent = w.trouble.reason
    return at('reason').focus()
  }
  const kept = await ask('/decisions', {
    id: state.instance,
    locale: state.locale,
    worker: at('worker').value,
    ...(at('case').value !== '' && { case: at('case').value }),
    situation: state.situation,
    step: at('step').value,
    decision,
    card: state.cards[0].uuid,
    ...(decision !== 'accepted' && reason !== '' && { reason }),
  })
  await ask(`/cds-services/dilemma-consult-${state.locale}/feedback`, { feedback: [feedback(decision, reason)] })
  at('kept-words').textContent = `${w.keptAs} ${kept.id}`
  at('record').textContent = JSON.stringify(kept, null, 2)
  at('kept').hidden = false
  at('kept-heading').focus()
}

function feedback(decision, code) {
  const [{ uuid, suggestions = [] }] = state.cards
  const moment = { card: uuid, outcomeTimestamp: new Date().toISOString() }
  if (decision === 'accepted' && suggestions.length > 0)
    return { ...moment, outcome: 'accepted', acceptedSuggestions: [{ id: suggestions[0].uuid }] }
  return {
    ...moment,
    outcome: 'overridden',
    ...(code !== '' && { overrideReason: { reason: { code, system: 'urn:timbang:override-reason' } } }),
  }
}

for (const button of document.querySelectorAll('[data-locale]'))
  button.addEventListener('click', () => {
    speak(button.dataset.locale)
    if (state.plan) tried(begin)
  })
at('begin').addEventListener('click', () => {
  if (at('token').reportValidity() && at('worker').reportValidity()) tried(begin)
})
at('plan').addEventListener('submit', (event) => {
  event.preventDefault()
  tried(check)
})
at('more').addEventListener('submit', (event) => {
  event.preventDefault()
  tried(check)
})
at('decision').addEventListener('submit', (event) => {
  event.preventDefault()
  tried(keep)
})
speak('id')
