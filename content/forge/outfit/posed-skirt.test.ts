import { describe, expect, test } from 'vitest'
import { legField } from '../body/figure.ts'
import { computeNormals } from '../kit/mesh.ts'
import { marchOutward } from '../kit/project.ts'
import { DEGREE, TAU } from '../kit/scalar.ts'
import { addScaled, distance, dot, rotateAbout, subtract, type Vec3 } from '../kit/vec3.ts'
import { LIMB_JOINTS } from '../skeleton/measures.ts'
import { bodyInfluences } from '../weights/body-weights.ts'
import { finishInfluences, type Influences } from '../weights/influences.ts'
import { createSkirt, SKIRT } from './skirt.ts'
import { skirtInfluences } from './skirt-weights.ts'

/** Turns of thigh and knee of each leg, radians, forward and backward. */
type Stride = Readonly<Record<'left' | 'right', { readonly hip: number; readonly knee: number }>>

/** Where a joint takes a place; helpers turn half-way, as a player drives them. */
function carriedBy(joint: string, stride: Stride, p: Vec3): Vec3 {
  const side = joint.startsWith('left') ? 'left' : joint.startsWith('right') ? 'right' : undefined
  if (side === undefined) return p
  const place = ([x, y, z]: Vec3): Vec3 => [side === 'left' ? x : -x, y, z]
  const { hip, knee } = stride[side]
  const isHalf = joint.endsWith('Half')
  const isThigh = joint.includes('UpperLeg')
  const bent = isThigh ? p : rotateAbout(p, 'x', isHalf ? knee / 2 : knee, place(LIMB_JOINTS.LowerLeg))
  return rotateAbout(bent, 'x', isThigh && isHalf ? -hip / 2 : -hip, place(LIMB_JOINTS.UpperLeg))
}

function carried(influences: Influences, stride: Stride, p: Vec3): Vec3 {
  let sum: Vec3 = [0, 0, 0]
  for (const [joint, share] of finishInfluences(influences)) sum = addScaled(sum, carriedBy(joint, stride, p), share)
  return sum
}

const { mesh, threads } = createSkirt()
/** The outer side, from the waistband to the hem. */
const cloth = mesh.positions
  .map((_, v) => v)
  .filter(
    (v) => threads[v]!.region === 'body' && mesh.positions[v]![1] < SKIRT.band && mesh.positions[v]![1] > SKIRT.hem,
  )

/** Skin of both thighs near the hem, where it may be seen: above, what the skirt hides is left out. */
const skin: Vec3[] = [48.5, 51, 54, 57].flatMap((y) =>
  Array.from({ length: 16 }, (_, i): Vec3[] => {
    const a = (i / 16) * TAU
    const [x, , z] = marchOutward(legField, [8.4, y, 0.5], [Math.sin(a), 0, Math.cos(a)], 12)
    return [
      [x, y, z],
      [-x, y, z],
    ]
  }).flat(),
)

/** How far skin stands out of the skirt: the greatest way past the cloth next to it. Centimetres. */
function pokesOut(stride: Stride): number {
  const posed = mesh.positions.map((p) => carried(skirtInfluences(p), stride, p))
  const normals = computeNormals(posed, mesh.triangles)
  return Math.max(
    ...skin.map((p) => {
      const q = carried(bodyInfluences(p), stride, p)
      const near = cloth.reduce((best, v) => (distance(posed[v]!, q) < distance(posed[best]!, q) ? v : best), cloth[0]!)
      return dot(subtract(q, posed[near]!), normals[near]!)
    }),
  )
}

const straight = { hip: 0, knee: 0 }
const leg = (hip: number, knee: number) => ({ hip: hip * DEGREE, knee: knee * DEGREE })

describe('legs stay inside the skirt', () => {
  test.each<[string, Stride]>([
    ['standing', { left: straight, right: straight }],
    ['with one leg 30° forward', { left: leg(30, 5), right: straight }],
    ['walking', { left: leg(25, 8), right: leg(-18, 30) }],
    ['sitting', { left: leg(90, 90), right: leg(90, 90) }],
  ])('%s', (_, stride) => {
    expect(pokesOut(stride)).toBeLessThan(0)
  })
})

test('shares of a skirt sum to one, and no leg carries its waist', () => {
  for (const p of mesh.positions) {
    const shares = finishInfluences(skirtInfluences(p))
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    if (p[1] > 99) expect([...shares.keys()].some((joint) => joint.includes('Leg'))).toBe(false)
  }
})
