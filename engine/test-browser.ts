import { expect, test } from 'vitest'
import { type BrowserName, browserMissing, findBrowser } from './find-browser.ts'

/**
 * Defines tests that need a browser; where it is missing, one line that says so: a failure in CI, otherwise a pass that
 * counts.
 */
export function inBrowser(name: BrowserName, define: (program: string) => void): void {
  const program = findBrowser(name)
  if (program !== undefined) {
    define(program)
    return
  }
  const missing = browserMissing(name)
  test(missing, () => {
    process.stderr.write(`${missing}\n`)
    expect(process.env.CI, missing).toBeUndefined()
  })
}
