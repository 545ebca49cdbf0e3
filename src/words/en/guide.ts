import type { GuideWords } from '../shapes/guide.js'

export const guide: GuideWords = {
  title: 'What is the case called?',
  sentence: (number) => `Sentence ${number} of the story (nothing: the story is whole)`,
  fact: 'Which fact does it tell? A word is enough: gift, hadiah (nothing: no other)',
  noFact: 'Nothing is called so.',
  otherWords: 'None of these: other words',
  heldBack: 'Which fact does the story hold back until somebody asks? A word is enough (nothing: no other)',
  goals: 'Which principles is the class to learn?',
  level: 'How much does it ask of a learner?',
  wanted: 'Please write something.',
  kind: 'kind',
  questions: 'questions',
  practised: 'goals that its questions serve',
  unpractised: 'warning: goals that no question serves',
  worthAsking: 'worth holding back, or asking first',
  stillToDo: 'still to be done',
  wrote: (file) => `wrote ${file}`,
  next: 'next',
}
