import { expect, it } from 'vitest'
import { layOutI420, packI420 } from './i420.ts'

it('pads rows to blocks of eight pixels', () => {
  expect(layOutI420(320, 256)).toMatchObject({ lumaStride: 320, chromaStride: 160, byteLength: (320 * 256 * 3) / 2 })
  expect(layOutI420(258, 256)).toMatchObject({ lumaStride: 264, chromaStride: 132, byteLength: (264 * 256 * 3) / 2 })
})

it('packs padded planes tightly, in the order Y, U, V', () => {
  const layout = layOutI420(10, 4)
  const padded = new Uint8Array(layout.byteLength)
  padded.fill(1, 0, layout.uOffset)
  padded.fill(2, layout.uOffset, layout.vOffset)
  padded.fill(3, layout.vOffset)
  const packed = packI420(padded, layout)
  expect(packed.length).toBe(60)
  expect([...packed]).toEqual([...Array(40).fill(1), ...Array(10).fill(2), ...Array(10).fill(3)])
})

it('hands over a copy, so that the buffer may be unmapped', () => {
  const layout = layOutI420(16, 2)
  const padded = new Uint8Array(layout.byteLength)
  const packed = packI420(padded, layout)
  padded.fill(9)
  expect(packed.every((byte) => byte === 0)).toBe(true)
})
