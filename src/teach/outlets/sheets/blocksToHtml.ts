import { markupText } from '../../../render/markup.js'
import type { InterfaceLanguage } from '../../../words/interfaceLanguages.js'
import type { Block, PrintedChoice } from './blocks.js'

/** Prints a sheet as one HTML page without scripts that prints well on A4; nothing in a text can become markup. */
export function toHtml(blocks: readonly Block[], locale: InterfaceLanguage): string {
  const title = blocks.flatMap((block) => (block.is === 'heading' && block.level === 1 ? [block.text] : []))[0] ?? ''
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${markupText(title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
${blocks.map(printed).join('\n')}
</main>
</body>
</html>
`
}

const style = `@page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
body { color: #1a1a1a; background: #fff; font: 11pt/1.45 Georgia, "DejaVu Serif", serif; margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5em; line-height: 1.25; margin: 0 0 .6em; }
h2 { font-size: 1.2em; border-bottom: 1px solid #777; margin: 1.6em 0 .6em; padding-bottom: .15em; }
h3 { font-size: 1.02em; margin: 1.4em 0 .3em; }
p { margin: .4em 0; }
h1, h2, h3 { break-after: avoid; }
h3 + p { break-after: avoid; }
ol.choices { list-style: none; margin: .5em 0; padding: 0; }
ol.choices > li { break-inside: avoid; display: grid; grid-template-columns: 1.6em 1.6em 1fr; margin: .35em 0; }
.box { box-sizing: border-box; width: .95em; height: .95em; border: 1.5px solid #333; margin-top: .22em; }
.box.one { border-radius: 50%; }
.letter { font-weight: bold; }
.mark { border: 1px solid #333; border-radius: .3em; font: bold .75em/1.3 Arial, "DejaVu Sans", sans-serif; margin-left: .5em; padding: 0 .4em; white-space: nowrap; }
.mark.right { background: #dcefdc; }
.mark.partly { background: #f6efcf; }
.notes { grid-column: 3; color: #333; font-size: .9em; margin: .15em 0 .5em; }
.notes p { margin: .1em 0; }
.fields { display: flex; flex-wrap: wrap; gap: .6em 2em; margin: .6em 0 1em; }
.fields div { border-bottom: 1px solid #333; flex: 1 1 40%; padding-bottom: .1em; }
/* A question of the hand-out stands on one page with its room to write; where it is longer than that, or of the key, at least
   its first choice stays with what is asked, and its last one does not stand alone. */
section.whole, .lines { break-inside: avoid; }
ol.choices, ol.choices > li:last-child:not(:first-child), .lines { break-before: avoid; }
.line { border-bottom: 1px solid #777; height: 1.9em; }
.note { color: #444; font-size: .8em; margin-top: 2em; }
@media print { main { max-width: none; padding: 0; } }`

function printed(block: Block): string {
  switch (block.is) {
    case 'heading':
      return `<h${block.level}>${markupText(block.text)}</h${block.level}>`
    case 'text':
      return `<p${block.note ? ' class="note"' : ''}>${markupText(block.text)}</p>`
    case 'fields':
      return `<div class="fields">${block.labels.map((label) => `<div>${markupText(label)}:</div>`).join('')}</div>`
    case 'lines':
      return `<div class="lines">${'<div class="line"></div>'.repeat(block.count)}</div>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${markupText(item)}</li>`).join('')}</ul>`
    case 'choices':
      return `<ol class="choices">\n${block.items.map(choice).join('\n')}\n</ol>`
    case 'question':
      return `<section${block.whole ? ' class="whole"' : ''}>\n${block.parts.map(printed).join('\n')}\n</section>`
  }
}

function choice({ letter, text, box, mark, notes }: PrintedChoice): string {
  const shownMark = mark ? `<span class="mark ${mark.is}">${markupText(mark.says)}</span>` : ''
  const shownNotes =
    notes.length === 0 ? '' : `<div class="notes">${notes.map((note) => `<p>${markupText(note)}</p>`).join('')}</div>`
  return `<li><span class="box ${box}"></span><span class="letter">${markupText(letter)}</span><div><span>${markupText(text)}</span>${shownMark}</div>${shownNotes}</li>`
}
