import { describe, expect, test } from 'vitest'
import milla from '../../avatars/milla/recipe.json' with { type: 'json' }
import { addScaled, cross, distance, dot, mirrorX, scale, subtract, type Vec3 } from '../kit/vec3.ts'
import { parseRecipe } from '../recipe.ts'
import { LIMB_JOINTS, TRUNK_JOINTS } from '../skeleton/measures.ts'
import { armField, legField, torsoField } from './figure.ts'
import { createFit } from './fit.ts'
import type { Build } from './person.ts'

const DRAWN: Build = {
  body: { height: 1.62, build: 0, muscle: 0, shoulders: 0, hips: 0, bust: 0, legs: 0 },
  masculinity: 0,
  age: 27,
}
const person = ({ masculinity = 0, age = 27, ...body }: Partial<Build['body'] & Omit<Build, 'body'>>): Build => ({
  body: { ...DRAWN.body, ...body },
  masculinity,
  age,
})

/** Every corner of what may be chosen, but that traits which do not meet share a corner. */
const EXTREMES: readonly Build[] = [0, 1].flatMap((masculinity) =>
  [-1, 1].flatMap((build) =>
    [0, 1].flatMap((muscle) =>
      [-1, 1].flatMap((shoulders) =>
        [
          { height: 1.45, legs: -1, bust: -1, age: 16 },
          { height: 2, legs: 1, bust: 1, age: 85 },
        ].map((rest) => person({ masculinity, build, muscle, shoulders, hips: -shoulders, ...rest })),
      ),
    ),
  ),
)

/** How far off the skin there may be cloth or hair. Centimetres. */
const CLOTH = 6
const MANE = { radius: 17, downTo: 114 } as const

const isNearFigure = (x: number, y: number, z: number): boolean =>
  Math.min(torsoField(x, y, z), armField(x, y, z), legField(x, y, z)) < CLOTH ||
  Math.hypot(x, Math.max(0, 152 - y) * 0.2, z) < MANE.radius * (y > MANE.downTo && y < 172 ? 1 : 0)

function grid(): Vec3[] {
  const places: Vec3[] = []
  for (let x = 0; x < 84; x += x < 26 ? 2.3 : 6)
    for (let y = 0; y < 172; y += 3.7)
      for (let z = -18; z < 20; z += 4.1) if (isNearFigure(x, y, z)) places.push([x, y, z])
  return places
}

const STEP = 0.05
function volumeChange(place: (p: Vec3) => Vec3, [x, y, z]: Vec3): number {
  const slope = (a: Vec3, b: Vec3) => scale(subtract(place(a), place(b)), 0.5 / STEP)
  const u = slope([x + STEP, y, z], [x - STEP, y, z])
  const v = slope([x, y + STEP, z], [x, y - STEP, z])
  const w = slope([x, y, z + STEP], [x, y, z - STEP])
  return dot(cross(u, v), w)
}

test('the figure as drawn stays as it is, to the last bit', () => {
  const parsed = parseRecipe(milla)
  if ('problems' in parsed) throw new Error(parsed.problems.join(' '))
  const { place } = createFit(parsed.recipe)
  for (const p of grid()) expect(place(p)).toEqual(p)
})

test('nobody’s frame folds space: volumes about the figure stay positive', () => {
  const places = grid()
  let least = Number.POSITIVE_INFINITY
  for (const extreme of EXTREMES) {
    const { place } = createFit(extreme)
    const size = (extreme.body.height / 1.62) ** 3
    for (const p of places) least = Math.min(least, volumeChange(place, p) / size)
  }
  expect(least).toBeGreaterThan(0.05)
})

describe.each([
  { name: 'a small old woman', build: person({ height: 1.48, age: 80, build: 0.3 }) },
  { name: 'a muscular man', build: person({ height: 1.9, masculinity: 1, muscle: 1, shoulders: 1 }) },
  { name: 'a heavy man', build: person({ height: 1.75, masculinity: 1, build: 1, age: 60 }) },
])('$name', ({ build }) => {
  const { place } = createFit(build)

  test('is as tall as said, with feet on the floor and 7 to 8 heads', () => {
    const crown = place([0, 161.8, -1])[1]
    expect(crown).toBeCloseTo((161.8 / 162) * 100 * build.body.height, 6)
    expect(place([8, 0, 3])[1]).toBeCloseTo(0, 9)
    const heads = crown / (crown - place([0, 140.5, 7])[1])
    expect(heads).toBeGreaterThan(7)
    expect(heads).toBeLessThan(8.05)
  })

  test('mirrors left and right', () => {
    const left = grid().filter(([x], i) => x > 0 && i % 17 === 0)
    for (const p of left) expect(place(mirrorX(p))).toEqual(mirrorX(place(p)))
  })

  test('has arms and legs as straight as drawn', () => {
    const { UpperArm, LowerArm, Hand, UpperLeg, LowerLeg, Foot } = LIMB_JOINTS
    const heights = [UpperArm, LowerArm, Hand].map((joint) => place(joint)[1])
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1e-6)
    const across = [UpperLeg, LowerLeg, Foot].map((joint) => place(joint)[0])
    expect(Math.max(...across) - Math.min(...across)).toBeLessThan(1)
  })

  test.each([
    { what: 'the eye', at: [3.35, 150, 5.85], reach: 2.5 },
    { what: 'the chin', at: [0, 142.5, 6], reach: 2 },
    { what: 'a fingertip', at: [78, 130.5, -2], reach: 1 },
    { what: 'the palm', at: [66, 130, -2], reach: 4 },
  ] as const)('keeps the shape of $what', ({ at, reach }) => {
    const stretches = WAYS.map((way) => distance(place(at), place(addScaled(at, way, reach))))
    expect(Math.max(...stretches) / Math.min(...stretches)).toBeLessThan(1.0001)
  })
})

/** Unit vectors. */
const WAYS: readonly Vec3[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [0.6, 0.8, 0],
  [0, -0.6, 0.8],
]

test('men are broader in the shoulder for their hips than women', () => {
  const ratio = ({ place }: ReturnType<typeof createFit>) =>
    place(LIMB_JOINTS.UpperArm)[0] / place([14.2, 92.5, -0.6])[0]
  expect(ratio(createFit(person({ masculinity: 1 }))) / ratio(createFit(DRAWN))).toBeGreaterThan(1.15)
})

test('heavier people are wider and deeper at the waist, at the same height', () => {
  const slender = createFit(person({ build: -1 })).place
  const heavy = createFit(person({ build: 1 })).place
  expect(heavy([10, 106, 0])[0]).toBeGreaterThan(1.3 * slender([10, 106, 0])[0])
  expect(heavy([0, 102, 6])[2]).toBeGreaterThan(slender([0, 102, 6])[2] + 4)
  expect(heavy(TRUNK_JOINTS.head)[1]).toBeCloseTo(slender(TRUNK_JOINTS.head)[1], 6)
})
