/** The style of the practice page; it follows the reader’s light or dark setting and zoom. */
export const pageStyle = `:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #f2f4f6; --line: #62707c; --accent: #1f5580; --on: #fff; --right: #e3f2e3; --wrong: #f8e6e2; --partly: #f6f0d2; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f3; --paper: #14181b; --soft: #20272c; --line: #9aa7b1; --accent: #8cc4ee; --on: #10151a; --right: #1c3a22; --wrong: #46231c; --partly: #403a18; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, "DejaVu Sans", sans-serif; }
header, main, footer { max-width: 46rem; margin: 0 auto; padding: .75rem 1.25rem; }
#languages { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.2rem; margin-top: 1.75rem; }
.story { background: var(--soft); border-left: .3rem solid var(--accent); padding: .25rem 1rem; }
.story p { margin: .5rem 0; }
summary { cursor: pointer; font-weight: 600; padding: .5rem 0; }
.others { margin-bottom: 1rem; }
.others ul { margin: 0; padding-left: 1.25rem; }
.others li { margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; margin: 1.25rem 0; }
caption { font-weight: 600; text-align: left; padding-bottom: .3rem; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; }
tbody th { font-weight: 400; }
fieldset { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem 1rem 1rem; margin: 0; min-width: 0; }
legend { float: left; width: 100%; font-weight: 600; padding: .25rem 0 .4rem; }
legend + * { clear: both; }
.own { background: var(--soft); padding: .25rem 1rem; white-space: pre-wrap; }
.how { font-weight: 400; }
.choice { display: grid; grid-template-columns: 1.6rem 1fr; align-items: start; border-radius: .4rem; padding: .5rem; margin-top: .25rem; }
.choice input { width: 1.2rem; height: 1.2rem; margin: .2rem 0 0; accent-color: var(--accent); }
.choice label { cursor: pointer; }
.told.right { background: var(--right); }
.told.wrong { background: var(--wrong); }
.told.partly, .told.open { background: var(--partly); }
.why { grid-column: 2; margin: .35rem 0 0; font-size: .95rem; }
.words { margin-top: 1rem; display: grid; gap: .3rem; }
textarea, input#code { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .3rem; padding: .5rem; width: 100%; }
button { font: inherit; font-weight: 600; color: var(--on); background: var(--accent); border: 2px solid var(--accent); border-radius: .4rem; padding: .45rem 1.1rem; cursor: pointer; min-height: 2.75rem; }
header button { color: var(--ink); background: var(--paper); }
header button[aria-pressed="true"] { color: var(--on); background: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.result { min-height: 1.6em; font-weight: 600; }
.result:focus, h2:focus { outline: none; }
.total { font-size: 2rem; font-weight: 700; margin: .25rem 0; }
footer { font-size: .9rem; border-top: 1px solid var(--line); margin-top: 2rem; }
@media print { header, button { display: none; } }
`
