import { describe, expect, test } from 'vitest'
import { socialWork } from '../../src/social-work/socialWork.js'
import { discussion } from '../../src/teach/discussion/discussion.js'
import { discussionOutlets } from '../../src/teach/discussion/outlets/discussionOutlets.js'
import { vignette } from '../support/exercises.js'
import { commandIn } from '../support/hosted.js'

const call = commandIn()

describe('timbang discussion', () => {
  test('prepares a discussion, and prints a sheet of it in the language wanted, also as Markdown', async () => {
    const file = 'examples/vignettes/her-own-decision.json'
    const talk = await discussion(vignette('her-own-decision.json'), socialWork, { minutes: 60 })
    const made = await call('discussion', file, '--minutes', '60')
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(made.out)).toEqual(JSON.parse(JSON.stringify(talk)))
    const guide = await call('discussion', file, '--minutes', '60', '--as', 'guide', '--locale', 'id', '--markdown')
    expect(guide.out).toBe(discussionOutlets[0]?.writeMarkdown?.(talk, { locale: 'id' }))
  })
})
