import { type Browser, chromium, type Page } from 'playwright-core'

/** Small: nothing is drawn. */
const SIZE = { width: 480, height: 320 }
/** Sound without a touch. */
const SOUND = '--autoplay-policy=no-user-gesture-required'
/** No WebGL, as in a headless Firefox: the page then goes on without its picture. */
const UNDRAWN = [SOUND, '--disable-gpu', '--disable-software-rasterizer']
/** WebGL2 on Chromium's own SwiftShader. */
const DRAWN = [SOUND, '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
/** A page's start on a busy machine. Milliseconds. */
const PATIENCE = 180_000

/** Chromium that draws nothing: for what pages compute and say, which a processor that draws would only delay. */
export const openUndrawnChromium = (program: string): Promise<Browser> =>
  chromium.launch({ executablePath: program, args: UNDRAWN })

/** Chromium that draws, by the processor alone: small pages only. */
export const openDrawnChromium = (program: string): Promise<Browser> =>
  chromium.launch({ executablePath: program, args: DRAWN })

/** Opens a page, and enters the room that its address names, or any. */
export async function enterPage(browser: Browser, name: string, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE })
  await page.goto(url)
  await passDoor(page, name)
  return page
}

/** Enters by the door of a page that is open. */
export async function passDoor(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.keyboard.press('Enter')
  await page.getByLabel('Say something').waitFor({ state: 'attached', timeout: PATIENCE })
}
