import type { Text } from '../../../vocabulary.js'
import { sheetHeader } from '../answerSheets.js'
import { type ConcordanceSet, parseConcordanceSet } from '../setShape.js'
import type { ConcordanceOutletOptions } from './concordanceEdition.js'
import { toMoodleTcs, toMoodleTcsJudgment } from './moodle.js'
import { concordancePage } from './page/concordancePage.js'
import { concordanceHandOut, concordancePanelSheet } from './sheets.js'

/** A form in which a concordance set is given out; a line in the list of them is all that there is to it. */
export interface ConcordanceOutlet {
  /** By what it is asked for: `hand-out`. */
  readonly name: string
  /** What it is, for whoever chooses among them. */
  readonly says: Text
  readonly write: (set: ConcordanceSet, options: ConcordanceOutletOptions) => string
}

/** Everything that a concordance set can be given out as. */
export const concordanceOutlets: readonly ConcordanceOutlet[] = [
  {
    name: 'hand-out',
    says: { en: 'a sheet to answer on', id: 'lembar untuk dijawab' },
    write: (set, options) => concordanceHandOut(set, { ...options, as: 'html' }),
  },
  {
    name: 'page',
    says: { en: 'a page to answer on', id: 'halaman untuk dijawab' },
    write: concordancePage,
  },
  {
    name: 'sheets',
    says: { en: 'an empty table for the answers', id: 'tabel kosong untuk jawaban' },
    write: answerTable,
  },
  {
    name: 'panel',
    says: { en: 'how the panel answered, for the educator', id: 'jawaban panel, untuk pengajar' },
    write: (set, options) => concordancePanelSheet(set, { ...options, as: 'html' }),
  },
  {
    name: 'moodle-tcs',
    says: { en: 'questions for qtype_tcs of Moodle', id: 'soal untuk qtype_tcs di Moodle' },
    write: toMoodleTcs,
  },
  {
    name: 'moodle-tcsjudgment',
    says: { en: 'questions for qtype_tcsjudgment of Moodle', id: 'soal untuk qtype_tcsjudgment di Moodle' },
    write: toMoodleTcsJudgment,
  },
]

/** The table that is filled in, a line a person: its first line, and one code to begin with. */
function answerTable(set: ConcordanceSet): string {
  const header = sheetHeader(parseConcordanceSet(set))
  return `${header.join(';')}\nP01${';'.repeat(header.length - 1)}\n`
}
