import { expect, it } from 'vitest'
import { blurAsLens } from './bokeh.ts'
import { blurRadius } from './lens.ts'

const SIZE = 64

/** One white pixel of brightness 1000 in the middle of black. */
function spark(radius: number) {
  const colour = new Float32Array(SIZE * SIZE * 3)
  colour.fill(1000, (32 * SIZE + 32) * 3, (32 * SIZE + 32) * 3 + 3)
  return { width: SIZE, height: SIZE, colour, radius: new Float32Array(SIZE * SIZE).fill(radius) }
}

const lit = (picture: Float32Array) => picture.filter((v, i) => i % 3 === 0 && v > 0.5).length
const sum = (picture: Float32Array) => picture.reduce((total, v) => total + v, 0)

it('leaves what is in focus as it is', () => {
  const picture = spark(0)
  expect(blurAsLens(picture)).toEqual(picture.colour)
})

it('turns a spark into an even disc and keeps its light', () => {
  const blurred = blurAsLens(spark(3))
  expect(lit(blurred)).toBeCloseTo(Math.PI * 9, -1)
  expect(sum(blurred)).toBeCloseTo(3000, -1)
})

it('draws a larger disc for a larger radius, though in a smaller picture', () => {
  expect(lit(blurAsLens(spark(12)))).toBeGreaterThan(300)
  expect(sum(blurAsLens(spark(12))) / 3000).toBeCloseTo(1, 1)
})

it('blurs each pixel by its own radius', () => {
  const picture = spark(0)
  picture.colour.fill(1)
  for (let i = 0; i < picture.radius.length; i++) picture.radius[i] = i % SIZE
  for (const v of blurAsLens(picture)) expect(v).toBeCloseTo(1, 4)
})

it('blurs a wall 2.4 m behind an actor at 1.5 m, through an 88 mm lens at f/2.8, by 18 pixels of 720', () => {
  expect(blurRadius(15.5, 2.8, 1.5, 3.9) * 720).toBeCloseTo(18, 0)
  expect(blurRadius(15.5, 2.8, 1.5, 1.5)).toBe(0)
})
