import { mkdirSync, writeFileSync } from 'node:fs'
import { situationType } from '../src/author/situationType.js'
import { socialWork } from '../src/social-work/socialWork.js'

/* The type of a social-work situation, from the facts of the shipped pack. It is written before anything is compiled. */

const folder = 'src/social-work/generated'
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/situation.ts`, situationType(socialWork, 'SocialWorkSituation'))
