import { expect } from 'vitest'
import { loadCatalogue, openContent } from '../../../engine/api/node.ts'
import { type Acted, measureActing, most, tally, total } from './measure-acting.ts'
import { createActingVoice } from './perform-text.ts'

/** Share of strokes that end on their vowel. */
const ON_VOWEL = 0.9

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
      acted.push(await measureActing(catalogue, voice, { text, seed, manner, expression }))
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

/** Gestures a second and share of gaze of each manner, while speaking. */
function byManner(acted: readonly Acted[]): Record<string, string> {
  const manners = [...new Set(acted.map(({ manner }) => manner))].sort()
  return Object.fromEntries(
    manners.map((manner) => {
      const of = acted.filter((one) => one.manner === manner)
      const speaking = total(of, 'speaking, s')
      const rate = total(of, 'strokes') / speaking
      const gaze = total(of, 'speaking with the eyes on the other, s') / speaking
      return [manner, `${rate.toFixed(2)} gestures a second, gaze ${gaze.toFixed(2)} over ${speaking.toFixed(0)} s`]
    }),
  )
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
