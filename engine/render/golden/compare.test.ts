import { expect, it } from 'vitest'
import { differencePicture, type Picture, pictureMismatch } from './compare.ts'

function gradient(): Picture {
  const data = new Uint8Array(64 * 64 * 4).map((_, i) => (i % 4 === 3 ? 255 : (i * 7) % 200))
  return { width: 64, height: 64, data }
}

function withSpots(picture: Picture, pixels: number, by: number): Picture {
  const data = picture.data.slice()
  for (let i = 0; i < pixels; i++) data[i * 4] = data[i * 4]! + by
  return { ...picture, data }
}

it('takes a picture for itself on any driver', () => {
  expect(pictureMismatch(gradient(), gradient(), 'lavapipe')).toBeUndefined()
  expect(pictureMismatch(gradient(), gradient(), 'gpu')).toBeUndefined()
})

it('allows a thousandth of the pixels to be off, and no more', () => {
  expect(pictureMismatch(gradient(), withSpots(gradient(), 4, 40), 'lavapipe')).toBeUndefined()
  expect(pictureMismatch(gradient(), withSpots(gradient(), 5, 40), 'lavapipe')).toContain('0.12 %')
})

it('overlooks small steps in every pixel', () => {
  expect(pictureMismatch(gradient(), withSpots(gradient(), 4096, 8), 'lavapipe')).toBeUndefined()
})

it('sees another structure on another driver', () => {
  const flat = { ...gradient(), data: gradient().data.fill(100) }
  expect(pictureMismatch(gradient(), flat, 'swiftshader')).toContain('likeness')
})

it('shows what differs', () => {
  const difference = differencePicture(gradient(), withSpots(gradient(), 1, 10))
  expect([...difference.data.subarray(0, 8)]).toEqual([40, 0, 0, 255, 0, 0, 0, 255])
})
