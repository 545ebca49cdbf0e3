/**
 * A worker's consultation in the terminal, by the shipped rules; an agency passes its own pack.
 *
 *   npm start                                            language, a story in your own words, one question at a time
 *   npm start -- --file examples/situations/a-plate-of-cakes.json --locale id --as markdown
 *   npm start -- --file - < situation.json
 *
 * Without a terminal and without a file it weighs the case of violence told in confidence. Nothing is stored unless asked for.
 */
import { fileURLToPath } from 'node:url'
import { socialWork } from 'timbang/social-work/hear'
import { consult } from 'timbang/terminal'

const kept = fileURLToPath(new URL('./situations/', import.meta.url))

process.exitCode = await consult(process.argv.slice(2), {
  pack: socialWork,
  kept,
  otherwise: `${kept}violence-told-in-confidence.json`,
})
