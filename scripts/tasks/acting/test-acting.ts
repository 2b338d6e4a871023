import { expect } from 'vitest'
import { loadCatalogue, openContent } from '../../../engine/api/node.ts'
import { type Acted, measureActing, most, tally, total } from './measure-acting.ts'
import { createActingVoice } from './perform-text.ts'

/** Share of strokes that end on their vowel. */
const ON_VOWEL = 0.9
/** How far the share of gaze lies from the manner's at most; people's, in conversation, within ten points of theirs. */
const GAZE_OFF = 0.1
/** Gestures a second against the manner's: at a rate of 0.1, the 0.05 to 0.15 of formal speakers. */
const LEAST_RATE = 0.6
const MOST_RATE = 1.5

/** Every text with every seed; manners and expressions take turns, so that each meets each. */
export async function measureAll(texts: readonly string[], seeds: readonly number[]): Promise<Acted[]> {
  const catalogue = await loadCatalogue(openContent(), 'studio')
  const voice = createActingVoice()
  const manners = [...catalogue.manners.keys()]
  const expressions = [...catalogue.expressions.keys()]
  const acted: Acted[] = []
  for (const seed of seeds) {
    for (const [i, text] of texts.entries()) {
      const turn = i + seed * 7
      const manner = manners[turn % manners.length]!
      const expression = expressions[(turn + Math.floor(turn / manners.length)) % expressions.length]!
      // A stage of its own for each: eyes on one stage would wander the same way under every text.
      acted.push(await measureActing(catalogue, voice, { text, seed: seed * 1000 + i, manner, expression }))
    }
  }
  return acted
}

/** Prints the figures, and holds them against their bars. */
export function expectGoodActing(acted: readonly Acted[]): void {
  const strokes = total(acted, 'strokes')
  const onVowel = total(acted, 'strokes on their vowel') / strokes
  const contacts = total(acted, 'lip contacts')
  const figures = {
    performances: acted.length,
    seconds: Math.round(acted.reduce((sum, { seconds }) => sum + seconds, 0)),
    strokes,
    'strokes on their vowel': onVowel,
    'by chance': total(acted, 'share of speech on a vowel by chance') / acted.length,
    'lip contacts': contacts,
    'missed or pulled apart': total(acted, 'lip contacts missed'),
    'hands at fastest, m/s': most(acted, 'hands at fastest, m/s'),
    'hands at most jerk, m/s³': most(acted, 'hands at most jerk, m/s³'),
    'foot slide, mm': most(acted, 'foot slide, mm'),
    'hand in body, mm': most(acted, 'hand in body, mm'),
    ...byManner(acted),
    found: tally(acted),
    degraded: countDegraded(acted),
  }
  process.stderr.write(`${JSON.stringify(figures, null, 2)}\n`)
  expect(onVowel).toBeGreaterThanOrEqual(ON_VOWEL)
  expect(total(acted, 'lip contacts missed')).toBe(0)
  expect(tally(acted)).toEqual({})
}

type Liveliness = { readonly manner: string; readonly seconds: number; readonly rate: number; readonly gaze: number }

/** Gestures a second and share of gaze of each manner, while speaking. */
function livelinessOf(acted: readonly Acted[]): Liveliness[] {
  const manners = [...new Set(acted.map(({ manner }) => manner))].sort()
  return manners.map((manner) => {
    const of = acted.filter((one) => one.manner === manner)
    const seconds = total(of, 'speaking, s')
    const gaze = total(of, 'speaking with the eyes on the other, s') / seconds
    return { manner, seconds, rate: total(of, 'strokes') / seconds, gaze }
  })
}

const byManner = (acted: readonly Acted[]): Record<string, string> =>
  Object.fromEntries(
    livelinessOf(acted).map(({ manner, rate, gaze, seconds }) => [
      manner,
      `${rate.toFixed(2)} gestures a second, gaze ${gaze.toFixed(2)} over ${seconds.toFixed(0)} s`,
    ]),
  )

/** Holds every manner to its own share of gaze and rate of gestures; minutes of each are needed to tell. */
export async function expectManners(acted: readonly Acted[]): Promise<void> {
  const { manners } = await loadCatalogue(openContent(), 'studio')
  const off = livelinessOf(acted).flatMap(({ manner, rate, gaze }) => {
    const own = manners.get(manner)!
    const [least, most] = [own.rate * LEAST_RATE, own.rate * MOST_RATE]
    return [
      ...(Math.abs(gaze - own.gaze.speaking) <= GAZE_OFF ? [] : [`${manner}: gaze ${gaze.toFixed(2)}`]),
      ...(rate >= least && rate <= most ? [] : [`${manner}: ${rate.toFixed(2)} gestures a second`]),
    ]
  })
  expect(off).toEqual([])
}

function countDegraded(acted: readonly Acted[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { degraded } of acted) {
    for (const told of degraded) {
      const [what] = told.split(':')
      counts[what!] = (counts[what!] ?? 0) + 1
    }
  }
  return counts
}
