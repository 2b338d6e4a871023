import * as z from 'zod'
import { lerp } from '../core/math/scalar.ts'
import { STANCE_NAMES, type StanceName } from './steps/stances.ts'

const share = z.number().min(0).max(1)
const gazeShare = z.number().min(0.05).max(0.95)
const degrees = z.number().min(-15).max(15)
const chance = z.number().min(0).max(10)

/**
 * How somebody moves while talking; `content/manners/<name>.json`. All but the vocabulary are numbers, so that any two can
 * be mixed.
 *
 * @source  Expressivity in Greta's terms (spatial and temporal extent, power, fluidity): B. Hartmann, M. Mancini,
 *          C. Pelachaud, "Implementing expressive gesture synthesis for embodied conversational agents" (2005).
 *          Self-adaptors: who makes many seems less settled, so the shy do and the calm hardly; M. Neff, N. Toothman,
 *          R. Bowmani, J. Fox Tree, M. Walker, "Don't scratch! Self-adaptors reflect emotional stability" (2011). Their
 *          kinds: P. Ekman, W. Friesen, "The repertoire of nonverbal behavior" (1969). The rates are our choice.
 */
export const mannerSchema = z.strictObject({
  version: z.literal(1),
  description: z.string().min(1),
  rate: z.number().min(0).max(0.6).describe('Gestures of the hands a second, while talking'),
  space: z.number().min(0.3).max(1.5).describe('Size of gestures, 1 as authored'),
  tempo: z.number().min(0.6).max(1.6).describe('Speed of preparations and retractions, 1 as authored'),
  power: share.describe('How hard strokes land: 0 glide, 1 snap and overshoot'),
  fluidity: share.describe(
    'How far gestures flow into one another: 0 each returns to rest, 1 none does between neighbours',
  ),
  face: z.number().min(0).max(1.3).describe('Strength of expressions'),
  head: z.number().min(0).max(1.5).describe('Size of nods and turns of the head in speech'),
  stillness: share.describe('Sway, weight and wandering of the head: 0 lively, 1 nearly still'),
  blinks: z.number().min(0.5).max(1.5).describe('Blinks against those of the state'),
  pace: z.number().min(0.6).max(1.5).describe('Tempo of breath, sway and shifts of weight, 1 as people do on average'),
  nods: z.number().min(0).max(1.5).describe('How readily it nods at what is told, 1 as people do on average'),
  gaze: z
    .strictObject({ idle: gazeShare, listening: gazeShare, thinking: gazeShare, speaking: gazeShare })
    .describe('Share of the time that the eyes rest on the other'),
  lowered: z
    .number()
    .min(-1)
    .max(1)
    .describe('Where looks away go: -1 never down, 0 as people do on average, 1 never up'),
  looks: z.number().min(0.5).max(2).describe('Length of each look, at the other and away, 1 as people do on average'),
  adaptors: z
    .number()
    .min(0)
    .max(4)
    .describe('Times a minute that the hands turn to the own body, while nobody asks anything'),
  posture: z
    .strictObject({
      lean: degrees.describe('Trunk forward'),
      chest: degrees.describe('Chest raised and opened'),
      shoulders: degrees.describe('Shoulders raised'),
      rounded: degrees.describe('Shoulders forward'),
      elbows: z.number().min(-15).max(30).describe('Elbows out from the body'),
      neck: degrees.describe('Neck forward, the face as level as before'),
      chin: degrees.describe('Chin raised'),
      tilt: degrees.describe('Head tilted to the left shoulder'),
      turn: z.number().min(-20).max(20).describe('Trunk turned to the left, the face less so'),
      weight: share.describe('How far shifts of weight go from leg to leg, 1 as people do on average'),
      feet: z.number().min(-0.06).max(0.15).describe('Metres that the feet stand further apart'),
      toes: degrees.describe('Toes further out'),
    })
    .describe('Degrees against a body at ease'),
  reposes: z
    .record(z.string(), chance)
    .describe('How readily the arms rest so, by the names in content/reposes; the most usual one is taken first'),
  stances: z
    .partialRecord(z.enum(STANCE_NAMES as [StanceName, ...StanceName[]]), chance)
    .describe('How readily the feet stand so; the most usual one is taken first'),
  vocabulary: z
    .record(z.string(), z.number().min(0).max(4))
    .describe('How readily a gesture is chosen, by its id or by what it means; 1 where nothing is said, 0 never'),
})

export type Manner = z.infer<typeof mannerSchema>

/** Parts of a posture, in the order of the column that keeps them. */
export const POSTURE_PARTS = [
  'lean',
  'chest',
  'shoulders',
  'rounded',
  'elbows',
  'neck',
  'chin',
  'tilt',
  'turn',
  'weight',
] as const satisfies readonly (keyof Manner['posture'])[]

/** What is chosen most readily of some by their chances; of equals the first. */
export const likeliest = (chances: Readonly<Record<string, number>>): string =>
  Object.entries(chances).reduce((best, one) => (one[1] > best[1] ? one : best))[0]

/**
 * The manner between two.
 *
 * @param share  0 the first, 1 the second.
 */
export function mixManners(first: Manner, second: Manner, share: number): Manner {
  if (share <= 0) return first
  if (share >= 1) return second
  return mixValues(first, second, share) as Manner
}

/** What counts where a manner does not name it: a gesture is chosen as readily as any, a repose or a stance never. */
const UNNAMED: Readonly<Record<string, number>> = { vocabulary: 1, reposes: 0, stances: 0 }

/** Numbers in between, records by key. */
function mixValues(a: unknown, b: unknown, share: number, unnamed = 1): unknown {
  if (typeof a === 'number' && typeof b === 'number') return lerp(a, b, share)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a
  const first = a as Readonly<Record<string, unknown>>
  const second = b as Readonly<Record<string, unknown>>
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])]
  return Object.fromEntries(
    keys.map((key) => [key, mixValues(first[key] ?? unnamed, second[key] ?? unnamed, share, UNNAMED[key])]),
  )
}
