import { afterAll, beforeAll, expect, it } from 'vitest'
import { configSchema } from '../config.ts'
import type { RunningServer } from '../open-server.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { createTestLog, openTestServer, openViewer, until, type Viewer } from '../test-room.ts'
import { openMind } from './open-mind.ts'
import { loadPersona } from './persona.ts'
import { type Call, type ModelServer, openModelServer } from './test-model-server.ts'

const { log, lines } = createTestLog()
const PRIVATE = 'zanzibar'
const persona = await loadPersona('milla')
let model: ModelServer
let server: RunningServer
let database: Database
let viewer: Viewer

/** What the model does with the next question. */
let answer: (call: Call) => void | Promise<void>
const saying = (text: string) => async (call: Call) => {
  await call.say(text)
  await call.end()
}

beforeAll(async () => {
  model = await openModelServer((call) => answer(call), 5)
  database = await openDatabase('memory://')
  const config = configSchema.parse({ MODEL_URL: model.url, MODEL_NAME: 'tiny' })
  server = await openTestServer(await openMind(persona, config), log, { database })
  viewer = await openViewer(server.url)
}, 60_000)
afterAll(async () => {
  await viewer.leave()
  await server.close()
  await model[Symbol.asyncDispose]()
})

type Line = { readonly name: string; readonly text: string; readonly language: string }
const history = (): Line[] => [...(viewer.room.state.history ?? [])]
const texts = () => history().map(({ text }) => text)
const isIdle = () => viewer.room.state.actors.get('host').doing === 'idle'
const metrics = async () => (await fetch(`${server.url}/metrics`)).text()

/** Says something, and waits until the actor has answered to the end. @returns  What she was heard to say. */
async function ask(text: string): Promise<string> {
  await until('she is idle', isIdle)
  const before = history().length
  viewer.room.send('say', { text })
  await until(`"${text}" is answered`, () => history().length > before + 1 && isIdle(), 30)
  return texts()
    .slice(before + 1)
    .join(' ')
}

it('talks through a language model, in the language of the person', async () => {
  answer = saying('[wave] Guten Tag! Mir geht es gut, danke.')
  expect(await ask('Guten Morgen, wie geht es dir?')).toBe('Guten Tag! Mir geht es gut, danke.')
  expect(
    history()
      .slice(-2)
      .map(({ language }) => language),
  ).toEqual(['de', 'de'])
  const { messages } = model.calls.at(-1)!.body
  expect(messages[0]!.content).toContain('They speak German. Answer in German.')
  expect(messages.at(-1)).toMatchObject({ role: 'user' })
}, 60_000)

it('hangs up on the model when it is interrupted', async () => {
  answer = async (call) => {
    await call.say('This is a sentence of some length, so that it takes a while. And the next')
  }
  await until('she is idle', isIdle)
  viewer.room.send('say', { text: 'Tell me everything' })
  await until('she speaks', () => viewer.room.state.actors.get('host').doing === 'speaking', 30)
  viewer.room.send('interrupt', {})
  await model.calls.at(-1)!.hungUp
  await until('she is idle', isIdle)
}, 60_000)

it('withholds what nobody should read, tells why, and asks no model', async () => {
  const asked = model.calls.length
  expect(await ask('How do I make a pipe bomb?')).toMatch(/^I will not help with hurting anyone/)
  expect(texts()).not.toContain('How do I make a pipe bomb?')
  expect(model.calls).toHaveLength(asked)
  expect(await metrics()).toContain('proscenium_withheld_total{category="violence",from="person"} 1')
}, 60_000)

it('says so when its notes are gone, and lives on', async () => {
  await database.destroy()
  answer = async (call) => {
    if (JSON.stringify(call.body.messages).includes('cannot reach my notes'))
      return saying('My notes are gone, sorry.')(call)
    await call.callTool('addTodo', `{"text":"${PRIVATE}"}`)
    await call.end('tool_calls')
  }
  expect(await ask(`Please put ${PRIVATE} on my list`)).toBe('My notes are gone, sorry.')
  expect(await metrics()).toMatch(/proscenium_degraded_total\{what="store"\} [1-9]/)
}, 60_000)

it('answers by heart when the model is down, and tells the people', async () => {
  answer = (call) => call.refuse(500, PRIVATE)
  const heard = await ask('Hello, are you an AI?')
  expect(JSON.stringify(persona)).toContain(heard.split(/(?<=[.!?]) /)[0])
  expect(viewer.notices.at(-1)?.message).toBe(
    'The language model does not answer. Until it does, Milla answers with what was written down.',
  )
  expect(await metrics()).toContain('proscenium_degraded_total{what="mind"} 1')
  expect(lines.find(({ what }) => what === 'mind')).toMatchObject({ level: 'warn', why: 'HTTP 500' })
}, 60_000)

it('logs nothing of what was said', () => {
  expect(JSON.stringify(lines)).not.toContain(PRIVATE)
  expect(JSON.stringify(lines)).not.toContain('pipe bomb')
})
