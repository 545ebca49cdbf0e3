import type { TellingWords } from '../shapes/telling.js'

export const telling: TellingWords = {
  heading: 'What is on your mind?',
  lead: 'Tell it in your own words, or tick what is so. Then see what to do first, and why.',
  private:
    'What you tell stays on this device: it is not sent, and gone once you close the page. Please give no names or addresses.',
  victim: {
    heading: 'Are you yourself being hurt, or afraid?',
    noFault:
      'You did nothing wrong, and you need not fill in anything here. This page is made for social workers; people can help you better.',
    danger:
      'If you are in danger now, go where other people are, or call the emergency number of the place where you are.',
    device:
      'Whoever uses this device may see that you were here: “Leave this page now” empties it at once. If it is safe, look for help from another device.',
    call: 'You can call',
  },
  leave: 'Leave this page now',
  leaveHint: 'Shows an empty page at once; what was entered is gone. Pressing Esc three times does the same.',
  first: {
    heading: 'First',
    role: 'Who is the client in this?',
    age: 'Client’s age (years)',
    danger: 'Is anyone in danger now?',
    country: 'In which country?',
    assumed: 'Taken for granted. Change it if it is not so.',
    inDanger: {
      imminent: 'Yes, within hours',
      likely: 'Yes, within days, or it goes on',
      possible: 'Perhaps, not within days',
      remote: 'Not in sight',
    },
  },
  notKnown: 'Not known',
  story: 'Say it in your own words',
  storyHint: 'A few sentences will do, in English or in Bahasa Indonesia. They are read here, and kept nowhere.',
  storyShorter: (letters) =>
    `This is too long to be read: please keep it below ${letters.toLocaleString('en')} letters.`,
  hear: 'Read it',
  heard: (statements) =>
    statements === 1 ? 'One thing may have been said' : `${statements} things may have been said`,
  heardHint: 'Tick what is so. Nothing counts until you tick it.',
  heardNothing: 'Nothing was recognised in it. Tick what it is about below, or look for a word.',
  as: { denied: 'said not to be so', doubted: 'said with doubt', reported: 'said by others' },
  more: (left) => `Show ${left} more`,
  besides: 'Often worth telling with it',
  besidesHint: 'Answer what you know. What you leave out stays not known.',
  matters: 'Tick what it is about',
  mattersHint: 'Open what fits. What you do not tick stays open; it is not taken as “no”.',
  otherMatters: (left) => `${left} other matters`,
  wasHeard: 'heard in your words',
  ticked: (statements) => `${statements} ticked`,
  belongs: 'Worth telling with this',
  further: (facts) => (facts === 1 ? 'One more thing about this' : `${facts} more things about this`),
  done: 'Close this',
  find: 'Look for any word',
  findHint: 'For example: gift, WhatsApp, pregnant, falsify',
  found: (results) => (results === 1 ? 'One thing found' : `${results} things found`),
  foundNothing: 'Nothing was found. Try another word.',
  action: 'What one can do',
  howDone: 'How it is done',
  told: (statements) =>
    statements === 0 ? 'Nothing told yet' : statements === 1 ? 'One thing told' : `${statements} things told`,
  show: 'Show the advice',
  retell: 'Tell more, or change it',
  notTogether: 'This does not go together',
  notTogetherHint: 'What you told last contradicts what you told before, and was not taken.',
  others: 'And those you did not tick?',
  othersNot: 'They are not so',
  chooseAll: 'Tick all that are so.',
  stillOpen: (open) => (open === 1 ? 'One question is open' : `${open} questions are open`),
  nothingOpen: 'Nothing more is asked',
  nothingOpenHint:
    'From what you told, no question is open that would change the advice. What nobody asked can still change it: tell more, or change an answer.',
  unasked: 'What else could change the advice',
  undo: 'Undo',
  saved: 'The situation was given to you as a file. Keep it where only you can open it.',
  assumedIn: 'taken for granted',
}
