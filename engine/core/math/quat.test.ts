import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Floats } from './floats.ts'
import {
  angleBetween,
  conjugate,
  dotQuat,
  fromAxisAngle,
  fromEuler,
  fromTo,
  multiply,
  nlerp,
  normalizeQuat,
  rotateVector,
  scaleRotation,
  slerp,
  splitSwingTwist,
  toEuler,
} from './quat.ts'
import { dotVec3, lengthVec3, normalizeVec3 } from './vec3.ts'

const IDENTITY = [0, 0, 0, 1]
const X = [1, 0, 0]
const Y = [0, 1, 0]
const Z = [0, 0, 1]

const part = fc.double({ min: -1, max: 1, noNaN: true })
const direction = fc
  .tuple(part, part, part)
  .filter((v) => lengthVec3(v, 0) > 0.01)
  .map((v) => quad((out) => void normalizeVec3(out, 0, v, 0)).slice(0, 3))
const rotation = fc
  .tuple(part, part, part, part)
  .filter((q) => dotQuat(q, 0, q, 0) > 0.01)
  .map((q) => quad((out) => normalizeQuat(out, 0, q, 0)))

function quad(write: (out: Floats) => void): number[] {
  const out = [0, 0, 0, 0]
  write(out)
  return out
}
const turned = (q: number[], v: number[]) => quad((out) => rotateVector(out, 0, q, 0, v, 0)).slice(0, 3)
const about = (axis: number[], angle: number) =>
  quad((out) => fromAxisAngle(out, 0, axis[0]!, axis[1]!, axis[2]!, angle))
const close = (actual: number[], expected: number[], digits = 12) =>
  expected.forEach((value, i) => void expect(actual[i]).toBeCloseTo(value, digits))
const sameRotation = (a: number[], b: number[], angle = 1e-9) => expect(angleBetween(a, 0, b, 0)).toBeLessThan(angle)

