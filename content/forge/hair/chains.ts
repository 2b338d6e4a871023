import { cos, sin } from '../kit/ops.ts'
import { clamp, DEGREE, lerp } from '../kit/scalar.ts'
import { addScaled, dot, mix3, subtract, type Vec3 } from '../kit/vec3.ts'
import type { Joint } from '../skeleton/skeleton.ts'
import type { SpringChain } from '../skeleton/springs.ts'
import { addInfluence, finishInfluences, type Influences } from '../weights/influences.ts'
import { type Comb, hemOf } from './comb.ts'
import type { HairDraft } from './lock.ts'
import { scalpPoint } from './scalp.ts'
import { growStrand } from './strand.ts'
import type { Swing } from './style.ts'

/** A chain in the rest pose. Head centimetres. */
type Chain = { readonly name: string; readonly azimuth: number; readonly places: readonly Vec3[] }

export type HangingHair = {
  readonly joints: readonly Joint[]
  readonly springs: readonly SpringChain[]
  readonly carry: (draft: HairDraft) => Influences[]
}

/** Radius of a chain's balls, cm. */
const RADIUS = 2
/** Pull downwards: hair at rest has already given in to most of it. */
const GRAVITY = 0.3

/** Lays the chains of a style, and says which carry a vertex. */
export function hangChains(comb: Comb, swing: Swing, tail: readonly Vec3[] | undefined): HangingHair {
  const chains = swing.azimuths.map(
    (azimuth): Chain => ({
      name: `hair${azimuth < 0 ? `R${-azimuth}` : `L${azimuth}`}`,
      azimuth,
      places: spaced(tail ?? guide(comb, swing, azimuth), swing.joints),
    }),
  )
  return {
    joints: chains.flatMap(({ name, places }) =>
      places.map(
        (position, i): Joint => ({
          name: `${name}_${i + 1}`,
          parent: i === 0 ? swing.bone : `${name}_${i}`,
          position,
        }),
      ),
    ),
    springs: chains.map(({ name, places }) => ({
      name,
      joints: places.map((_, i) => `${name}_${i + 1}`),
      stiffness: swing.stiffness,
      gravity: GRAVITY,
      drag: swing.drag,
      radius: RADIUS,
    })),
    carry: ({ mesh, swings }) => mesh.positions.map((p, v) => carriers(chains, swing, p, swings[v])),
  }
}

/** Chains that turn with the head end above the shoulders, or every nod would drive them in; head cm. */
const ABOVE_SHOULDERS = -11.7

/** A strand down the middle of what a chain carries. */
function guide({ barrier, scalp, style, recipe }: Comb, { bone, from }: Swing, azimuth: number): Vec3[] {
  const start = scalpPoint(scalp, azimuth, 70)
  const hem = hemOf(style, recipe)
  const strand = growStrand(barrier, {
    root: start,
    direction: [0.3 * sin(azimuth * DEGREE), -1, 0.3 * cos(azimuth * DEGREE)],
    length: start[1] - hem + 2,
    clearance: () => 1.2,
    force: () => [0, -0.2, 0],
    cling: { range: 0, share: 0, until: 0 },
  })
  const end = bone === 'head' ? Math.max(hem, ABOVE_SHOULDERS) : hem
  const hanging = strand.filter(([, y]) => y < from && y > end)
  return [strand.find(([, y]) => y < from)!, ...hanging.slice(1)]
}

/** So many places along a path, the ends among them. */
function spaced(path: readonly Vec3[], count: number): Vec3[] {
  const last = path.length - 1
  return Array.from({ length: count }, (_, i) => {
    const f = (i / (count - 1)) * last
    const k = Math.min(last - 1, Math.floor(f))
    return mix3(path[k]!, path[k + 1]!, f - k)
  })
}

/** Where long hair parts: what lies before the shoulder must not be drawn through it by what lies behind. Degrees. */
const SHOULDER = 90

const isBefore = (azimuth: number): boolean => Math.abs(azimuth) < SHOULDER

/** The nearest chain by azimuth carries a vertex, and the next one that may; along each, neighbouring joints share. */
function carriers(chains: readonly Chain[], { bone }: Swing, p: Vec3, azimuth: number | undefined): Influences {
  if (azimuth === undefined) return new Map([['head', 1]])
  const near = chains
    .map((chain) => ({ chain, away: Math.abs(turn(chain.azimuth - azimuth)) }))
    .sort((a, b) => a.away - b.away)
  const first = near[0]!
  const mayShare = ({ chain }: typeof first) =>
    bone === 'head' || isBefore(chain.azimuth) === isBefore(first.chain.azimuth)
  const second = near.slice(1).find(mayShare)
  const share = second ? clamp(0.5 + (second.away - first.away) / (second.away + first.away + 1) / 2, 0.5, 1) : 1
  const influences: Influences = new Map()
  addAlong(influences, first.chain, p, share)
  if (second) addAlong(influences, second.chain, p, 1 - share)
  return finishInfluences(influences)
}

/** Degrees brought to −180…180. */
const turn = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180

function addAlong(influences: Influences, { name, places }: Chain, p: Vec3, share: number): void {
  const along = Math.min(alongPath(places, p), places.length - 1)
  const joint = (i: number) => (i === 0 ? 'head' : `${name}_${i}`)
  const before = Math.floor(along)
  addInfluence(influences, joint(before), share * (1 - (along - before)))
  addInfluence(influences, joint(Math.min(before + 1, places.length - 1)), share * (along - before))
}

/** Which place of a path a point is next to, as an index with a fraction. */
function alongPath(places: readonly Vec3[], p: Vec3): number {
  let nearest = Number.POSITIVE_INFINITY
  let along = 0
  for (let i = 0; i + 1 < places.length; i++) {
    const link = subtract(places[i + 1]!, places[i]!)
    const t = clamp(dot(subtract(p, places[i]!), link) / dot(link, link))
    const off = subtract(p, addScaled(places[i]!, link, t))
    const distance = dot(off, off)
    if (distance >= nearest) continue
    nearest = distance
    along = lerp(i, i + 1, t)
  }
  return along
}
