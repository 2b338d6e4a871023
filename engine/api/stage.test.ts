import { describe, expect, it } from 'vitest'
import { blobHash } from '../core/ids.ts'
import type { Speaker } from './speaker.ts'
import { createStage } from './stage.ts'
import { speakTestLine, TEST_AUDIO, TEST_PLAN, testCatalogue, testStage } from './test-stage.ts'

/** A speaker who gives a part whenever it is let, and how many were asked for. */
function promptedSpeaker() {
  const waiting: (() => void)[] = []
  const asked = { parts: 0, isOver: false }
  const speaker: Speaker = {
    async *speak() {
      try {
        for (;;) {
          asked.parts++
          await new Promise<void>((resolve) => waiting.push(resolve))
          yield { plan: TEST_PLAN, audio: blobHash(TEST_AUDIO) }
        }
      } finally {
        asked.isOver = true
      }
    },
  }
  return { speaker, asked, give: () => waiting.shift()?.() }
}

/** Lets everything that was promised run, then one tick. */
async function play(stage: ReturnType<typeof testStage>, ticks: number): Promise<void> {
  for (let i = 0; i < ticks; i++) {
    await new Promise((resolve) => setImmediate(resolve))
    stage.step()
  }
}

const soundsIn = (stage: ReturnType<typeof testStage>) =>
  stage.takeEvents().filter(({ type }) => type === 'partStarted').length

describe('say', () => {
  it.each(['interrupt', 'remove'] as const)(
    'is over, and the voice with it, at once on %s before a word',
    async (how) => {
      const { speaker, asked, give } = promptedSpeaker()
      const stage = createStage({ catalogue: testCatalogue(), seed: 1, speaker })
      const ana = stage.spawnActor({ id: 'ana' })
      await play(stage, 5)
      const said = ana.say('Hello.')
      await play(stage, 5)
      ana[how]()
      await play(stage, 2)
      give()
      await play(stage, 120)
      await said
      expect(soundsIn(stage)).toBe(0)
      expect(asked).toEqual({ parts: 1, isOver: true })
    },
  )

  it('keeps lines apart that are given at once, and goes on after one that fails', async () => {
    const speaker: Speaker = {
      async *speak(text) {
        for (let part = 0; part < 2; part++) {
          await new Promise((resolve) => setImmediate(resolve))
          if (text === 'Hm.') throw new Error('no breath')
          yield { plan: TEST_PLAN, audio: blobHash(TEST_AUDIO) }
        }
      },
    }
    const stage = createStage({ catalogue: testCatalogue(), seed: 1, speaker })
    const ana = stage.spawnActor({ id: 'ana' })
    const said = [ana.say('One.'), ana.say('Hm.'), ana.say('Two.')]
    await expect(said[1]).rejects.toThrow('no breath')
    await play(stage, 500)
    await Promise.all([said[0], said[2]])
    const lines = stage.world.log.filter(({ name }) => name === 'performLine')
    expect(lines.map(({ input }) => (input as { line: string }).line)).toEqual(['line-1', 'line-1', 'line-3', 'line-3'])
  })

  it('is over where the voice has nothing to say', async () => {
    const speaker: Speaker = { async *speak() {} }
    const stage = createStage({ catalogue: testCatalogue(), seed: 1, speaker })
    const said = stage.spawnActor({ id: 'ana' }).say('…')
    await play(stage, 5)
    await said
  })
})

describe('seek', () => {
  it('tells no facts of the way, back or forth', () => {
    for (const from of [0, 100]) {
      const stage = testStage()
      speakTestLine(stage)
      while (stage.world.tick < from) stage.step()
      stage.seek(60)
      expect(stage.takeEvents()).toEqual([])
    }
  })
})
