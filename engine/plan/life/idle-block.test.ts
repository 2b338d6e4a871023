import { describe, expect, test } from 'vitest'
import { degrees } from '../../core/math/scalar.ts'
import { sampleTrack } from '../../tracks/sample.ts'
import { ACTING_STATES, type ActingState } from '../acting.ts'
import { LIFE_SIGNALS, type LifeSignal, type LifeSignals } from '../signals.ts'
import { breathKeyframes } from './breath.ts'
import { BLOCK_SECONDS, compileIdleBlock } from './idle-block.ts'

const MINUTES = 10
const BLOCKS = (MINUTES * 60) / BLOCK_SECONDS
const RATE = 60

const ACTORS = [
  { seed: 1, actor: 'ana' },
  { seed: 1, actor: 'ben' },
  { seed: 20261120, actor: 'ana' },
] as const

type Who = { readonly seed: number; readonly actor: string }

const kept = new Map<string, LifeSignals[]>()

/** Ten minutes of blocks. */
function tenMinutes({ seed, actor }: Who, state: ActingState): LifeSignals[] {
  const key = `${seed}/${actor}/${state}`
  const blocks =
    kept.get(key) ?? Array.from({ length: BLOCKS }, (_, block) => compileIdleBlock({ seed, actor, state, block }))
  kept.set(key, blocks)
  return blocks
}

/** A signal over ten minutes, sampled at a rate. */
const sampled = (blocks: readonly LifeSignals[], signal: LifeSignal, rate = RATE): number[] =>
  blocks.flatMap((block) =>
    Array.from({ length: BLOCK_SECONDS * rate }, (_, i) => sampleTrack(block[signal], i / rate)),
  )

/** Seconds at which values first reach a level, each time. */
const risesTo = (values: readonly number[], level: number, rate = RATE): number[] =>
  values.flatMap((value, i) => (i > 0 && value >= level && values[i - 1]! < level ? [i / rate] : []))

const gaps = (times: readonly number[]): number[] => times.slice(1).map((time, i) => time - times[i]!)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const deviation = (values: readonly number[]): number => Math.sqrt(mean(values.map((v) => (v - mean(values)) ** 2)))
const variation = (values: readonly number[]): number => deviation(values) / mean(values)

/** Lengths of the stretches in which values stay at one of two levels. Seconds; the cut ones at the ends are left out. */
function spans(values: readonly number[], level: number): number[] {
  const changes = values.flatMap((value, i) => (i > 0 && value !== values[i - 1] ? [i] : []))
  return changes.slice(1).flatMap((end, i) => (values[changes[i]!] === level ? [(end - changes[i]!) / RATE] : []))
}

