import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { writePng } from './write-png.ts'

it('writes a picture that reads back to the bit', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'png-'))
  const rgba = Uint8Array.from({ length: 5 * 3 * 4 }, (_, i) => (i * 37) & 255)
  await writePng(join(folder, 'frame.png'), rgba, 5, 3)
  const { data, info } = await sharp(join(folder, 'frame.png')).raw().toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ width: 5, height: 3, channels: 4 })
  expect(new Uint8Array(data)).toEqual(rgba)
  await rm(folder, { recursive: true })
})
