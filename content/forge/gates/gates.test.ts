import { beforeAll, describe, expect, test } from 'vitest'
import { BONE_COUNT, boneIndex } from '../../../engine/rig/bones.ts'
import milla from '../../avatars/milla/recipe.json' with { type: 'json' }
import { assembleCharacter } from '../assemble.ts'
import type { Character, CharacterPart } from '../character.ts'
import { add, cross, distance, length, type Vec3 } from '../kit/vec3.ts'
import { randomRecipe } from '../random-recipe.ts'
import { type AvatarRecipe, avatarRecipeSchema } from '../recipe.ts'
import { createBreachFinder } from './cloth-over-skin.ts'
import { poseCharacter } from './posed-character.ts'
import { GATE_POSES } from './poses.ts'

/** Skin that stands out less than this hides in the cloth's own weave. Millimetres. */
const TOLERANCE = 1

const MILLA = avatarRecipeSchema.parse(milla)
const IN_T_SHIRT_AND_SKIRT: AvatarRecipe = {
  ...MILLA,
  outfit: {
    ...MILLA.outfit,
    top: { piece: 'tshirt', colour: '#b8564f' },
    bottom: { piece: 'skirt', colour: '#384763' },
  },
}

describe.each([
  { name: 'Milla', recipe: MILLA },
  ...[0, 1, 2, 3, 4].map((i) => ({ name: `person ${i}`, recipe: randomRecipe(7, i) })),
])('$name', ({ recipe }) => {
  let character: Character
  beforeAll(async () => {
    character = await assembleCharacter(recipe)
  }, 60_000)

  test('shows no skin through clothes in any pose', () => {
    const breachesIn = createBreachFinder(character, { tolerance: TOLERANCE })
    for (const [pose, rotations] of GATE_POSES)
      expect({ pose, breaches: breachesIn(rotations) }).toEqual({ pose, breaches: [] })
  }, 60_000)

  test('is carried wholly by at most four joints a vertex', () => {
    for (const { influences } of character.parts) {
      for (const shares of influences) {
        expect(shares.size).toBeLessThanOrEqual(4)
        expect(Math.abs([...shares.values()].reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-9)
      }
    }
  })
})

describe('bare limbs', () => {
  let dressed: Character
  const partOf = (character: Character, name: string) => character.parts.findIndex((part) => part.name === name)

  beforeAll(async () => {
    dressed = await assembleCharacter(IN_T_SHIRT_AND_SKIRT)
  }, 60_000)

  test('cloth carried by the wrong joint is found out', () => {
    const stiff = (part: CharacterPart): CharacterPart => ({
      ...part,
      influences: part.influences.map(() => new Map([['upperChest', 1]])),
    })
    const parts = dressed.parts.map((part) => (part.name === 'tshirt' ? stiff(part) : part))
    const breachesIn = createBreachFinder({ ...dressed, parts }, { tolerance: TOLERANCE })
    expect(breachesIn(GATE_POSES.get('arms forward')!).length).toBeGreaterThan(10)
  })

  test('at rest lie where they were drawn', () => {
    const posed = poseCharacter(dressed, atRest())
    for (const [i, { mesh }] of dressed.parts.entries()) {
      for (const [v, p] of mesh.positions.entries()) expect(distance(posed[i]![v]!, p)).toBeLessThan(1e-9)
    }
  })

  test.each([
    { limb: 'elbow', part: 'leftArm', bone: 'leftLowerArm', axis: [0, -1, 0], degrees: 120, along: 0, at: 39.4 },
    { limb: 'knee', part: 'legs', bone: 'leftLowerLeg', axis: [1, 0, 0], degrees: 100, along: 1, at: 48 },
  ] as const)(
    'the $limb bent by $degrees° keeps nine tenths of its girth',
    ({ part, bone, axis, degrees, along, at }) => {
      const i = partOf(dressed, part)
      const ring = ringOf(dressed.parts[i]!, along, at)
      const posed = poseCharacter(dressed, bent(bone, axis, degrees))
      expect(ring.length).toBeGreaterThan(12)
      expect(areaOf(ring, posed[i]!) / areaOf(ring, dressed.parts[i]!.mesh.positions)).toBeGreaterThan(0.9)
    },
  )
})

function atRest(): Float32Array {
  const rotations = new Float32Array(BONE_COUNT * 4)
  for (let bone = 0; bone < BONE_COUNT; bone++) rotations[bone * 4 + 3] = 1
  return rotations
}

function bent(bone: Parameters<typeof boneIndex>[0], [x, y, z]: Vec3, degrees: number): Float32Array {
  const rotations = atRest()
  const half = (degrees * Math.PI) / 360
  rotations.set([x * Math.sin(half), y * Math.sin(half), z * Math.sin(half), Math.cos(half)], boneIndex(bone) * 4)
  return rotations
}

/** The left limb's vertices in a plane across it, in order about it. */
function ringOf({ mesh: { positions } }: CharacterPart, along: 0 | 1, at: number): number[] {
  const across = along === 0 ? 1 : 0
  const ring = positions.flatMap((p, v) => (p[0] > 0 && Math.abs(p[along] - at) < 0.05 ? [v] : []))
  const middle = ring.reduce<Vec3>((sum, v) => add(sum, positions[v]!), [0, 0, 0])
  const angle = (v: number) =>
    Math.atan2(positions[v]![2] - middle[2] / ring.length, positions[v]![across] - middle[across] / ring.length)
  return ring.sort((a, b) => angle(a) - angle(b))
}

function areaOf(ring: readonly number[], places: readonly Vec3[]): number {
  const sum = ring.reduce<Vec3>(
    (s, v, i) => add(s, cross(places[v]!, places[ring[(i + 1) % ring.length]!]!)),
    [0, 0, 0],
  )
  return length(sum) / 2
}
