import { expect, test } from 'vitest'
import { VISEME_COUNT, type VisemeName, visemeIndex } from '../rig/visemes.ts'
import { createTrack, type Track } from '../tracks/track.ts'
import { lintSpeech } from './lint-speech.ts'

type Keyframes = readonly (readonly [number, number])[]

/** Viseme tracks that are still but for those named. */
function tracksWith(named: Partial<Record<VisemeName, Keyframes>>): Track[] {
  const tracks = Array.from({ length: VISEME_COUNT }, () =>
    createTrack(
      [
        [0, 0],
        [1, 0],
      ],
      'linear',
    ),
  )
  for (const [viseme, keyframes] of Object.entries(named))
    tracks[visemeIndex(viseme as VisemeName)] = createTrack(keyframes, 'linear')
  return tracks
}

const CLOSURE: Keyframes = [
  [0, 0],
  [0.38, 0],
  [0.48, 1],
  [0.56, 1],
  [0.61, 0],
  [1, 0],
]
const M = [{ phone: 'm', start: 0.5, end: 0.58 }]

test('passes a closure that leads its sound', () => {
  const lint = lintSpeech(tracksWith({ PP: CLOSURE }), M)
  expect(lint.problems).toEqual([])
  expect(lint.leads[0]).toBeCloseTo(0.02, 2)
})

test('finds a closure that is missing, weak, late or leaky', () => {
  const weak = CLOSURE.map(([t, w]) => [t, 0.9 * w] as const)
  const late = CLOSURE.map(([t, w]) => [t === 0 ? 0 : t + 0.2, w] as const)
  const leak: Keyframes = [
    [0, 0],
    [0.4, 0.1],
    [0.6, 0.1],
    [1, 0],
  ]
  for (const tracks of [
    tracksWith({}),
    tracksWith({ PP: weak }),
    tracksWith({ PP: late }),
    tracksWith({ PP: CLOSURE, aa: leak }),
  ]) {
    expect(lintSpeech(tracks, M).shut).toEqual({ expected: 1, found: 0 })
  }
})

test('finds a flicker', () => {
  const flicker: Keyframes = [
    [0, 0],
    [0.3, 0],
    [0.32, 0.5],
    [0.34, 0],
    [1, 0],
  ]
  expect(lintSpeech(tracksWith({ aa: flicker }), []).problems.join()).toContain('aa shows for')
})

test('finds a jump', () => {
  const jump: Keyframes = [
    [0, 0],
    [0.3, 0],
    [0.301, 0.9],
    [0.6, 0.9],
    [1, 0],
  ]
  expect(lintSpeech(tracksWith({ oh: jump }), []).problems.join()).toContain('in one tick')
})

test('finds weights that sum to more than one', () => {
  const much: Keyframes = [
    [0, 0],
    [0.3, 0.7],
    [0.6, 0.7],
    [1, 0],
  ]
  expect(lintSpeech(tracksWith({ oh: much, aa: much }), []).problems.join()).toContain('sum')
})

test('finds more keyframes than a second needs', () => {
  const dense = Array.from({ length: 401 }, (_, i) => [i / 400, 0.2] as const)
  expect(lintSpeech(tracksWith({ oh: dense }), []).problems.join()).toContain('keyframes')
})
