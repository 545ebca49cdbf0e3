import { expect, test } from 'vitest'
import { situationType } from '../src/author/situationType.js'
import { socialWork } from '../src/socialWork.js'

test('the type of a social-work situation is up to date with the facts of the pack', async () => {
  const generated = situationType(socialWork, 'SocialWorkSituation')
  await expect(generated).toMatchFileSnapshot('../src/socialWorkSituation.generated.ts')
})
