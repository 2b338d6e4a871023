import { expect, test } from 'vitest'
import { findBrowser } from '../engine/find-browser.ts'
import { buildPage } from './http/build-page.ts'
import { watchTalk } from './test-watched-talk.ts'

const SECONDS = 600
/** Comparisons in that time; those who come late or load again miss some. */
const LEAST = { Lead: 100, Ada: 90, Ben: 70, Fay: 90 }

test('Chromium, Firefox and the server show the same poses through ten minutes of talk', async () => {
  await buildPage()
  const { agreed, differing } = await watchTalk({
    seconds: SECONDS,
    chromium: findBrowser('chromium')!,
    firefox: findBrowser('firefox')!,
  })
  process.stdout.write(`poses compared: ${JSON.stringify(agreed)}\n`)
  expect(differing).toEqual([])
  for (const [name, least] of Object.entries(LEAST)) expect(agreed[name], name).toBeGreaterThan(least)
})
