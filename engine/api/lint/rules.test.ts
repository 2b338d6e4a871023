import { describe, expect, it } from 'vitest'
import { fromEuler } from '../../core/math/quat.ts'
import { radians } from '../../core/math/scalar.ts'
import { LIFE_SIGNALS } from '../../plan/signals.ts'
import { FIRST_VISEME, faceChannel } from '../../rig/blendshapes.ts'
import { boneIndex } from '../../rig/bones.ts'
import { visemeIndex } from '../../rig/visemes.ts'
import type { GestureCue, LineCue } from '../../world/cues.ts'
import { NEVER } from '../../world/cues.ts'
import { speakTestLine, testStage } from '../test-stage.ts'
import { lintPerformance } from './lint-performance.ts'
import type { Observation } from './observe.ts'
import { blinkRate } from './rules/blink-rate.ts'
import { eyesShut } from './rules/eyes-shut.ts'
import { feetOnFloor } from './rules/feet-on-floor.ts'
import { footSlide } from './rules/foot-slide.ts'
import { frozen } from './rules/frozen.ts'
import { gazeLimit } from './rules/gaze-limit.ts'
import { gazeShare } from './rules/gaze-share.ts'
import { handInBody } from './rules/hand-in-body.ts'
import { RULES } from './rules/index.ts'
import { lipClosure } from './rules/lip-closure.ts'
import { motionLimit } from './rules/motion-limit.ts'
import { repeatedIdle } from './rules/repeated-idle.ts'
import { strokeTiming } from './rules/stroke-timing.ts'
import { watched } from './test-observation.ts'

const FOOT = boneIndex('leftFoot') * 3
const FEET = (['leftFoot', 'leftToes', 'rightFoot', 'rightToes'] as const).map((name) => boneIndex(name) * 3)
const HAND = boneIndex('leftHand') * 3

describe('foot-slide', () => {
  const slide = (millimetres: number) =>
    watched(footSlide, 60, ({ standing }, tick) => {
      if (tick > 10) standing[FOOT] = standing[FOOT]! + millimetres / 1000 / 49
    })

  it('tells of a standing foot that creeps, once, and not of one within its bound', () => {
    expect(slide(6).breaches).toHaveLength(1)
    expect(slide(6).breaches[0]).toMatchObject({ to: 59, text: 'a standing foot slides by 6.0 mm' })
    expect(slide(4).breaches).toEqual([])
  })

  it('lets a lifted foot go where it likes', () => {
    const { breaches } = watched(footSlide, 30, ({ standing, placed }, tick) => {
      standing[FOOT] = tick / 100
      placed.positions[FOOT + 1] = 0.2
    })
    expect(breaches).toEqual([])
  })
})

describe('feet-on-floor', () => {
  const raised = (metres: number) =>
    watched(feetOnFloor, 40, ({ standing }, tick) => {
      if (tick === 0) for (const at of FEET) standing[at + 1] = standing[at + 1]! + metres
    }).breaches

  it('tells of someone who hangs above the floor or sinks into it', () => {
    expect(raised(0.008)[0]!.text).toBe('both feet hang 8.0 mm above the floor')
    expect(raised(-0.008)[0]!.text).toBe('a foot sinks 8.0 mm into the floor')
    expect(raised(0.003)).toEqual([])
  })

  it('lets one foot be lifted', () => {
    const { breaches } = watched(feetOnFloor, 40, ({ standing }) => {
      standing[FOOT + 1] = 0.4
      standing[FEET[1]! + 1] = 0.4
    })
    expect(breaches).toEqual([])
  })
})

describe('motion-limit', () => {
  const swing = (metres: number, ticks: number) =>
    watched(motionLimit, ticks + 10, ({ placed }, tick) => {
      const t = Math.min(1, Math.max(0, (tick - 5) / ticks))
      placed.positions[HAND] = metres * t * t * t * (t * (t * 6 - 15) + 10)
    })

  it('tells of a hand that is too fast, and measures one that is not', () => {
    expect(swing(1, 20).breaches.map(({ text }) => text)).toContain('a hand moves at 5.6 m/s')
    const calm = swing(0.4, 30)
    expect(calm.breaches).toEqual([])
    expect(calm.measures['hands at fastest, m/s']).toBeCloseTo(1.5, 1)
  })

  it('tells of a hand or a bone that jumps', () => {
    const hand = watched(motionLimit, 20, ({ placed }, tick) => {
      placed.positions[HAND] = tick < 10 ? 0 : 0.02
    })
    expect(hand.breaches.map(({ text }) => text).join()).toMatch(/a hand jerks/)
    const bone = watched(motionLimit, 20, ({ rotations }, tick) => {
      fromEuler(rotations, boneIndex('head') * 4, tick < 10 ? 0 : radians(30), 0, 0)
    })
    expect(bone.breaches).toEqual([expect.objectContaining({ text: 'a bone jumps by 30°', from: 10, to: 10 })])
  })
})

