import sharp from 'sharp'
import { expect, test } from 'vitest'
import { brush, createLayer, drawRelief } from './layer.ts'

const at = (layer: ReturnType<typeof createLayer>, x: number, y: number) => layer.values[y * layer.width + x]!

test('a brush tells right from left of its path, and how far along it is', () => {
  const layer = createLayer(20, 20)
  brush(
    layer,
    [
      [10, 0],
      [10, 20],
    ],
    4,
    (off, along) => off + along / 100,
  )
  // Rows run down: to the right of the way down lies the smaller x.
  expect(at(layer, 8, 9)).toBeCloseTo(1.5 + 0.095, 5)
  expect(at(layer, 11, 9)).toBeCloseTo(-1.5 + 0.095, 5)
  expect(at(layer, 15, 9)).toBe(0)
})

test('slopes of a relief turn normals away from where it rises', async () => {
  const layer = createLayer(9, 9)
  for (let y = 0; y < 9; y++) for (let x = 0; x < 9; x++) layer.values[y * 9 + x] = 0.5 * x + 0.25 * y
  const rgb = await sharp(await drawRelief(layer))
    .raw()
    .toBuffer()
  const [red, green, blue] = [0, 1, 2].map((channel) => rgb[(4 * 9 + 4) * 3 + channel]! / 127.5 - 1)
  expect(red! / blue!).toBeCloseTo(-0.5, 1)
  expect(green! / blue!).toBeCloseTo(-0.25, 1)
})
