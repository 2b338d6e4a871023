import { expect, test } from 'vitest'
import { browserMissing, findBrowser } from '../engine/find-browser.ts'
import { buildPage } from './http/build-page.ts'
import { watchTalk } from './test-watched-talk.ts'

const SECONDS = 60
const chromium = findBrowser('chromium')
const firefox = findBrowser('firefox')

if (chromium === undefined || firefox === undefined) {
  const missing = browserMissing(chromium === undefined ? 'chromium' : 'firefox')
  test(missing, () => {
    process.stderr.write(`${missing}\n`)
    expect(process.env.CI, missing).toBeUndefined()
  })
} else {
  test('Chromium, Firefox and the server show the same poses through a minute of talk, joined late and loaded again', async () => {
    await buildPage()
    const { agreed, differing } = await watchTalk({ seconds: SECONDS, chromium, firefox })
    expect(differing).toEqual([])
    expect(Object.keys(agreed).sort()).toEqual(['Ada', 'Ben', 'Fay', 'Lead'])
  }, 600_000)
}
