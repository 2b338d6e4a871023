import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { browserMissing, findBrowser } from './find-browser.ts'

const folder = await mkdtemp(join(tmpdir(), 'proscenium-path-'))
afterAll(() => rm(folder, { recursive: true }))

test('finds a program of the browser on the path, the first name first', async () => {
  for (const program of ['google-chrome', 'chromium-browser', 'firefox-esr']) {
    await writeFile(join(folder, program), '')
    await chmod(join(folder, program), 0o755)
  }
  const path = ['/nonexistent', '', folder].join(delimiter)
  expect(findBrowser('chromium', path)).toBe(join(folder, 'chromium-browser'))
  expect(findBrowser('firefox', path)).toBe(join(folder, 'firefox-esr'))
})

test('finds nothing where there is none, or where it cannot be run', async () => {
  await writeFile(join(folder, 'firefox-esr'), '')
  await chmod(join(folder, 'firefox-esr'), 0o644)
  expect(findBrowser('firefox', folder)).toBeUndefined()
  expect(findBrowser('firefox', '')).toBeUndefined()
  expect(browserMissing('firefox')).toBe('browser checks not run: firefox not found; `npm run setup` installs it')
})
