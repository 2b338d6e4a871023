import { describe, expect, it } from 'vitest'
import { testCatalogue, testStage } from '../../api/test-stage.ts'
import {
  FACE_CHANNEL_COUNT,
  FACE_CHANNELS,
  type FaceChannelName,
  FIRST_VISEME,
  faceChannel,
} from '../../rig/blendshapes.ts'

const { expressions } = testCatalogue()
const EMOTIONS = [...expressions.keys()]

type Stage = ReturnType<typeof testStage>

/** Someone whose face has no small motions of its own. */
function stillStage(): Stage {
  const stage = testStage()
  stage.run('setStillness', { actor: 'ana', stillness: 1 })
  return stage
}
const weight = (stage: Stage, name: FaceChannelName): number =>
  stage.world.components.Face.weights[stage.world.lists.actors[0]! * FACE_CHANNEL_COUNT + faceChannel(name)]!

/** What the file of an expression gives a channel at full strength. */
function full(name: string, channel: FaceChannelName): number {
  const { channels, full } = expressions.get(name)!
  return full[channels.indexOf(faceChannel(channel))]!
}

/** Channels that expressions alone move: blinks, brows of speech and glances have a life of their own. */
const EXPRESSED = FACE_CHANNELS.slice(0, FIRST_VISEME).filter((name) => !/^eye(Blink|Look)/.test(name))

const face = (stage: Stage): number[] => EXPRESSED.map((name) => weight(stage, name))

const express = (stage: Stage, name: string, more: object = {}): void =>
  stage.run('express', { actor: 'ana', name, ...more })

/** The largest change of any channel from tick to tick, until a tick; commands are given on the way. */
function largestStep(stage: Stage, until: number, direct: (tick: number) => void): number {
  stage.step()
  let largest = 0
  let before = face(stage)
  while (stage.world.tick < until) {
    direct(stage.world.tick)
    stage.step()
    const now = face(stage)
    largest = Math.max(largest, ...now.map((value, i) => Math.abs(value - before[i]!)))
    before = now
  }
  return largest
}

