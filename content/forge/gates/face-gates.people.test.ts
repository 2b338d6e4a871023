import { beforeAll, describe, expect, test } from 'vitest'
import { MILLA } from '../head/recipe.ts'
import { headRecipeOf } from '../head-recipe.ts'
import type { Morph } from '../kit/morph.ts'
import { addScaled, type Vec3 } from '../kit/vec3.ts'
import { randomRecipe } from '../random-recipe.ts'
import { type BuiltFace, buildFace, withParts } from './built-face.ts'
import { closedSkin } from './closed-skin.ts'
import { faceFindings } from './face-gates.ts'
import { findingLine } from './finding.ts'
import { lidAperture } from './lid-aperture.ts'
import { lidClearance } from './lid-clearance.ts'
import { lipContact } from './lip-contact.ts'
import { mirroredShapes } from './mirrored-shapes.ts'
import { teethBehindLips } from './teeth-behind-lips.ts'

let milla: BuiltFace
beforeAll(() => {
  milla = buildFace(MILLA)
}, 240_000)

test('Milla’s face passes every gate', () => {
  expect(faceFindings(milla).map(findingLine)).toEqual([])
})

test.each([0, 1, 2, 3, 4])(
  'the face of random person %i passes every gate',
  (index) => {
    expect(faceFindings(buildFace(headRecipeOf(randomRecipe(1, index)))).map(findingLine)).toEqual([])
  },
  240_000,
)

describe('a planted fault is found:', () => {
  const scaled = ({ indices, deltas }: Morph, by: number): Morph => ({
    indices,
    deltas: deltas.map(([x, y, z]): Vec3 => [x * by, y * by, z * by]),
  })
  const withShape = (name: 'eyeBlinkLeft' | 'viseme_PP' | 'viseme_FF' | 'mouthSmileLeft', by: number) =>
    withParts(milla, (part) => {
      const morph = part.morphs.get(name)
      return morph ? { ...part, morphs: new Map([...part.morphs, [name, scaled(morph, by)]]) } : part
    })

  test('lids that lie on the eyeball cut into it half way through a blink', () => {
    const sunken = withParts(milla, (part) =>
      part.name === 'head'
        ? { ...part, mesh: { ...part.mesh, positions: part.mesh.positions.map(([x, y, z]): Vec3 => [x, y, z - 0.06]) } }
        : part,
    )
    expect(lidClearance(sunken).some(({ where }) => where.startsWith('eyeBlinkLeft 0.5'))).toBe(true)
  })

  test('lids that stop short of each other, and lids that overlap', () => {
    expect(lidAperture(withShape('eyeBlinkLeft', 0.98))).toMatchObject([{ where: 'eyeBlinkLeft' }])
    expect(lidAperture(withShape('eyeBlinkLeft', 1.02))).toMatchObject([{ where: 'eyeBlinkLeft' }])
  })

  test('a smile that parts the lips', () => {
    const lifted = withParts(milla, (part) => {
      const [smile, lift] = [part.morphs.get('mouthSmileLeft'), part.morphs.get('mouthUpperUpLeft')]
      if (!smile || !lift) return part
      const parting = new Map(lift.indices.map((v, i) => [v, lift.deltas[i]!]))
      const deltas = smile.deltas.map((delta, i) => addScaled(delta, parting.get(smile.indices[i]!) ?? [0, 0, 0], 0.25))
      return { ...part, morphs: new Map([...part.morphs, ['mouthSmileLeft', { ...smile, deltas }]]) }
    })
    expect(lipContact(lifted).map(({ where }) => where)).toContain('mouthSmileLeft')
  })

  test('a lip that does not reach the teeth on f', () => {
    expect(lipContact(withShape('viseme_FF', 0.6))).toMatchObject([{ where: 'viseme_FF' }])
  })

  test('teeth that stand too far forward', () => {
    const biting = withParts(milla, (part) =>
      part.name === 'mouth'
        ? { ...part, mesh: { ...part.mesh, positions: part.mesh.positions.map(([x, y, z]): Vec3 => [x, y, z + 0.8]) } }
        : part,
    )
    expect(teethBehindLips(biting).map(({ where }) => where)).toContain('viseme_PP')
  })

  test('a smile that is stronger on one side', () => {
    expect(mirroredShapes(withShape('mouthSmileLeft', 1.01))[0]).toMatchObject({ where: 'mouthSmileLeft of head' })
  })

  test('a hole in the cheek', () => {
    const torn = { ...milla, skin: { ...milla.skin, mesh: { ...milla.skin.mesh } } }
    const { positions, triangles } = milla.skin.mesh
    const cheek = triangles.findIndex((t) => t.every((v) => positions[v]![2] > 6 && positions[v]![0] > 4.5))
    torn.skin.mesh.triangles = triangles.toSpliced(cheek, 1)
    expect(closedSkin(torn)).toMatchObject([{ where: 'head', problem: expect.stringContaining('3 edges') }])
  })
})
