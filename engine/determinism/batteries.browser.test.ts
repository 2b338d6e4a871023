import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import type { BrowserName } from '../find-browser.ts'
import { openFirefox } from '../open-firefox.ts'
import { inBrowser } from '../test-browser.ts'
import { BATTERIES, type BatteryReport, runBatteries } from './batteries.ts'
import { openBatteryPage } from './battery-page.ts'

/** Bundling, a browser's first start and every battery, on a busy machine. Milliseconds. */
const PATIENCE = 120_000

async function runInChromium(program: string): Promise<BatteryReport> {
  await using page = await openBatteryPage()
  await using browser = await chromium.launch({ executablePath: program })
  const tab = await browser.newPage()
  await tab.goto(page.url)
  return await page.report
}

async function runInFirefox(program: string): Promise<BatteryReport> {
  await using page = await openBatteryPage()
  await using browser = await openFirefox(program, { url: page.url })
  return await Promise.race([page.report, browser.failed])
}

function runIn(name: BrowserName, sign: RegExp, run: (program: string) => Promise<BatteryReport>): void {
  inBrowser(name, (program) => {
    test(`${name} computes the same bits as Node in every battery`, { timeout: PATIENCE }, async () => {
      const report = await run(program)
      expect(report.userAgent).toMatch(sign)
      expect(Object.keys(report.hashes)).toEqual(BATTERIES.map(({ name }) => name))
      expect(report.hashes).toEqual((await runBatteries()).hashes)
    })
  })
}

runIn('chromium', /Chrome\//, runInChromium)
runIn('firefox', /Firefox\//, runInFirefox)
