import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLAIN_PERFORMANCE } from '../mind/persona.ts'
import type { RunningServer } from '../open-server.ts'
import { createTestLog, openTestServer, openViewer, scriptedMind, until, type Viewer } from '../test-room.ts'

const { log } = createTestLog()
const answerAs = (name: string) => ({
  ...scriptedMind(async function* () {
    yield { kind: 'say', text: `This is ${name}. It is good to have you here with all of us today.` }
  }),
  name,
})
let server: RunningServer

beforeAll(async () => {
  server = await openTestServer(answerAs('Milla'), log, {
    roleOf: async (name) => ({ mind: answerAs(name), avatar: 'milla', voice: 'rms', performance: PLAIN_PERFORMANCE }),
  })
})
afterAll(() => server.close())

const said = ({ room }: Viewer): string[] => [...(room.state.history ?? [])].map(({ by, text }) => `${by}: ${text}`)
const cards = ({ room }: Viewer): string[] =>
  [...room.state.actors.entries()].map(([id, { name, avatar, voice }]) => `${id} ${name} ${avatar} ${voice}`)
const onStage = ({ follower }: Viewer): string[] => [...follower.stage.world.lists.byId.keys()]
const isSpeaking = ({ room }: Viewer, id: string): boolean => room.state.actors.get(id)?.doing === 'speaking'

describe('a company', () => {
  it('comes and goes: each with an avatar, a voice and a mind of its own', async () => {
    const viewer = await openViewer(server.url)
    viewer.room.send('cast', { actor: 'Aiko' })
    await until('Aiko is there', () => onStage(viewer).length === 2 && cards(viewer).length === 2)
    expect(cards(viewer)).toEqual(['host Milla milla slt', 'aiko Aiko aiko rms'])
    await until('the shot has both', () => viewer.room.state.shot === 'wide')
    const { Transform, Actor } = viewer.follower.stage.world.components
    expect(onStage(viewer).map((_, i) => Math.sign(Transform.x[i + 1]!))).toEqual([-1, 1])

    viewer.room.send('say', { text: 'Tell me, aiko, who are you?' })
    await until('Aiko speaks', () => isSpeaking(viewer, 'aiko'))
    const { Gaze } = viewer.follower.stage.world.components
    await until('Milla looks at her', () => Gaze.actor[1] === 'aiko')
    await until('it was heard', () => said(viewer).some((text) => text.startsWith('aiko: This is Aiko.')), 20)
    await until('Milla looks at the people again', () => Gaze.kind[1] === 0)

    viewer.room.send('say', { text: 'And what else?' })
    await until('who was spoken to last answers', () => isSpeaking(viewer, 'aiko'))
    viewer.room.send('say', { text: 'And you?', to: 'milla' })
    await until('Milla speaks, and Aiko no more', () => isSpeaking(viewer, 'host') && !isSpeaking(viewer, 'aiko'))

    viewer.room.send('cast', { actor: 'aiko', avatar: 'henrik', voice: 'awb' })
    await until('Aiko is another', () => Actor.avatar[2] === 'henrik')
    await until('it is shown', () => cards(viewer)[1] === 'aiko Aiko henrik awb')
    viewer.room.send('dismiss', { actor: 'Milla' })
    await until('Milla is gone', () => onStage(viewer).join() === 'aiko')
    await until('the shot is for one', () => viewer.room.state.shot === 'medium')
    viewer.room.send('say', { text: 'Hello?' })
    await until('who is left answers', () => isSpeaking(viewer, 'aiko'))
    expect(viewer.notices).toEqual([])
    await viewer.leave()
  }, 60_000)

  it('is no larger than a room holds, and says so of this and of what nobody knows', async () => {
    const viewer = await openViewer(server.url)
    for (const actor of ['Ana', 'Ben', 'Cem']) viewer.room.send('cast', { actor })
    await until('all are there', () => onStage(viewer).length === 4)
    await until('they are named', () => cards(viewer).length === 4)
    await new Promise((resolve) => setTimeout(resolve, 4000))
    const refused = async (type: string, message: object, fault: RegExp) => {
      const before = viewer.notices.length
      viewer.room.send(type, message)
      await until('it is told', () => viewer.notices.length > before)
      expect(viewer.notices.at(-1)!.message).toMatch(fault)
    }
    await refused('cast', { actor: 'Dot' }, /^A room holds 4 actors, and all are here\./)
    await new Promise((resolve) => setTimeout(resolve, 4000))
    await refused('cast', { actor: 'Ana', avatar: 'mila' }, /^No avatar "mila"\. Did you mean "milla"\?/)
    await new Promise((resolve) => setTimeout(resolve, 4000))
    await refused('cast', { actor: 'Ana', voice: 'sltt' }, /^No voice "sltt"\. Did you mean "slt"\?/)
    await refused('say', { text: 'Hi', to: 'Zoe' }, /^Nobody here is called "Zoe"\. Here are: Milla, Ana, Ben, Cem\.$/)
    for (const actor of ['ana', 'Ben', 'cem']) viewer.room.send('dismiss', { actor })
    await until('one is left', () => onStage(viewer).length === 1)
    await new Promise((resolve) => setTimeout(resolve, 4000))
    await refused('dismiss', { actor: 'host' }, /^The last actor stays/)
    await viewer.leave()
  }, 60_000)
})