describe.each(ACTORS)('$actor with seed $seed', (who) => {
  test.each([
    ['idle', 17],
    ['listening', 20],
    ['thinking', 15],
    ['speaking', 26],
  ] as const)('blinks about as often as people do when %s', (state, rate) => {
    const blinks = risesTo(sampled(tenMinutes(who, state), 'blink'), 0.99)
    expect(blinks.length / MINUTES).toBeGreaterThan(0.8 * rate)
    expect(blinks.length / MINUTES).toBeLessThan(1.2 * rate)
    // A fixed period would have no variation; human gaps vary by about their mean.
    expect(variation(gaps(blinks))).toBeGreaterThan(0.5)
    expect(mean(gaps(blinks).map((gap) => (gap < 0.7 ? 1 : 0)))).toBeGreaterThan(0.05)
  })

  test('closes its lids faster than it opens them', () => {
    const values = sampled(tenMinutes(who, 'idle').slice(0, 12), 'blink', 1000)
    const shut = risesTo(values, 0.999, 1000)
    for (const time of shut) {
      const at = Math.round(time * 1000)
      const begins = at - values.slice(0, at).reverse().indexOf(0)
      const opens = at + values.slice(at).findIndex((value) => value < 0.999)
      const ends = opens + values.slice(opens).indexOf(0)
      expect(at - begins).toBeGreaterThanOrEqual(73)
      expect(at - begins).toBeLessThanOrEqual(102)
      expect(ends - opens).toBeGreaterThanOrEqual(148)
      expect(ends - opens).toBeLessThanOrEqual(252)
    }
  })

  test.each([
    ['idle', 0.6],
    ['listening', 0.75],
    ['thinking', 0.2],
    ['speaking', 0.41],
  ] as const)('looks at its partner as much as people do when %s', (state, share) => {
    const away = sampled(tenMinutes(who, state), 'gazeAway')
    expect(1 - mean(away)).toBeGreaterThan(share - 0.1)
    expect(1 - mean(away)).toBeLessThan(share + 0.1)
    expect(variation(spans(away, 0))).toBeGreaterThan(0.3)
  })

  test('looks at its partner for about 2.2 s at a time when speaking, and for longer when listening', () => {
    const [speaking, listening] = (['speaking', 'listening'] as const).map((state) =>
      mean(spans(sampled(tenMinutes(who, state), 'gazeAway'), 0)),
    )
    expect(speaking).toBeGreaterThan(1.7)
    expect(speaking).toBeLessThan(2.7)
    expect(listening).toBeGreaterThan(3.5)
    expect(listening).toBeLessThan(8)
  })

  test('keeps its gaze within 2.5 degrees of the face it looks at, and beyond when it looks away', () => {
    const blocks = tenMinutes(who, 'speaking')
    const [yaw, pitch, away] = (['gazeYaw', 'gazePitch', 'gazeAway'] as const).map((signal) => sampled(blocks, signal))
    yaw!.forEach((x, i) => {
      const isSettled = i > 8 && away!.slice(i - 8, i + 1).every((value) => value === away![i])
      const angle = degrees(Math.sqrt(x * x + pitch![i]! ** 2))
      if (isSettled && away![i] === 0) expect(angle).toBeLessThan(2.5)
      if (isSettled && away![i] === 1 && x === yaw![i - 1]) expect(angle).toBeGreaterThan(3)
      expect(angle).toBeLessThan(17)
    })
  })

  test('moves its eyes one or two times a second on a face, and holds them still between', () => {
    const blocks = tenMinutes(who, 'listening')
    const yaw = sampled(blocks, 'gazeYaw', 240)
    const moving = yaw.filter((value, i) => i > 0 && value !== yaw[i - 1]).length / yaw.length
    const jumps = risesTo(
      yaw.map((value, i) => (i > 0 && value !== yaw[i - 1] ? 1 : 0)),
      1,
      240,
    )
    expect(jumps.length / (MINUTES * 60)).toBeGreaterThan(1)
    expect(jumps.length / (MINUTES * 60)).toBeLessThan(2)
    expect(moving).toBeLessThan(0.12)
  })

  test('looks up or aside when it thinks', () => {
    const blocks = tenMinutes(who, 'thinking')
    const pitch = sampled(blocks, 'gazePitch').filter((_, i) => sampled.length > 0 && i % 6 === 0)
    expect(
      mean(pitch.filter((value) => Math.abs(degrees(value)) > 3).map((value) => (value < 0 ? 1 : 0))),
    ).toBeGreaterThan(0.9)
  })

  test('breathes 12 to 20 times a minute, never twice alike, in faster than out', () => {
    const breath = sampled(tenMinutes(who, 'idle'), 'breath')
    const inhales = risesTo(breath, 0.25)
    expect(inhales.length / MINUTES).toBeGreaterThanOrEqual(12)
    expect(inhales.length / MINUTES).toBeLessThanOrEqual(20)
    expect(variation(gaps(inhales))).toBeGreaterThan(0.05)
    const rising = mean(breath.map((value, i) => (value > (breath[i - 1] ?? 0) ? 1 : 0)))
    const falling = mean(breath.map((value, i) => (value < (breath[i - 1] ?? 0) ? 1 : 0)))
    expect(falling / rising).toBeGreaterThan(1.3)
    expect(falling / rising).toBeLessThan(2)
  })

  test.each(['hipsX', 'hipsZ', 'leanPitch', 'leanRoll', 'twist'] as const)(
    'sways below 1 Hz in %s, without a fixed period',
    (signal) => {
      const power = spectrum(sampled(tenMinutes(who, 'idle'), signal, 8).slice(0, 960), 8)
      const total = power.reduce((sum, { value }) => sum + value, 0)
      const share = (from: number, to: number) =>
        power.filter(({ hertz }) => hertz >= from && hertz < to).reduce((sum, { value }) => sum + value, 0) / total
      expect(share(1, 4)).toBeLessThan(0.01)
      // One sine would hold all its power in one of these 1/120 Hz wide lines.
      expect(Math.max(...power.map(({ value }) => value)) / total).toBeLessThan(0.5)
    },
  )

  test('drifts by 5 to 15 mm at the hips and shifts its weight every 20 to 60 s', () => {
    const blocks = tenMinutes(who, 'idle')
    for (const signal of ['hipsX', 'hipsZ'] as const) {
      const reach = Math.max(...sampled(blocks, signal).map(Math.abs))
      expect(reach).toBeGreaterThan(0.005)
      expect(reach).toBeLessThan(0.015)
    }
    const weight = sampled(blocks, 'weightShift', 8)
    const shifts = risesTo(
      weight.map((value, i) => (i > 0 && Math.abs(value - weight[i - 1]!) > 0.01 ? 1 : 0)),
      1,
      8,
    )
    expect(shifts.length).toBeGreaterThanOrEqual(MINUTES)
    for (const gap of gaps(shifts)) {
      expect(gap).toBeGreaterThan(19)
      expect(gap).toBeLessThan(62)
    }
  })
})

