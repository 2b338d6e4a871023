import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { PICTURES } from './index.ts'
import { letter } from './lettering.ts'
import { pictureSvg } from './picture.ts'
import { describePicture, encodePicture } from './write-picture.ts'

const FOLDER = fileURLToPath(new URL('../../media', import.meta.url))

describe('the pictures of content/media', () => {
  it.each(PICTURES)('$name is what its numbers draw, and is described as it is', async (picture) => {
    const file = `${FOLDER}/${picture.name}/picture.webp`
    expect(existsSync(file)).toBe(true)
    const [drawn, kept] = await Promise.all([decode(await encodePicture(picture)), decode(readFileSync(file))])
    // Encoders of other machines may round otherwise; another drawing differs by far more.
    expect(meanDifference(drawn, kept)).toBeLessThan(0.5)
    expect(JSON.parse(readFileSync(`${FOLDER}/${picture.name}/media.json`, 'utf8'))).toEqual(describePicture(picture))
  })

  it('are drawn the same each time', () => {
    for (const picture of PICTURES) expect(pictureSvg(picture)).toBe(pictureSvg(picture))
  })
})

describe('letter', () => {
  it('sets a line where it is told, as wide as its letters', () => {
    const span = (path: string) => {
      const xs = [...path.matchAll(/[ML](-?[\d.]+)/g)].map(([, x]) => Number(x))
      return [Math.min(...xs), Math.max(...xs)] as const
    }
    const [from, to] = span(letter('Hill', { x: 100, y: 50, size: 40 }))
    const [left, right] = span(letter('Hill', { x: 100, y: 50, size: 40, anchor: 'middle' }))
    expect(from).toBeGreaterThan(100)
    expect(to - from).toBeCloseTo(right - left, 1)
    expect(Math.abs((left + right) / 2 - 100)).toBeLessThan(2)
  })
})

const decode = (file: Buffer): Promise<Buffer> => sharp(file).raw().toBuffer()

function meanDifference(a: Buffer, b: Buffer): number {
  expect(a.length).toBe(b.length)
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!)
  return sum / a.length
}