describe('gaze-limit', () => {
  it('tells of an eye that is turned out of its socket', () => {
    const turned = (yaw: number, pitch: number) =>
      watched(gazeLimit, 5, ({ rotations }) => {
        fromEuler(rotations, boneIndex('leftEye') * 4, radians(yaw), radians(pitch), 0)
      }).breaches.length
    expect([turned(45, 0), turned(0, -30), turned(0, 44), turned(30, 20)]).toEqual([1, 1, 1, 0])
  })
})

describe('eyes-shut', () => {
  it('tells of eyes that stay shut, and not of a blink', () => {
    const shut = (ticks: number) =>
      watched(eyesShut, 80, ({ face }, tick) => {
        for (const side of ['Left', 'Right'] as const) face[faceChannel(`eyeBlink${side}`)] = tick < ticks ? 1 : 0
      }).breaches.length
    expect([shut(60), shut(12)]).toEqual([1, 0])
  })
})

describe('blink-rate', () => {
  const blinking = (perMinute: number) =>
    watched(blinkRate, 3600 * 3, ({ face }, tick) => {
      const every = Math.round(3600 / perMinute)
      face[faceChannel('eyeBlinkLeft')] = tick % every < 10 ? 1 : 0
      return { state: 'idle' }
    })

  it('tells of too few and too many, over minutes', () => {
    expect(blinking(17).breaches).toEqual([])
    expect(blinking(17).measures['blinks a minute, idle']).toBeCloseTo(17, 0)
    expect(blinking(4).breaches).toHaveLength(1)
    expect(blinking(60).breaches).toHaveLength(1)
  })
})

describe('lip-closure', () => {
  /** One b, from 0.2 to 0.3 s. */
  const line = {
    id: 'ana/line/0',
    start: 0,
    released: NEVER,
    plan: { phones: [{ phone: 'b', start: 0.2, end: 0.3 }] },
  } as unknown as LineCue

  const saying = (face: Readonly<Record<number, number>>, cue = line) =>
    watched(lipClosure, 60, (observation) => {
      for (const [channel, weight] of Object.entries(face)) observation.face[Number(channel)] = weight
      return { lines: [cue] }
    }).breaches.map(({ text }) => text)

  const PP = FIRST_VISEME + visemeIndex('PP')

  it('tells of a b without lips, with an open mouth, and under a wide smile', () => {
    expect(saying({})).toEqual([expect.stringMatching(/no contact of the lips for "b"/)])
    expect(saying({ [PP]: 1, [faceChannel('jawOpen')]: 0.3 })).toEqual([expect.stringMatching(/held open/)])
    expect(saying({ [PP]: 1, [faceChannel('mouthSmileLeft')]: 0.7 })).toEqual([expect.stringMatching(/smile or frown/)])
    expect(saying({ [PP]: 1, [faceChannel('mouthSmileLeft')]: 0.2 })).toEqual([])
  })

  it('does not look for what was cut short', () => {
    expect(saying({}, { ...line, released: 10 })).toEqual([])
  })
})

describe('frozen', () => {
  it('tells of a body in which nothing moves', () => {
    const { breaches } = watched(frozen, 400, () => {})
    expect(breaches.map(({ text }) => text)).toEqual([
      expect.stringMatching(/the chest stands still/),
      expect.stringMatching(/the head stands still/),
      expect.stringMatching(/the eyes stand still/),
    ])
  })
})