describe('who waits', () => {
  /** At each quarter of a second, whether the eyes are farther from the other than glances go. */
  function far(blocks: readonly LifeSignals[]): boolean[] {
    const pitch = sampled(blocks, 'gazePitch', 4)
    return sampled(blocks, 'gazeYaw', 4).map((yaw, i) => Math.abs(degrees(yaw)) > 17 || degrees(pitch[i]!) > 17)
  }

  test('looks about the room every ten to forty seconds, and the head goes along', () => {
    for (const who of ACTORS) {
      const blocks = tenMinutes(who, 'idle')
      const looks = far(blocks).flatMap((isFar, i, all) => (isFar && !all[i - 1] ? [i / 4] : []))
      expect(600 / looks.length).toBeGreaterThan(10)
      expect(600 / looks.length).toBeLessThan(40)
      expect(Math.max(...sampled(blocks, 'followYaw', 8).map(degrees))).toBeGreaterThan(9)
      expect(variation(gaps(looks))).toBeGreaterThan(0.4)
    }
  })

  test('keeps to the other while it listens', () => {
    for (const who of ACTORS) expect(far(tenMinutes(who, 'listening'))).not.toContain(true)
  })

  test('sighs some twelve times an hour', () => {
    let sighs = 0
    for (let minute = 0; minute < 180; minute++)
      sighs += breathKeyframes(3, 'ana', minute, 1).filter(([, depth]) => depth > 0.95).length
    expect(sighs / 3).toBeGreaterThan(7)
    expect(sighs / 3).toBeLessThan(18)
  })

  test('presses, moistens and swallows three to seven times a minute, and never while it speaks', () => {
    for (const who of ACTORS) {
      const rises = (state: ActingState) => risesTo(sampled(tenMinutes(who, state), 'lipPress', 10), 0.03, 10)
      const moments = rises('idle')
      expect(moments.length / MINUTES).toBeGreaterThan(3)
      expect(moments.length / MINUTES).toBeLessThan(7)
      expect(variation(gaps(moments))).toBeGreaterThan(0.3)
      expect(rises('speaking')).toEqual([])
    }
  })
})

