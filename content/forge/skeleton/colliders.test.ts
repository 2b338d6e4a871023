import { expect, test } from 'vitest'
import { armField, legField, torsoField } from '../body/figure.ts'
import { headField } from '../head/field.ts'
import { EYE_HEIGHT } from '../head/frame.ts'
import { MILLA } from '../head/recipe.ts'
import { capsule, type Sdf, sphere } from '../kit/sdf.ts'
import { addScaled, normalize, type Vec3 } from '../kit/vec3.ts'
import { BODY_COLLIDERS } from './colliders.ts'
import type { SpringCollider } from './springs.ts'

const head = headField(MILLA).bare
const fields: readonly Sdf[] = [torsoField, armField, legField, (x, y, z) => head(x, y - EYE_HEIGHT, z)]
const skin: Sdf = (x, y, z) => Math.min(...fields.map((field) => field(x, y, z)))

const STEPS = [-1, -0.6, -0.2, 0.2, 0.6, 1]
const DIRECTIONS = STEPS.flatMap((x) => STEPS.flatMap((y) => STEPS.map((z) => normalize([x, y, z]))))

/** Distances to the skin all over a collider, below 0 inside. Centimetres. */
function distances({ at, tail, radius }: SpringCollider): number[] {
  const own = tail ? capsule(at, tail, radius) : sphere(at, radius)
  return [at, tail ?? at]
    .flatMap((end) => DIRECTIONS.map((direction): Vec3 => addScaled(end, direction, radius)))
    .filter((p) => own(...p) > -1e-6)
    .map((p) => skin(...p))
}

test.each(BODY_COLLIDERS.map((collider, i) => [`${i}, ${collider.bone}`, collider] as const))(
  'collider %s fills the body and stands out of it by less than cloth does',
  (_, collider) => {
    expect(Math.max(...distances(collider))).toBeLessThan(1)
    expect(Math.max(...distances(collider))).toBeGreaterThan(-0.3)
    expect(Math.max(...distances({ ...collider, radius: collider.radius + 2 }))).toBeGreaterThan(1)
  },
)
