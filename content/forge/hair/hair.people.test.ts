import { describe, expect, it } from 'vitest'
import { EYE_HEIGHT } from '../head/frame.ts'
import { buildSkin, type HeadSkin } from '../head/skin.ts'
import { headRecipeOf } from '../head-recipe.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { capsule } from '../kit/sdf.ts'
import { distance, type Vec3 } from '../kit/vec3.ts'
import { SWEATER } from '../outfit/cuts/sweater-cut.ts'
import { outlineOf } from '../outfit/outline.ts'
import { ROOT_SHARE } from '../paint/hair-strands.ts'
import { randomRecipe } from '../random-recipe.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { BODY_COLLIDERS } from '../skeleton/colliders.ts'
import type { SpringCollider } from '../skeleton/springs.ts'
import { type Hair, hair } from './hair.ts'
import { createHairline } from './hairline.ts'
import { type Clothes, hairBarrier } from './scalp.ts'
import { HAIR_STYLES } from './styles/styles.ts'

type Style = AvatarRecipe['hair']['style']
const STYLES = (Object.keys(HAIR_STYLES) as Style[]).filter((style) => style !== 'bald')

/** Heads that differ in shape, sex and age, with hair flat and full, short and long. */
const PEOPLE = [
  { recipe: randomRecipe(7, 1), volume: 0, length: 0 },
  { recipe: randomRecipe(7, 2), volume: 1, length: 1 },
  { recipe: randomRecipe(7, 4), volume: -1, length: -1 },
].map((person) => ({ ...person, skin: buildSkin(headRecipeOf(person.recipe)) }))

function wearing({ recipe, skin }: (typeof PEOPLE)[number], wish: Partial<AvatarRecipe['hair']>): HeadSkin {
  return { ...skin, recipe: headRecipeOf({ ...recipe, hair: { ...recipe.hair, ...wish } }) }
}

const sweater = outlineOf(SWEATER)
const CLOTHES: Clothes = (x, y, z) => sweater(x, y + EYE_HEIGHT, z)

/** Places of all locks but their roots, which grow out of the skin. */
const beyondRoots = ({ parts }: Hair): Vec3[] =>
  parts.flatMap(({ name, mesh: { positions, uvs } }) =>
    name === 'hairShadow' ? [] : positions.filter((_, v) => uvs![v]![1] > ROOT_SHARE + 0.01),
  )

/** cm; less than nothing inside. */
const roomTo = ({ at, tail = at, radius }: SpringCollider, p: Vec3): number =>
  distance(at, tail) === 0 ? distance(at, p) - radius : capsule(at, tail, radius)(...p)

const fingerprint = (worn: Hair): string => JSON.stringify(worn.parts.map(({ mesh }) => mesh))