describe('sampleFace', () => {
  it('never holds a face quite still between blinks, and stays near it', () => {
    const stage = testStage()
    express(stage, 'happy')
    stage.seek(120)
    const faces: number[][] = []
    while (stage.world.tick < 1320) {
      stage.step()
      faces.push(face(stage))
    }
    for (let from = 0; from + 120 <= faces.length; from += 30) {
      const ranges = faces[0]!.map((_, i) => {
        const values = faces.slice(from, from + 120).map((one) => one[i]!)
        return Math.max(...values) - Math.min(...values)
      })
      expect(Math.max(...ranges)).toBeGreaterThan(0.01)
      expect(Math.max(...ranges)).toBeLessThan(0.55)
    }
  })

  it('blinks both eyes shut now and then', () => {
    const stage = stillStage()
    let shut = 0
    while (stage.world.tick < 1800) {
      stage.step()
      if (weight(stage, 'eyeBlinkLeft') > 0.95 && weight(stage, 'eyeBlinkRight') > 0.95) shut++
    }
    expect(shut).toBeGreaterThan(5)
  })

  it('lets an expression come beyond its height, settle, give way to the next, and go after its time', () => {
    const stage = stillStage()
    express(stage, 'happy')
    stage.seek(6)
    expect(weight(stage, 'mouthSmileLeft')).toBeLessThan(0.1)
    stage.seek(31)
    expect(weight(stage, 'mouthSmileLeft')).toBeGreaterThan(full('happy', 'mouthSmileLeft') * 1.04)
    stage.seek(90)
    expect(weight(stage, 'mouthSmileLeft')).toBeCloseTo(full('happy', 'mouthSmileLeft'))
    express(stage, 'sad', { seconds: 1.5 })
    stage.seek(180)
    expect(weight(stage, 'mouthSmileLeft')).toBe(0)
    expect(weight(stage, 'mouthFrownLeft')).toBeGreaterThan(0.4)
    stage.seek(320)
    expect(weight(stage, 'mouthFrownLeft')).toBe(0)
  })

  it('brings the mouth of sadness after its brows', () => {
    const stage = stillStage()
    express(stage, 'sad')
    stage.seek(14)
    const brows = weight(stage, 'browInnerUp') / full('sad', 'browInnerUp')
    const mouth = weight(stage, 'mouthFrownLeft') / full('sad', 'mouthFrownLeft')
    expect(brows).toBeGreaterThan(3 * mouth)
  })

  it('goes more slowly than it comes', () => {
    for (const name of EMOTIONS.filter((one) => one !== 'neutral')) {
      const stage = stillStage()
      express(stage, name, { seconds: 4 })
      const total = (): number => face(stage).reduce((sum, value) => sum + value, 0)
      const sums: number[] = []
      while (stage.world.tick < 600) {
        stage.step()
        sums.push(total())
      }
      const stays = sums[200]!
      const from = (share: number) => sums.findIndex((sum) => sum > share * stays)
      const to = (share: number) => sums.findLastIndex((sum) => sum > share * stays)
      expect(to(0.1) - to(0.9), name).toBeGreaterThan(1.2 * (from(0.9) - from(0.1)))
      expect(sums.at(-1), name).toBe(0)
    }
  })

  it('keeps the same face where the same one is asked for again', () => {
    const stage = stillStage()
    express(stage, 'sad')
    stage.seek(120)
    const before = face(stage)
    express(stage, 'sad')
    while (stage.world.tick < 240) {
      stage.step()
      face(stage).forEach((value, i) => {
        expect(value).toBeCloseTo(before[i]!, 5)
      })
    }
  })

  it('does not pop, wherever one face takes the place of another', () => {
    for (const [first, second] of [
      ['happy', 'angry'],
      ['surprised', 'sad'],
      ['disgusted', 'happy'],
    ] as const)
      for (const at of [3, 9, 16, 31, 47, 80]) {
        const stage = stillStage()
        express(stage, first, { seconds: 1 })
        const step = largestStep(stage, 200, (tick) => {
          if (tick === at) express(stage, second)
        })
        expect(step, `${first} → ${second} at ${at}`).toBeLessThan(0.16)
      }
  })

  it('shows a mood when a reaction has gone, and hides it under a strong one', () => {
    const stage = stillStage()
    stage.run('setMood', { actor: 'ana', name: 'sad', intensity: 0.6, seconds: 2 })
    stage.seek(60)
    const coming = weight(stage, 'mouthFrownLeft')
    stage.seek(240)
    const moody = weight(stage, 'mouthFrownLeft')
    expect(coming).toBeGreaterThan(0.05)
    expect(coming).toBeLessThan(moody * 0.8)
    express(stage, 'happy', { seconds: 1 })
    stage.seek(290)
    expect(weight(stage, 'mouthFrownLeft')).toBe(0)
    expect(weight(stage, 'mouthSmileLeft')).toBeGreaterThan(0.7)
    stage.seek(480)
    expect(weight(stage, 'mouthFrownLeft')).toBeCloseTo(moody, 5)
  })

  it('flashes a micro-expression in less than half a second, and what was there stays', () => {
    const stage = stillStage()
    express(stage, 'friendly')
    stage.seek(120)
    const before = weight(stage, 'mouthSmileLeft')
    express(stage, 'angry', { micro: true })
    const brows: number[] = []
    while (stage.world.tick < 180) {
      stage.step()
      brows.push(weight(stage, 'browDownLeft'))
    }
    const seen = brows.filter((value) => value > 0)
    expect(seen.length).toBeLessThan(30)
    expect(brows.indexOf(Math.max(...brows))).toBeLessThan(0.26 * 60)
    expect(Math.max(...seen)).toBeGreaterThan(0.6)
    expect(weight(stage, 'mouthSmileLeft')).toBeCloseTo(before, 5)
  })

  it('shows several expressions as one face', () => {
    const stage = stillStage()
    stage.run('express', {
      actor: 'ana',
      mix: [
        { name: 'happy', intensity: 0.5 },
        { name: 'surprised', intensity: 0.4 },
      ],
    })
    stage.seek(120)
    expect(weight(stage, 'mouthSmileLeft')).toBeGreaterThan(0.4)
    expect(weight(stage, 'browOuterUpLeft')).toBeGreaterThan(0.35)
  })

  it('keeps every channel between 0 and 1, and pulls no corner of the mouth both ways, in any blend of three', () => {
    for (const [i, first] of EMOTIONS.entries()) {
      const names = [first, EMOTIONS[(i + 5) % EMOTIONS.length]!, EMOTIONS[(i + 9) % EMOTIONS.length]!]
      const stage = stillStage()
      stage.run('express', { actor: 'ana', mix: names.map((name) => ({ name })) })
      express(stage, 'angry', { micro: true })
      stage.seek(60)
      expect(face(stage).every((value) => value >= 0 && value <= 1)).toBe(true)
      expect(Math.min(weight(stage, 'mouthSmileLeft'), weight(stage, 'mouthFrownLeft'))).toBeLessThan(0.21)
    }
  })

  it('is as strong as the manner has it', () => {
    const smileIn = (manner: string): number => {
      const stage = stillStage()
      stage.run('setManner', { actor: 'ana', manner })
      express(stage, 'happy', { intensity: 0.6 })
      stage.seek(120)
      return weight(stage, 'mouthSmileLeft')
    }
    expect(smileIn('professional')).toBeLessThan(smileIn('casual'))
    expect(smileIn('casual')).toBeLessThan(smileIn('enthusiastic'))
  })
})
