import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../engine/find-browser.ts'
import { admitGuest } from '../../server/admit.ts'
import { buildPage } from '../../server/http/build-page.ts'
import { loadPersona } from '../../server/mind/persona.ts'
import { createPersonaMind } from '../../server/mind/persona-mind.ts'
import { openServer } from '../../server/open-server.ts'
import { openDatabase } from '../../server/store/database.ts'

const FOLDER = 'docs/pictures'
/** WebGL on a processor alone, and sound without a touch. */
const ARGUMENTS = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--autoplay-policy=no-user-gesture-required',
]
/** A processor draws a picture in seconds. Milliseconds. */
const PATIENCE = { timeout: 300_000 }
const QUESTION = 'What is this room?'
const PICTURES = [
  { file: 'room', name: 'Ada', screen: { viewport: { width: 1440, height: 900 } } },
  {
    file: 'room-phone',
    name: 'Ben',
    screen: { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true },
  },
] as const

/** `npm run room-pictures [-- name …]`: the pictures of the live room's page in docs/, of a talk in a real Chromium. */
const asked = process.argv.slice(2)
const program = findBrowser('chromium')
if (program === undefined) {
  console.error('room-pictures: there is no Chromium to draw the page. `npm run setup` installs it.')
  process.exit(1)
}
await buildPage()
const takesFolder = await mkdtemp(join(tmpdir(), 'proscenium-pictures-'))
const quiet = () => {}
const server = await openServer({
  host: '127.0.0.1',
  port: 0,
  mind: createPersonaMind(await loadPersona('milla')),
  database: await openDatabase('memory://'),
  log: { debug: quiet, info: quiet, warn: console.warn, error: console.error },
  admit: admitGuest,
  takesFolder,
})
const browser = await chromium.launch({ executablePath: program, args: ARGUMENTS })
for (const { file, name, screen } of PICTURES) {
  if (asked.length > 0 && !asked.includes(file)) continue
  const page = await browser.newPage(screen)
  // A page that finds its device slow would begin its picture anew in the middle.
  await page.addInitScript(() => localStorage.setItem('proscenium.quality', '"draft"'))
  await talk(page, name)
  await page.screenshot({ path: join(FOLDER, `${file}.png`), ...PATIENCE })
  console.log(`${FOLDER}/${file}.png`)
  await page.close()
}
await browser.close()
await server.close()
await rm(takesFolder, { recursive: true })
process.exit(0)

/** Comes in, lets the greeting be said, asks something, and waits until it is being answered. */
async function talk(page: Page, name: string): Promise<void> {
  await page.goto(server.url)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Enter the room' }).click()
  const box = page.getByLabel('Say something')
  await box.waitFor(PATIENCE)
  await page.locator('.messages li.actor p').first().waitFor(PATIENCE)
  await page.getByText('is speaking').waitFor({ state: 'detached', ...PATIENCE })
  await box.fill(QUESTION)
  await box.press('Enter')
  await page.locator('.captions .said').nth(2).waitFor(PATIENCE)
}