/** Power of each line of the spectrum, without the mean. */
function spectrum(values: readonly number[], rate: number): { hertz: number; value: number }[] {
  const n = values.length
  const middle = mean(values)
  return Array.from({ length: n / 2 - 1 }, (_, k) => {
    let re = 0
    let im = 0
    for (let i = 0; i < n; i++) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / n)
      re += window * (values[i]! - middle) * Math.cos((2 * Math.PI * (k + 1) * i) / n)
      im += window * (values[i]! - middle) * Math.sin((2 * Math.PI * (k + 1) * i) / n)
    }
    return { hertz: ((k + 1) * rate) / n, value: re * re + im * im }
  })
}

test.each(ACTING_STATES)('a block of %s meets the next one without a jump', (state) => {
  for (const who of ACTORS) {
    const blocks = tenMinutes(who, state)
    for (let i = 1; i < BLOCKS; i++) {
      for (const signal of LIFE_SIGNALS) {
        expect(sampleTrack(blocks[i]![signal], 0)).toBeCloseTo(sampleTrack(blocks[i - 1]![signal], BLOCK_SECONDS), 6)
      }
    }
  }
})

test.each(ACTING_STATES)('nothing but eyes and lids moves fast when %s', (state) => {
  const limits = {
    breath: 0.03,
    hipsX: 0.001,
    hipsZ: 0.001,
    weightShift: 0.04,
    leanPitch: 0.002,
    leanRoll: 0.003,
    twist: 0.002,
    headYaw: 0.012,
    headPitch: 0.012,
    headRoll: 0.004,
  }
  const blocks = tenMinutes(ACTORS[0], state)
  for (const [signal, limit] of Object.entries(limits)) {
    const values = sampled(blocks, signal as LifeSignal)
    const fastest = values.reduce((most, value, i) => Math.max(most, Math.abs(value - (values[i - 1] ?? value))), 0)
    expect(fastest, signal).toBeLessThan(limit)
  }
})

test.each(ACTING_STATES)('keyframes of %s ascend', (state) => {
  for (const who of ACTORS) {
    for (const block of tenMinutes(who, state)) {
      for (const signal of LIFE_SIGNALS) {
        const { times } = block[signal]
        expect(
          times.every((time, i) => i === 0 || time >= times[i - 1]!),
          signal,
        ).toBe(true)
      }
    }
  }
})

test('the same arguments give the same bits, whatever was asked before', () => {
  const options = { seed: 7, actor: 'ana', state: 'speaking', block: 41 } as const
  const first = compileIdleBlock(options)
  compileIdleBlock({ ...options, block: 3 })
  expect(compileIdleBlock(options)).toEqual(first)
})

test('breath, sway and weight do not depend on the state, so that a change of state does not show in them', () => {
  const [idle, speaking] = (['idle', 'speaking'] as const).map((state) =>
    compileIdleBlock({ seed: 7, actor: 'ana', state, block: 5 }),
  )
  for (const signal of ['breath', 'hipsX', 'hipsZ', 'weightShift', 'leanPitch', 'leanRoll', 'twist'] as const) {
    expect(speaking![signal]).toEqual(idle![signal])
  }
})

test('another seed, actor or block is another life', () => {
  const options = { seed: 7, actor: 'ana', state: 'idle', block: 2 } as const
  const base = compileIdleBlock(options)
  for (const other of [{ seed: 8 }, { actor: 'ben' }, { block: 3 }]) {
    const life = compileIdleBlock({ ...options, ...other })
    for (const signal of ['breath', 'hipsX', 'twist', 'headYaw', 'gazeYaw', 'blink'] as const)
      expect(life[signal]).not.toEqual(base[signal])
  }
})

test.each([0.75, 1.3])('at a pace of %s one breathes and sways by as much slower or faster', (pace) => {
  const breaths = (rate: number) =>
    Array.from({ length: 20 }, (_, epoch) =>
      breathKeyframes(5, 'ana', epoch, rate).filter(([, depth]) => depth > 0.3),
    ).flat().length
  expect(breaths(pace) / breaths(1)).toBeGreaterThan(pace - 0.08)
  expect(breaths(pace) / breaths(1)).toBeLessThan(pace + 0.08)
})
