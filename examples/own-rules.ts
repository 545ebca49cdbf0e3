/**
 * An agency adds its own facts, actions, rules and contacts to the shipped pack.
 *
 * The same can stand in JSON files (`examples/agency-pack/`), where `npx timbang check` tells what is wrong with them.
 */
import { type AnySituation, advise, extendPack, render, TimbangError } from 'timbang'
import { socialWork } from 'timbang/social-work'

const house = { name: 'night-shelter', version: '1.0.0', extends: 'social-work' }
const title = { en: 'Night shelter (an example)', id: 'Penampungan malam (contoh)' }

const openDoor = {
  name: 'let-nobody-sleep-outside',
  conditions: { all: [{ fact: 'shelter.bedsLeft', operator: 'equal', value: true }] },
  event: {
    type: 'equality',
    params: {
      must: ['offer-a-bed'],
      principles: ['equality'],
      basis: 'practice',
      urgency: 'prompt',
      because: {
        en: 'there is a bed, and a night outside harms',
        id: 'ada tempat tidur, dan bermalam di luar merugikan',
      },
      sources: ['NASW-1.01'],
    },
  },
}

const extension = {
  pack: { ...house, title },
  facts: [
    {
      name: 'shelter.bedsLeft',
      label: { en: 'beds are left', id: 'masih ada tempat tidur' },
      ask: { en: 'Are beds left tonight?', id: 'Apakah malam ini masih ada tempat tidur?' },
      type: 'yes-no',
    },
  ],
  actions: [
    { name: 'offer-a-bed', label: { en: 'Offer a bed for the night', id: 'Menawarkan tempat tidur untuk malam ini' } },
  ],
  contacts: [
    {
      name: 'warden',
      label: { en: 'the night warden', id: 'penjaga malam' },
      reach: { en: 'at the door', id: 'di pintu' },
      for: ['offer-a-bed'],
    },
  ],
  rules: { 'night-shelter.json': { standard: title, rules: [openDoor] } },
}

const pack = extendPack<AnySituation>(socialWork, extension)
const advice = await advise({ shelter: { bedsLeft: true }, relationship: { giftPurpose: 'bribe' } }, pack)
console.log(render(advice, { as: 'text', locale: 'en', title: 'Someone offers money for the last bed' }))

/* A rule about danger, or of law, stays what it is: the host would have to admit the exception, and every advice would say so. */

const silence = {
  ...openDoor,
  name: 'say-nothing-of-what-happens-here',
  event: {
    type: 'confidentiality',
    params: {
      ...openDoor.event.params,
      must: ['keep-confidential'],
      principles: ['confidentiality'],
      exceptionTo: ['report-harm-to-a-child'],
    },
  },
}
const weakened = { ...extension, rules: { 'night-shelter.json': { standard: title, rules: [openDoor, silence] } } }

try {
  extendPack(socialWork, weakened)
} catch (error) {
  if (!(error instanceof TimbangError)) throw error
  console.log(error.message)
}

const admitted = extendPack<AnySituation>(socialWork, weakened, { admitExceptionsTo: ['report-harm-to-a-child'] })
console.log((await advise({}, admitted)).packs.map(({ name, admitted }) => ({ name, admitted })))
