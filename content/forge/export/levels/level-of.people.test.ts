import { validateBytes } from 'gltf-validator'
import { beforeAll, describe, expect, it } from 'vitest'
import { assembleCharacter } from '../../assemble.ts'
import type { Character, CharacterPart } from '../../character.ts'
import { inspectMesh } from '../../kit/inspect-mesh.ts'
import { randomRecipe } from '../../random-recipe.ts'
import { createModelIo } from '../model-io.ts'
import { writeModel } from '../write-model.ts'
import { countTriangles, LEVELS, levelOf } from './level-of.ts'

const MOST_TRIANGLES = { medium: 30_000, low: 10_000 }

let full: Character
beforeAll(async () => {
  full = await assembleCharacter(randomRecipe(4, 2))
}, 240_000)

const namesOfShapes = ({ parts }: Character) => [...new Set(parts.flatMap(({ morphs }) => [...morphs.keys()]))].sort()
const keyOf = (p: readonly number[]) => p.join(' ')

describe('the full level', () => {
  it('is the character as it was made', async () => {
    expect(await levelOf(full, 'full')).toBe(full)
  })

  it('sheds triangles of hair and clothes where a character has too many, and leaves its body whole', async () => {
    const worn = full.parts.filter(({ material }) => /^(cloth|hair)/.test(material))
    const parts = [...full.parts, ...worn, ...worn]
    expect(countTriangles(parts)).toBeGreaterThan(80_000)
    const spared = await levelOf({ ...full, parts }, 'full')
    expect(countTriangles(spared.parts)).toBeLessThanOrEqual(80_000)
    expect(countTriangles(spared.parts)).toBeGreaterThan(78_000)
    const body = /^(head|ears|eye|lashes|mouth|shoes|body|left|right)/
    const bodyOf = (all: readonly CharacterPart[]) => countTriangles(all.filter(({ name }) => body.test(name)))
    expect(bodyOf(spared.parts)).toBe(bodyOf(parts))
  }, 60_000)
})

describe.each(LEVELS)('the level "%s"', (name) => {
  let level: Character
  let parts: readonly (readonly [CharacterPart, CharacterPart])[]
  beforeAll(async () => {
    level = await levelOf(full, name)
    parts = level.parts.map((part, i) => [part, full.parts[i]!] as const)
  }, 240_000)

  it('has as few triangles as it must, and the parts, joints and shapes of the full one', () => {
    expect(countTriangles(level.parts)).toBeLessThanOrEqual(MOST_TRIANGLES[name])
    expect(parts.filter(([small, whole]) => small.name !== whole.name || small.mesh.triangles.length === 0)).toEqual([])
    expect(level.joints).toBe(full.joints)
    expect(namesOfShapes(level)).toEqual(namesOfShapes(full))
  })

  it('keeps vertices as they were, with their weights and moves', () => {
    for (const [small, whole] of parts) {
      const at = new Map(whole.mesh.positions.map((p, v) => [keyOf(p), v]))
      const sameAs = (v: number) => at.get(keyOf(small.mesh.positions[v]!))!
      const strays = small.mesh.positions.filter((p) => !at.has(keyOf(p)))
      expect({ part: small.name, strays }).toEqual({ part: small.name, strays: [] })
      expect(small.influences).toHaveLength(small.mesh.positions.length)
      for (const [shape, { indices, deltas }] of small.morphs) {
        const before = new Map(whole.morphs.get(shape)!.indices.map((v, i) => [v, whole.morphs.get(shape)!.deltas[i]!]))
        // Vertices that share a place may stand for one another; then their moves are the same, too.
        for (const [i, v] of indices.entries()) expect(deltas[i]).toEqual(before.get(sameAs(v)))
      }
    }
  })

  it('tears nothing open: what was closed is closed', () => {
    for (const [small, whole] of parts) {
      if (inspectMesh(whole.mesh).boundaryEdges > 0) continue
      expect({ part: small.name, open: inspectMesh(small.mesh).boundaryEdges }).toEqual({ part: small.name, open: 0 })
    }
  })

  it('passes Khronos’ validator without a word', async () => {
    const { issues } = await validateBytes(await (await createModelIo()).writeBinary(writeModel(level)))
    expect(issues.messages.filter(({ severity }) => severity <= 1)).toEqual([])
  })
})
