import { describe, expect, test } from 'vitest'
import type { Vec3 } from '../kit/vec3.ts'
import { CARDIGAN, CARDIGAN_CUFF, CARDIGAN_HEM, cardiganFront } from './cuts/cardigan-cut.ts'
import { JACKET, JACKET_CUFF, JACKET_HEM, jacketFront } from './cuts/jacket-cut.ts'
import { SWEATER } from './cuts/sweater-cut.ts'
import { AXIS_Z } from './drape.ts'
import { clothOf, sewTop } from './sew-top.ts'
import { coversUnder, pressUnder } from './under-jacket.ts'

const sweater = sewTop(SWEATER).mesh.positions

describe.each([
  { cut: JACKET, hem: JACKET_HEM, cuff: JACKET_CUFF, front: jacketFront },
  { cut: CARDIGAN, hem: CARDIGAN_HEM, cuff: CARDIGAN_CUFF, front: cardiganFront },
])('under the $cut.name', ({ cut, ...opening }) => {
  const open = { ...opening, neckline: cut.neckline }
  const cloth = clothOf(cut)
  const covers = coversUnder(open)
  const press = pressUnder(open, cloth)
  const behindEdge = ([x, y, z]: Vec3, margin: number) =>
    Math.abs(x) < 14 && Math.atan2(Math.abs(x), z - AXIS_Z) > open.front(y) + margin

  test('a sweater stays inside, though it is wider here and there', () => {
    const beside = sweater.filter((p) => p[1] > open.hem + 4 && p[1] < 126 && behindEdge(p, 0.06))
    expect(beside.some((p) => cloth(...p) > -0.3)).toBe(true)
    for (const p of beside) expect(cloth(...press(p))).toBeLessThan(-0.25)
  })

  test('nothing is left out that an open front, a neckline or a cuff lets one see', () => {
    const seen = sweater.filter((p) => !behindEdge(p, 0.2) && Math.abs(p[0]) < 14)
    expect(seen.filter(covers)).toEqual([])
    expect(sweater.filter((p) => Math.abs(p[0]) > open.cuff && covers(p))).toEqual([])
    expect(covers([0, 138, -6])).toBe(false)
  })

  test('most of the back is left out', () => {
    const back = sweater.filter(([x, y, z]) => z < -4 && Math.abs(x) < 14 && y > open.hem + 4 && y < 124)
    expect(back.filter(covers).length).toBe(back.length)
  })
})
