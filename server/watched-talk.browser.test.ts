import { expect, test } from 'vitest'
import { inBrowser } from '../engine/test-browser.ts'
import { buildPage } from './http/build-page.ts'
import { watchTalk } from './test-watched-talk.ts'

const SECONDS = 60

inBrowser('chromium', (chromium) =>
  inBrowser('firefox', (firefox) => {
    test('Chromium, Firefox and the server show the same poses through a minute of talk, joined late and loaded again', async () => {
      await buildPage()
      const { agreed, differing } = await watchTalk({ seconds: SECONDS, chromium, firefox })
      expect(differing).toEqual([])
      expect(Object.keys(agreed).sort()).toEqual(['Ada', 'Ben', 'Fay', 'Lead'])
    }, 600_000)
  }),
)
