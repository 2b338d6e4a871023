import { expect, test } from 'vitest'
import type { Act } from '../plan/acts.ts'
import type { Speaker, SpeakingActor } from './speaker.ts'
import { createStage } from './stage.ts'
import { TEST_AUDIO, TEST_PLAN, testCatalogue } from './test-stage.ts'

/** A stage whose speaker keeps whom it spoke for. */
function listeningStage() {
  const asked: (SpeakingActor | undefined)[] = []
  const speaker: Speaker = {
    async *speak(_, { actor }) {
      asked.push(actor)
      yield { plan: TEST_PLAN, audio: TEST_AUDIO as never }
    },
  }
  const stage = createStage({ catalogue: testCatalogue(), seed: 7, speaker, lineLead: 30 })
  async function settle(): Promise<void> {
    while (stage.isBusy()) await new Promise(setImmediate)
    for (let i = 0; i < 200; i++) stage.step()
  }
  return { stage, asked, settle }
}

test('a line is acted out in the manner that holds once all commands are applied', async () => {
  const { stage, asked, settle } = listeningStage()
  const ana = stage.spawnActor({ id: 'ana' })
  ana.setManner('enthusiastic')
  ana.gesture('wave')
  const said = ana.say('Hello.')
  await settle()
  await said
  const { performer } = asked[0]!
  expect(performer.manner.rate).toBe(testCatalogue().manners.get('enthusiastic')!.rate)
  expect(performer).toMatchObject({ actor: 'ana', seed: 7, lead: 0.5 })
  expect(performer.ordered.gestures.map(({ name }) => name)).toEqual(['wave'])
})

test('a face that was ordered for good keeps rules from the face', async () => {
  const { stage, asked, settle } = listeningStage()
  const ana = stage.spawnActor({ id: 'ana' })
  ana.express('sad')
  stage.step()
  const said = ana.say('Hello.')
  await settle()
  await said
  expect(asked[0]!.performer.ordered.face).toBe(Number.POSITIVE_INFINITY)
})

test('lines of one actor share a memory, those of another do not', async () => {
  const { stage, asked, settle } = listeningStage()
  const [ana, ben] = [stage.spawnActor({ id: 'ana' }), stage.spawnActor({ id: 'ben' })]
  const said = [ana.say('One.'), ana.say('Two.'), ben.say('Three.')]
  for (let i = 0; i < 4; i++) await settle()
  await Promise.all(said)
  const memory = (id: string) => asked.filter((actor) => actor!.performer.actor === id).map((actor) => actor!.memory)
  expect(memory('ana')).toHaveLength(2)
  expect(memory('ana')[0]).toBe(memory('ana')[1])
  expect(memory('ben')[0]).not.toBe(memory('ana')[0])
})

test('a line can be said without acting', async () => {
  const { stage, asked, settle } = listeningStage()
  const said = stage.spawnActor({ id: 'ana' }).say('Hello.', { acting: false })
  await settle()
  await said
  expect(asked).toEqual([undefined])
})

test('what goes along with a line is refused where content lacks it', async () => {
  const { stage } = listeningStage()
  const acts: readonly Pick<Act & { type: 'gesture' }, 'type' | 'name'>[] = [{ type: 'gesture', name: 'wawe' }]
  await expect(stage.spawnActor({ id: 'ana' }).say('Hello.', { acts })).rejects.toThrow(/Did you mean "wave"\?/)
})
