import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { ears } from '../face/ears.ts'
import type { HeadPart } from '../head/parts.ts'
import { MILLA } from '../head/recipe.ts'
import { buildSkin } from '../head/skin.ts'
import { type DressedSkin, dressSkin } from './dress-skin.ts'

const SIZE = 1024
let dressed: DressedSkin
let head: HeadPart
let again: DressedSkin
const pixels = new Map<string, Buffer>()

beforeAll(async () => {
  const skin = buildSkin(MILLA)
  dressed = await dressSkin(skin, ears(MILLA))
  again = await dressSkin(skin, ears(MILLA))
  head = dressed.face!
  for (const name of ['skinColour', 'skinNormals']) {
    pixels.set(name, await sharp(dressed.textures.get(name)).removeAlpha().raw().toBuffer())
  }
}, 60_000)

/** Where a vertex lies in the picture. */
const at = (v: number) => head.mesh.uvs![v]!

const texel = (name: string, x: number, y: number): number[] => {
  const first = 3 * (y * SIZE + x)
  return [...pixels.get(name)!.subarray(first, first + 3)]
}

describe('the pictures of a skin', () => {
  test('are the same bytes each time', () => {
    for (const [name, png] of dressed.textures) expect(again.textures.get(name)).toEqual(png)
  })

  test('meet at the back of the head without a step, in colour and in normals', () => {
    for (const name of pixels.keys()) {
      const steps = Array.from({ length: Math.floor(SIZE * 0.9) }, (_, y) => {
        const [left, right] = [texel(name, 0, y), texel(name, SIZE - 1, y)]
        return Math.max(...left.map((value, k) => Math.abs(value - right[k]!)))
      })
      expect(Math.max(...steps)).toBeLessThanOrEqual(6)
    }
  })

  test('hold no empty texel: what no triangle covers is like its neighbours', () => {
    expect(Math.min(...darkest('skinColour'))).toBeGreaterThan(100)
    expect(darkest('skinNormals')[2]).toBeGreaterThan(190)
  })
})

/** The least of each channel in a picture. */
function darkest(name: string): number[] {
  const least = [255, 255, 255]
  pixels.get(name)!.forEach((value, i) => {
    if (value < least[i % 3]!) least[i % 3] = value
  })
  return least
}

describe('the head in its picture', () => {
  test('lies within it', () => {
    for (const [u, v] of head.mesh.uvs!) {
      expect(u).toBeGreaterThanOrEqual(0)
      expect(u).toBeLessThanOrEqual(1)
      expect(v).toBeGreaterThanOrEqual(0)
      expect(v).toBeLessThanOrEqual(1)
    }
  })

  test('has no triangle that runs back across the picture', () => {
    for (const t of head.mesh.triangles) {
      const across = t.map((v) => at(v)[0])
      const isCrown = t.some((v) => at(v)[1] < 0.01)
      if (!isCrown) expect(Math.max(...across) - Math.min(...across)).toBeLessThan(0.12)
    }
  })

  test('is not folded: next to nothing of its face lies on its back', () => {
    let [whole, turned] = [0, 0]
    for (const [a, b, c] of head.mesh.triangles) {
      const [[px, py], [qx, qy], [rx, ry]] = [at(a), at(b), at(c)]
      const area = (rx - px) * (qy - py) - (qx - px) * (ry - py)
      whole += Math.abs(area)
      turned += Math.max(0, -area)
    }
    expect(turned / whole).toBeLessThan(0.002)
  })

  test('doubles the vertices of its seam whole: place, normal, colour and shapes', () => {
    const { positions, normals, colors, uvs } = head.mesh
    const right = uvs!.flatMap(([u], v) => (u === 1 ? [v] : []))
    expect(right.length).toBeGreaterThan(40)
    for (const v of right) {
      const twin = positions.findIndex((p, w) => w !== v && p.every((c, k) => c === positions[v]![k]))
      expect(normals![v]).toEqual(normals![twin])
      expect(colors![v]).toEqual(colors![twin])
      for (const { indices } of head.morphs.values()) expect(indices.includes(v)).toBe(indices.includes(twin))
    }
  })
})
