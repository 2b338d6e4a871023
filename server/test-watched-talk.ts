import { setTimeout as wait } from 'node:timers/promises'
import { driveFirefox } from '../engine/drive-firefox.ts'
import { enterPage, openUndrawnChromium, passDoor } from './test-page.ts'
import {
  createTestLog,
  type LogLine,
  openTestServer,
  openViewer,
  scriptedMind,
  until,
  type Viewer,
} from './test-room.ts'

const SIZE = { width: 480, height: 320 }
/** Times as slow as this machine: a phone of some years ago. */
const THROTTLE = 4

const STORY = [
  'The evening light fell through the tall window, and lay on the books like a warm hand.',
  'Would you believe it? She looked up, smiled, and began to tell the story from the very beginning.',
  'Nobody had asked for it; but everybody listened.',
  'Please bring me five fresh figs, a map of the moon, and whatever else you find.',
]

export const TALK_MIND = scriptedMind(async function* ({ text }) {
  yield { kind: 'express', name: text === 'long' ? 'happy' : 'surprised', seconds: 3 }
  for (const sentence of text === 'long' ? STORY : STORY.slice(2, 3)) {
    yield { kind: 'gesture', name: 'offer' }
    yield { kind: 'say', text: sentence }
  }
})

/** Who shares the stage with the host, and talks too. */
export const PARTNER = { actor: 'partner', avatar: 'mateo', voice: 'rms' }

type Send = (type: string, message: object) => void
const order = (send: Send, name: string, input: object) => send('command', { name, input: { actor: 'host', ...input } })

/** What is said and done, over and over: [seconds since the last, what]. */
const SCRIPT: readonly (readonly [number, (send: Send) => void])[] = [
  [2, (send) => send('say', { text: 'long' })],
  [5, (send) => order(send, 'cutTo', { shot: 'close-up' })],
  [3, (send) => order(send, 'lookAt', { target: { kind: 'point', x: 1, y: 1.4, z: 1 } })],
  [1.3, (send) => send('interrupt', {})],
  [0.4, (send) => send('say', { text: 'short' })],
  [1.2, (send) => send('say', { text: 'short' })],
  [4, (send) => send('say', { text: 'short', to: PARTNER.actor })],
  [5, (send) => send('listen', { on: true })],
  [2, (send) => send('listen', { on: false })],
  [1, (send) => order(send, 'gesture', { name: 'wave' })],
  [1, (send) => order(send, 'setStillness', { stillness: 0.5 })],
  [1, (send) => order(send, 'cutTo', { shot: 'wide' })],
  [1, (send) => order(send, 'lookAt', { target: { kind: 'camera' } })],
  [2, (send) => order(send, 'setStillness', { stillness: 0.1 })],
]

/** What came of a talk. */
export type WatchedTalk = {
  /** Of everyone who watched, by name: how often their pose was the room's. Once at least after all was said. */
  readonly agreed: Readonly<Record<string, number>>
  /** What the server logged of poses that were not. */
  readonly differing: readonly object[]
}

export type WatchedTalkOptions = {
  readonly seconds: number
  readonly chromium: string
  readonly firefox: string
}

/**
 * Lets several watch a scripted talk on real pages: Ada from the beginning, who loads the page again on the way; Ben, who
 * comes late and whose processor is slow; Fay in Firefox; and a viewer in Node, who leads it.
 */
export async function watchTalk({ seconds, chromium, firefox }: WatchedTalkOptions): Promise<WatchedTalk> {
  const { log, lines } = createTestLog()
  const admit = async (_token: unknown, name: string) =>
    ({ name: name || 'Lead', owner: name || 'lead', may: 'direct' }) as const
  const server = await openTestServer(TALK_MIND, log, { admit })
  const browser = await openUndrawnChromium(chromium)
  const lead = await openViewer(server.url)
  const names = namesOf(lead)
  const people = ['Lead', 'Ada', 'Ben', 'Fay']
  const told = (message: string) => lines.filter((line) => line.message === message)
  const nameOf = ({ session }: LogLine) => names.get(String(session)) ?? 'nobody'
  const url = `${server.url}/?room=${lead.room.roomId}`
  try {
    await using stack = new AsyncDisposableStack()
    await enterFirefox(firefox, url, stack)
    const ada = await enterPage(browser, 'Ada', url)
    const ending = talk(lead, seconds)
    await wait(seconds * 200)
    const ben = await enterPage(browser, 'Ben', url)
    await (await ben.context().newCDPSession(ben)).send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
    await wait(seconds * 200)
    await ada.reload()
    await passDoor(ada, 'Ada')
    await ending
    const { tick } = lead.follower.stage.world
    const compared = () =>
      new Set(told('poses agree').flatMap((line) => (Number(line.tick) > tick ? nameOf(line) : [])))
    await until('everyone was compared after all was said', () => compared().size === people.length, 120)
  } finally {
    await browser.close()
    await lead.leave()
    await server.close()
  }
  const agreed = Object.groupBy(told('poses agree'), nameOf)
  return {
    agreed: Object.fromEntries(Object.entries(agreed).map(([name, lines]) => [name, lines!.length])),
    differing: told('poses differ'),
  }
}

/** Everyone's name by session, also of those who have gone. */
function namesOf({ room }: Viewer): Map<string, string> {
  const names = new Map<string, string>()
  room.onStateChange((state: { people: Map<string, { name: string }> }) => {
    for (const [session, { name }] of state.people.entries()) names.set(session, name)
  })
  return names
}

/** Says and does the script over and over. */
export async function talk({ room }: Viewer, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000
  room.send('cast', PARTNER)
  for (let turn = 0; performance.now() < end; turn++) {
    const [pause, act] = SCRIPT[turn % SCRIPT.length]!
    await wait(pause * 1000)
    act((type, message) => room.send(type, message))
  }
}

async function enterFirefox(program: string, url: string, stack: AsyncDisposableStack): Promise<void> {
  const browser = stack.use(await driveFirefox(program, SIZE))
  await browser.goTo(url)
  await browser.evaluate(`localStorage.setItem('proscenium.name', '"Fay"')`)
  await browser.goTo(url)
  await browser.evaluate(`document.querySelector('form button[type=submit]').click()`)
}
