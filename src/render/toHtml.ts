import type { InterfaceLanguage } from '../words/interfaceLanguages.js'
import type { Layout } from './layout.js'
import { type Entry, handLines, type Section, type StepList, unbroken } from './section.js'

/**
 * Prints an advice as one HTML document that needs nothing else, reads well on any screen and prints well; it runs no script.
 * By hand: a library that prints HTML would weigh as much as all renderings together.
 */
export function toHtml(layout: Layout, locale: InterfaceLanguage): string {
  const { title, rules, law, urgency, kind, sections, closing } = layout
  const heading = title === undefined ? '' : `<h1>${escaped(title)}</h1>\n`
  const [mark, says] = [escaped(urgency.mark), escaped(urgency.says)]
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title ?? kind)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
${heading}<p class="rules">${escaped(rules)}</p>
${law === undefined ? '' : `<p class="law">${escaped(law)}</p>\n`}<p class="urgency ${urgency.level}"><strong>${mark}</strong> ${says}</p>
<p class="kind">${escaped(kind)}</p>
</header>
${sections.map(sectionHtml).join('\n')}
<footer>
${closing.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</footer>
</main>
</body>
</html>
`
}

/** A text as it stands in HTML, between tags or within quotes. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

function sectionHtml({ heading, tone, folded, entries }: Section): string {
  const title = `<h2>${escaped(heading)}</h2>`
  const list = `<ul>
${entries.map(entryHtml).join('\n')}
</ul>`
  return `<section class="${tone}">
${folded ? `<details>\n<summary>${title}</summary>\n${list}\n</details>` : `${title}\n${list}`}
</section>`
}

function entryHtml(entry: Entry): string {
  const { mark, text, edge, notes, sources, steps = [] } = entry
  const principle = edge === undefined ? '' : ` <span class="principle">${escaped(edge)}</span>`
  const shown = [
    `<p class="what">${escaped(text)}${principle}</p>`,
    ...handLines(entry).map((line) => `<p class="hand">${escaped(line)}</p>`),
    ...notes.filter((note) => note !== '').map((note) => `<p class="note">${escaped(unbroken(note))}</p>`),
    ...(sources.length > 0 ? [`<p class="sources">${escaped(sources.join(' · '))}</p>`] : []),
    ...steps.map(stepsHtml),
  ]
  return `<li><span class="mark" aria-hidden="true">${escaped(mark)}</span><div>${shown.join('')}</div></li>`
}

function stepsHtml({ of, steps }: StepList): string {
  const heading = of === undefined ? '' : `<p class="part">${escaped(of)}</p>`
  return `${heading}<ol>${steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>`
}

const style = `
:root{color-scheme:light dark;--ink:#1c1c1a;--soft:#55534d;--line:#d6d2c8;--paper:#fffefb;--must:#a11212;--ask:#0b5c74;--go:#245c2b;--care:#7a4a00}
@media(prefers-color-scheme:dark){:root{--ink:#eeece5;--soft:#b9b5aa;--line:#45423b;--paper:#191815;--must:#ff9d94;--ask:#7fd0ea;--go:#98d69c;--care:#f0c070}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem;margin:0 0 .25rem}
h2{font-size:1.05rem;margin:1.5rem 0 .25rem}
p{margin:0 0 .25rem}
.rules,.note,.sources,.principle,footer{color:var(--soft);font-size:.9rem}
.urgency{border-left:.35rem solid var(--line);padding-left:.6rem;margin:.75rem 0}
.urgency.immediate{border-color:var(--must)}.urgency.prompt{border-color:var(--care)}
.must h2,.must-not h2{color:var(--must)}.should h2,.may h2{color:var(--go)}.contested h2,.should-not h2{color:var(--care)}.ask h2{color:var(--ask)}
section ul{list-style:none;margin:0;padding:0}
section ul>li{display:flex;gap:.6rem;padding:.4rem 0;border-top:1px solid var(--line)}
summary h2{display:inline}
.mark{flex:0 0 1.6rem;white-space:nowrap;font-weight:600}
.what{font-weight:600}.principle{font-weight:400;white-space:nowrap}
ol{margin:.25rem 0;padding-left:1.4rem;font-size:.95rem}.part{font-size:.95rem;margin-top:.3rem}
footer{margin-top:1.5rem;border-top:1px solid var(--line);padding-top:.5rem}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--line:#bbb;--paper:#fff;--must:#000;--ask:#000;--go:#000;--care:#000}main{max-width:none;padding:0}body{font-size:10.5pt}h1,h2,.what,.part{break-after:avoid}p,ol>li{break-inside:avoid}details::details-content{content-visibility:visible;display:block}@page{margin:18mm}}
`
