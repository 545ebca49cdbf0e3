import { type Entry, handLines } from '../../render/section.js'

/** What helps to do an action at once: words to say and whom to call. */
export function HandsView({ entry }: { entry: Entry }) {
  return (
    <>
      {handLines(entry).map((line) => (
        <p key={line} class="hand">
          {line}
        </p>
      ))}
    </>
  )
}
