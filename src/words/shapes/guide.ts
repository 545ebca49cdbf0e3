/** What is said in one language to whoever writes a vignette. */
export interface GuideWords {
  readonly title: string
  readonly sentence: (number: number) => string
  readonly fact: string
  readonly noFact: string
  readonly otherWords: string
  readonly heldBack: string
  readonly goals: string
  readonly level: string
  readonly wanted: string
  readonly kind: string
  readonly questions: string
  readonly practised: string
  readonly unpractised: string
  readonly worthAsking: string
  readonly unanswered: string
  readonly duties: string
  readonly ruledOut: string
  readonly withoutBearing: string
  readonly judged: string
  readonly stillToDo: string
  readonly wrote: (file: string) => string
  readonly next: string
}