describe('repeated-idle', () => {
  const waiting = (period: number) =>
    watched(repeatedIdle, 60 * 60, ({ signals }, tick) => {
      for (const [i] of LIFE_SIGNALS.entries()) {
        const t = (tick % period) / 60
        signals[i] = Math.sin(t * (0.9 + i * 0.13)) + Math.sin(t * t * 0.05 + i)
      }
    }).breaches

  it('tells of waiting that comes round again', () => {
    expect(waiting(20 * 60).length).toBeGreaterThan(0)
    expect(waiting(60 * 60)).toEqual([])
  })

  /** Two minutes of real waiting, of which one signal is taken twenty seconds after another again and again, as a loop does. */
  const looped = (share: number) => {
    const stage = testStage()
    stage.step()
    const loop: Float32Array[] = []
    return watched(repeatedIdle, 60 * 120, ({ signals }, tick) => {
      stage.step()
      const { Life } = stage.world.components
      const own = Life.signals.subarray(LIFE_SIGNALS.length, 2 * LIFE_SIGNALS.length)
      if (tick < 20 * 60) loop.push(own.slice())
      signals.set(own.map((value, i) => value * (1 - share) + share * loop[tick % loop.length]![i]!))
    }).breaches.map(({ text }) => text)
  }

  it('tells of a loop of twenty seconds under motion that never repeats, and of nothing in the motion alone', () => {
    expect(looped(0)).toEqual([])
    expect(looped(0.75).at(-1)).toBe('waiting comes round every 20 s')
  })
})

describe('hand-in-body', () => {
  it('tells of fingers inside a thigh, by how much', () => {
    const inside = (observation: Observation) => {
      const { wearable, placed } = observation
      const [collider] = wearable.rig.colliders
      const bone = boneIndex(collider!.bone)
      placed.positions.set(wearable.rest.positions)
      placed.rotations.fill(0)
      for (let i = 3; i < placed.rotations.length; i += 4) placed.rotations[i] = 1
      placed.positions.set(collider!.at, boneIndex('leftIndexDistal') * 3)
      return bone
    }
    const { breaches } = watched(handInBody, 10, (observation) => {
      inside(observation)
    })
    expect(breaches).toHaveLength(1)
    expect(breaches[0]!.text).toMatch(/a hand sinks \d+ mm into the body/)
  })
})

describe('stroke-timing', () => {
  /** A gesture of the right hand that goes with a word at tick 60, and is planned to be there. */
  const cue = {
    id: 'ana/beat/0',
    line: 'line',
    start: 20,
    asked: 60,
    stroke: 60,
    released: NEVER,
    gesture: { name: 'beat', arms: [false, true], sync: { strokeStart: 0.3, stroke: 0.5 } },
  } as unknown as GestureCue

  /** The hand moves for ten ticks, and comes to rest at a tick. */
  const resting = (at: number) =>
    watched(strokeTiming, 120, ({ placed }, tick) => {
      const t = Math.min(1, Math.max(0, (tick - at + 10) / 10))
      placed.positions[boneIndex('rightHand') * 3] = 0.2 * t * t * t * (t * (t * 6 - 15) + 10)
      return { gestures: [cue] }
    })

  it('takes a stroke for what the hand does, not for what was planned', () => {
    expect(resting(60).measures).toMatchObject({ strokes: 1, 'strokes on their vowel': 1 })
    expect(resting(70).measures).toMatchObject({ strokes: 1, 'strokes on their vowel': 0 })
  })

  it('tells of a stroke that is another word’s', () => {
    const early = { ...cue, asked: 30 }
    const { breaches } = watched(strokeTiming, 120, ({ placed }, tick) => {
      placed.positions[boneIndex('rightHand') * 3] = Math.min(1, Math.max(0, (tick - 50) / 10)) * 0.2
      return { gestures: [early] }
    })
    expect(breaches).toEqual([expect.objectContaining({ text: expect.stringMatching(/"beat" ends 0\.5\d s after/) })])
  })
})

describe('gaze-share', () => {
  const away = (ticks: number) =>
    watched(gazeShare, 600, ({ signals }, tick) => {
      signals[LIFE_SIGNALS.indexOf('gazeAway')] = tick < ticks ? 1 : 0
      return { state: 'speaking' }
    })

  it('tells of eyes that stay away, and measures how long they do not', () => {
    expect(away(400).breaches).toHaveLength(1)
    expect(away(100).breaches).toEqual([])
    expect(away(300).measures['speaking with the eyes on the other, s']).toBeCloseTo(5)
  })
})

describe('lintPerformance', () => {
  it('sees who comes and goes, and measures every actor', () => {
    const stage = testStage()
    speakTestLine(stage)
    const { measures } = lintPerformance(stage, { ticks: 120 })
    expect([...measures.keys()]).toEqual(['ana'])
    expect(measures.get('ana')).toMatchObject({ 'lip contacts missed': 0 })
    expect(measures.get('ana')!['lip contacts']).toBeGreaterThan(2)
  })

  it('stops when it is told to', () => {
    const stopped = AbortSignal.abort(new Error('enough'))
    expect(() => lintPerformance(testStage(), { ticks: 10, signal: stopped })).toThrow('enough')
  })

  it('has a name of its own for every rule', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length)
  })
})