describe('products', () => {
  test('turn right-handed: a quarter about +Y takes +Z to +X', () => {
    close(turned(about(Y, Math.PI / 2), Z), X)
    close(turned(about(X, Math.PI / 2), Y), Z)
    close(turned(about(Z, Math.PI / 2), X), Y)
  })

  test('a · b turns by b first, then by a', () => {
    fc.assert(
      fc.property(rotation, rotation, direction, (a, b, v) => {
        const product = quad((out) => multiply(out, 0, a, 0, b, 0))
        close(turned(product, v), turned(a, turned(b, v)))
      }),
    )
  })

  test('stay unit', () => {
    fc.assert(
      fc.property(rotation, rotation, (a, b) => {
        const product = quad((out) => multiply(out, 0, a, 0, b, 0))
        expect(dotQuat(product, 0, product, 0)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('with the conjugate give no rotation', () => {
    fc.assert(
      fc.property(rotation, (a) => {
        const back = quad((out) => conjugate(out, 0, a, 0))
        close(
          quad((out) => multiply(out, 0, a, 0, back, 0)),
          IDENTITY,
        )
      }),
    )
  })

  test('may be written over a factor', () => {
    const a = about(X, 0.3)
    const expected = quad((out) => multiply(out, 0, a, 0, about(Y, 0.4), 0))
    const b = about(Y, 0.4)
    multiply(b, 0, a, 0, b, 0)
    expect(b).toEqual(expected)
  })
})

describe('mixing', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })

  test('slerp covers its share of the angle and goes no further', () => {
    fc.assert(
      fc.property(rotation, rotation, share, (a, b, t) => {
        const mixed = quad((out) => slerp(out, 0, a, 0, b, 0, t))
        const angle = angleBetween(a, 0, b, 0)
        expect(angleBetween(a, 0, mixed, 0)).toBeCloseTo(t * angle, 8)
        expect(angleBetween(mixed, 0, b, 0)).toBeCloseTo((1 - t) * angle, 8)
        expect(dotQuat(mixed, 0, mixed, 0)).toBeCloseTo(1, 12)
      }),
    )
  })

  test('slerp and nlerp agree at both ends and in the middle', () => {
    fc.assert(
      fc.property(rotation, rotation, fc.constantFrom(0, 0.5, 1), (a, b, t) => {
        // Half a turn apart both ways round are as short.
        fc.pre(Math.abs(dotQuat(a, 0, b, 0)) > 1e-3)
        sameRotation(
          quad((out) => slerp(out, 0, a, 0, b, 0, t)),
          quad((out) => nlerp(out, 0, a, 0, b, 0, t)),
        )
      }),
    )
  })

  test('nlerp keeps the speed to 8 % for rotations a quarter turn apart', () => {
    const angles = [0, 0.25, 0.5, 0.75, 1].map((t) =>
      angleBetween(
        IDENTITY,
        0,
        quad((out) => nlerp(out, 0, IDENTITY, 0, about(X, Math.PI / 2), 0, t)),
        0,
      ),
    )
    const even = Math.PI / 8
    for (let i = 1; i < angles.length; i++)
      expect(Math.abs((angles[i]! - angles[i - 1]!) / even - 1)).toBeLessThan(0.08)
  })

  test('goes the shorter way round whatever the signs', () => {
    const b = about(X, 0.5).map((v) => -v)
    sameRotation(
      quad((out) => slerp(out, 0, IDENTITY, 0, b, 0, 0.5)),
      about(X, 0.25),
    )
    sameRotation(
      quad((out) => nlerp(out, 0, IDENTITY, 0, b, 0, 0.5)),
      about(X, 0.25),
    )
  })

  test('is even across the border where slerp becomes nlerp', () => {
    for (const angle of [1e-7, 2.82e-3, 2.83e-3, 2.84e-3]) {
      const mixed = quad((out) => slerp(out, 0, IDENTITY, 0, about(Z, angle), 0, 0.3))
      expect(angleBetween(IDENTITY, 0, mixed, 0)).toBeCloseTo(0.3 * angle, 9)
    }
  })

  test('scales a rotation about its own axis', () => {
    sameRotation(
      quad((out) => scaleRotation(out, 0, about(Y, 1.2), 0, 0.25)),
      about(Y, 0.3),
    )
  })
})

describe('three angles', () => {
  test('yaw turns left, pitch nods down, roll tips to the right shoulder', () => {
    const forward = (yaw: number, pitch: number, roll: number) =>
      turned(
        quad((out) => fromEuler(out, 0, yaw, pitch, roll)),
        Z,
      )
    expect(forward(0.5, 0, 0)[0]).toBeGreaterThan(0.4)
    expect(forward(0, 0.5, 0)[1]).toBeLessThan(-0.4)
    expect(
      turned(
        quad((out) => fromEuler(out, 0, 0, 0, 0.5)),
        Y,
      )[0],
    ).toBeLessThan(-0.4)
  })

  test('are yaw, then pitch in its frame, then roll in that', () => {
    const angle = fc.double({ min: -3, max: 3, noNaN: true })
    fc.assert(
      fc.property(angle, angle, angle, (yaw, pitch, roll) => {
        const yawPitch = quad((out) => multiply(out, 0, about(Y, yaw), 0, about(X, pitch), 0))
        const all = quad((out) => multiply(out, 0, yawPitch, 0, about(Z, roll), 0))
        close(
          quad((out) => fromEuler(out, 0, yaw, pitch, roll)),
          all,
        )
      }),
    )
  })

  test('come back out of the rotation they made', () => {
    fc.assert(
      fc.property(rotation, (q) => {
        const [yaw, pitch, roll] = quad((out) => toEuler(out, 0, q, 0)) as [number, number, number, number]
        sameRotation(
          quad((out) => fromEuler(out, 0, yaw, pitch, roll)),
          q,
          1e-4,
        )
      }),
      { numRuns: 2000 },
    )
  })

  test('come out without roll straight up and straight down', () => {
    for (const pitch of [Math.PI / 2, -Math.PI / 2]) {
      const q = quad((out) => fromEuler(out, 0, 0.4, pitch, 0.3))
      const [yaw, back, roll] = quad((out) => toEuler(out, 0, q, 0)) as [number, number, number, number]
      expect(roll).toBe(0)
      sameRotation(
        quad((out) => fromEuler(out, 0, yaw, back, roll)),
        q,
        1e-6,
      )
    }
  })
})

describe('swing and twist', () => {
  test('put together are the rotation; the twist keeps the axis, the swing has no part along it', () => {
    fc.assert(
      fc.property(rotation, direction, (q, axis) => {
        const swing = [0, 0, 0, 0]
        const twist = [0, 0, 0, 0]
        splitSwingTwist(swing, twist, q, 0, axis)
        sameRotation(
          quad((out) => multiply(out, 0, swing, 0, twist, 0)),
          q,
        )
        close(turned(twist, axis), axis, 9)
        expect(dotVec3(swing, 0, axis, 0)).toBeCloseTo(0, 9)
      }),
    )
  })

  test('of a half turn of the axis is all swing', () => {
    const swing = [0, 0, 0, 0]
    const twist = [0, 0, 0, 0]
    splitSwingTwist(swing, twist, [0, 1, 0, 0], 0, X)
    expect(twist).toEqual(IDENTITY)
    close(swing, [0, 1, 0, 0])
  })
})

test('finds the smallest rotation between directions, opposite ones too', () => {
  fc.assert(
    fc.property(direction, direction, (a, b) => {
      const q = quad((out) => fromTo(out, 0, a, 0, b, 0))
      close(turned(q, a), b, 6)
      expect(angleBetween(IDENTITY, 0, q, 0)).toBeCloseTo(Math.acos(Math.max(-1, Math.min(1, dotVec3(a, 0, b, 0)))), 6)
    }),
  )
  for (const off of [1e-3, 1e-5, 1e-6]) {
    const almost = turned(about(Z, Math.PI - off), X)
    close(
      turned(
        quad((out) => fromTo(out, 0, X, 0, almost, 0)),
        X,
      ),
      almost,
      9,
    )
  }
  for (const a of [X, Y, Z, [0.6, 0.8, 0]]) {
    const back = a.map((v) => -v)
    close(
      turned(
        quad((out) => fromTo(out, 0, a, 0, back, 0)),
        a,
      ),
      back,
    )
  }
})

test('measures angles down to a billionth of a radian, whatever the signs', () => {
  const q = about(Z, 1e-9).map((v) => -v)
  expect(angleBetween(IDENTITY, 0, q, 0)).toBeCloseTo(1e-9, 15)
  expect(angleBetween(IDENTITY, 0, about(X, Math.PI), 0)).toBeCloseTo(Math.PI, 12)
})

test('normalizes, and takes a zero row for no rotation', () => {
  expect(quad((out) => normalizeQuat(out, 0, [0, 0, 3, 4], 0))).toEqual([0, 0, 0.6, 0.8])
  expect(quad((out) => normalizeQuat(out, 0, [0, 0, 0, 0], 0))).toEqual(IDENTITY)
})