describe.each(STYLES)('hair "%s"', (style) => {
  const worn = PEOPLE.map((person) => {
    const skin = wearing(person, { style, volume: person.volume, length: person.length })
    return { skin, hair: hair(skin, CLOTHES) }
  })

  it('keeps out of head, ears and shoulders on every head', () => {
    for (const { skin, hair } of worn) {
      const barrier = hairBarrier(skin, CLOTHES)
      const places = beyondRoots(hair)
      expect(Math.min(...places.map((p) => skin.field.skin(...p)))).toBeGreaterThan(-0.05)
      // Coils stand close enough to an ear to touch it.
      expect(Math.min(...places.map((p) => barrier(...p)))).toBeGreaterThan(style === 'coily' ? -0.9 : -0.15)
    }
  })

  it('hangs before no eye', () => {
    for (const { skin, hair } of worn) {
      const { x, y, halfWidth } = skin.recipe.eye
      const before = beyondRoots(hair).filter(
        (p) => p[2] > 5 && Math.abs(Math.abs(p[0]) - x) < 0.9 * halfWidth && Math.abs(p[1] - y) < 0.9,
      )
      expect(before).toEqual([])
    }
  })

  it('is sound in every mesh and keeps to 20,000 triangles', () => {
    for (const { hair } of worn) {
      for (const { name, mesh } of hair.parts) {
        const { boundaryEdges: _, ...report } = inspectMesh(mesh)
        expect({ name, ...report }).toEqual({ name, nonManifoldEdges: 0, flippedEdges: 0, brokenVertices: 0 })
        for (const list of [mesh.uvs, mesh.shading, mesh.colors, mesh.normals])
          if (list) expect(list).toHaveLength(mesh.positions.length)
      }
      expect(hair.parts.reduce((sum, { mesh }) => sum + mesh.triangles.length, 0)).toBeLessThanOrEqual(20_000)
    }
  })

  it('hangs every lock on the head, the neck and chains of its own, parents first', () => {
    for (const { joints, springs, parts } of worn.map(({ hair }) => hair)) {
      const known = new Set(['head', 'neck'])
      for (const { name, parent } of joints) {
        expect(name.startsWith('hair')).toBe(true)
        expect(known).toContain(parent)
        known.add(name)
      }
      const ends = new Set(springs.map((spring) => spring.joints.at(-1)))
      for (const { influences = [] } of parts)
        for (const shares of influences) {
          expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
          for (const joint of shares.keys()) expect(known.has(joint) && !ends.has(joint)).toBe(true)
        }
    }
  })

  it('swings clear of the body at rest', () => {
    for (const { joints, springs } of worn.map(({ hair }) => hair))
      for (const { joints: chain, radius } of springs)
        for (const name of chain.slice(1)) {
          const [x, y, z] = joints.find((joint) => joint.name === name)!.position
          const inside = BODY_COLLIDERS.filter((body) => roomTo(body, [x, y + EYE_HEIGHT, z]) < radius)
          expect({ name, inside }).toEqual({ name, inside: [] })
        }
  })

  it('comes out the same twice, and other by another seed', () => {
    const { skin, hair: once } = worn[0]!
    expect(fingerprint(hair(skin, CLOTHES))).toBe(fingerprint(once))
    const other = hair({ ...skin, recipe: { ...skin.recipe, seed: skin.recipe.seed + 1 } }, CLOTHES)
    expect(fingerprint(other)).not.toBe(fingerprint(once))
  }, 30_000)
})

describe('a recipe of hair', () => {
  const [person] = PEOPLE
  const reach = (wish: Partial<AvatarRecipe['hair']>, measure: (p: Vec3) => number) =>
    Math.max(...beyondRoots(hair(wearing(person!, wish), CLOTHES)).map(measure))

  it('lengthens what hangs and fills what lies', () => {
    for (const style of ['bob', 'ponytail'] as const)
      expect(reach({ style, length: 1 }, (p) => -p[1])).toBeGreaterThan(reach({ style, length: -1 }, (p) => -p[1]) + 3)
    for (const style of ['bob', 'coily'] as const)
      expect(reach({ style, volume: 1 }, (p) => p[1])).toBeGreaterThan(reach({ style, volume: -1 }, (p) => p[1]) + 0.4)
  }, 60_000)

  it('makes hair grey lock by lock', () => {
    const lightness = (grey: number) => {
      const { colors } = hair(wearing(person!, { style: 'crop', colour: '#2a1c16', grey }), CLOTHES).parts.at(-1)!.mesh
      return colors!.reduce((sum, [r, g, b]) => sum + r + g + b, 0) / colors!.length
    }
    expect(lightness(0.5)).toBeGreaterThan(1.5 * lightness(0))
    expect(lightness(1)).toBeGreaterThan(1.3 * lightness(0.5))
  }, 30_000)

  it('leaves a bald head bare', () => {
    expect(hair(wearing(person!, { style: 'bald' }), CLOTHES)).toEqual({ parts: [], joints: [], springs: [] })
  })
})

it('a man’s hairline goes back with the years, a woman’s stays', () => {
  const cornerOf = (masculinity: number, age: number) => {
    const { skin, recipe } = PEOPLE[0]!
    const aged = { ...skin, recipe: headRecipeOf({ ...recipe, masculinity, age }) }
    return createHairline(aged).pointAbove(38, 0)[1]
  }
  expect(cornerOf(1, 70)).toBeGreaterThan(cornerOf(1, 20) + 1)
  expect(cornerOf(0, 70)).toBeCloseTo(cornerOf(0, 20), 9)
})
