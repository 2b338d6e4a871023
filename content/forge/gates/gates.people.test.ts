import { beforeAll, describe, expect, test } from 'vitest'
import { BONE_COUNT, boneIndex } from '../../../engine/rig/bones.ts'
import millaFile from '../../avatars/milla/recipe.json' with { type: 'json' }
import { bareBodyParts } from '../body/bare-body.ts'
import type { Character, CharacterPart } from '../character.ts'
import { createHand } from '../hand/hand.ts'
import { add, cross, distance, length, type Vec3 } from '../kit/vec3.ts'
import { makeCharacter } from '../make-character.ts'
import { skinTones } from '../paint/skin-tones.ts'
import { randomRecipe } from '../random-recipe.ts'
import { type AvatarRecipe, avatarRecipeSchema } from '../recipe.ts'
import { createBreachFinder } from './cloth-over-skin.ts'
import { poseCharacter } from './posed-character.ts'
import { GATE_POSES } from './poses.ts'

/** Skin that stands out less than this hides in the cloth's own weave. Millimetres. */
const TOLERANCE = 1

const MILLA = avatarRecipeSchema.parse(millaFile)

/** Made once each, when first asked for. */
const made = new Map<AvatarRecipe, Promise<Character>>()
function characterOf(recipe: AvatarRecipe): Promise<Character> {
  const character = made.get(recipe) ?? makeCharacter(recipe)
  made.set(recipe, character)
  return character
}

describe.each([
  { name: 'Milla', recipe: MILLA },
  ...[0, 1, 2, 3, 4].map((i) => ({ name: `person ${i}`, recipe: randomRecipe(7, i) })),
])('$name', ({ recipe }) => {
  let character: Character
  beforeAll(async () => {
    character = await characterOf(recipe)
  }, 120_000)

  test('shows no skin through clothes in any pose', () => {
    const breachesIn = createBreachFinder(character, { tolerance: TOLERANCE })
    for (const [pose, rotations] of GATE_POSES) {
      const breaches = breachesIn(rotations).filter(({ what }) => what === 'skin')
      expect({ pose, breaches }).toEqual({ pose, breaches: [] })
    }
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

describe('posed as a player does it', () => {
  let milla: Character
  let bare: Character
  beforeAll(async () => {
    milla = await characterOf(MILLA)
    bare = { ...milla, parts: bareBodyParts(createHand(), skinTones(MILLA)) }
  }, 120_000)

  test('cloth that the wrong joint carries is found out', () => {
    const stiff = (part: CharacterPart): CharacterPart => ({
      ...part,
      influences: part.influences.map(() => new Map([['upperChest', 1]])),
    })
    const parts = milla.parts.map((part) => (part.name === 'sweater' ? stiff(part) : part))
    const breachesIn = createBreachFinder({ ...milla, parts }, { tolerance: TOLERANCE })
    expect(breachesIn(GATE_POSES.get('arms forward')!).length).toBeGreaterThan(10)
  })

  test('cloth that is too narrow is found out at rest', () => {
    const narrowed = ([x, y, z]: Vec3): Vec3 => (Math.abs(x) > 40 ? [x, 130.6 + 0.6 * (y - 130.6), z] : [x, y, z])
    const narrow = ({ mesh, ...part }: CharacterPart): CharacterPart => ({
      ...part,
      mesh: { ...mesh, positions: mesh.positions.map(narrowed) },
    })
    const parts = milla.parts.map((part) => (part.name === 'sweater' ? narrow(part) : part))
    const breachesIn = createBreachFinder({ ...milla, parts }, { tolerance: TOLERANCE })
    expect(breachesIn(GATE_POSES.get('T-pose')!).length).toBeGreaterThan(10)
  })

  test('a body at rest lies where it was drawn', () => {
    const posed = poseCharacter(milla, atRest())
    for (const [i, { mesh }] of milla.parts.entries()) {
      for (const [v, p] of mesh.positions.entries()) expect(distance(posed[i]![v]!, p)).toBeLessThan(1e-9)
    }
  })

  test.each([
    { limb: 'elbow', name: 'leftArm', bone: 'leftLowerArm', axis: [0, -1, 0], degrees: 120, along: 0, at: 39.4 },
    { limb: 'knee', name: 'body', bone: 'leftLowerLeg', axis: [1, 0, 0], degrees: 100, along: 1, at: 48 },
  ] as const)(
    'the $limb bent by $degrees° keeps nine tenths of its girth',
    ({ name, bone, axis, degrees, along, at }) => {
      const i = bare.parts.findIndex((part) => part.name === name)
      const ring = ringOf(bare.parts[i]!, along, at)
      const posed = poseCharacter(bare, bent(bone, axis, degrees))
      expect(ring.length).toBeGreaterThan(12)
      expect(areaOf(ring, posed[i]!) / areaOf(ring, bare.parts[i]!.mesh.positions)).toBeGreaterThan(0.9)
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
