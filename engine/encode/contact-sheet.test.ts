import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodeContactSheet } from './contact-sheet.ts'

const size = { width: 60, height: 80 }

/** A picture of one colour. */
const plain = (red: number, label: string) => ({
  label,
  rgba: new Uint8Array(size.width * size.height * 4).map((_, i) => (i % 4 === 0 ? red : i % 4 === 3 ? 255 : 0)),
})

test('a sheet shows every picture in its row, whole but for the corners, with its name underneath', async () => {
  const rows = [[plain(100, 'one'), plain(150, 'two'), plain(200, 'three')], [plain(250, 'four')]]
  const png = await encodeContactSheet({ title: 'Four', subtitle: 'by hand', size, rows })
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  const counts = new Map<number, { count: number; left: number; bottom: number }>()
  for (let i = 0; i < data.length; i += 3) {
    if (data[i + 1] !== 0 || data[i + 2] !== 0) continue
    const [x, y] = [(i / 3) % info.width, Math.floor(i / 3 / info.width)]
    const { count = 0, left = x, bottom = y } = counts.get(data[i]!) ?? {}
    counts.set(data[i]!, { count: count + 1, left: Math.min(left, x), bottom: Math.max(bottom, y) })
  }
  expect([...counts.keys()].sort((a, b) => a - b)).toEqual([100, 150, 200, 250])
  for (const { count } of counts.values()) expect(count).toBeGreaterThan(size.width * size.height - 60)
  const [one, two, four] = [100, 150, 250].map((red) => counts.get(red)!)
  expect(two!.left).toBeGreaterThan(one!.left + size.width)
  expect([four!.left, four!.bottom > one!.bottom + size.height]).toEqual([one!.left, true])
  const under = await sharp(png)
    .extract({ left: one!.left, top: one!.bottom + 1, width: size.width, height: 30 })
    .stats()
  expect(under.channels[0]!.min).toBeLessThan(180)
})
