import { describe, expect, test } from 'vitest'
import { createHand } from '../hand/hand.ts'
import { inspectMesh } from '../kit/inspect-mesh.ts'
import { createMesh } from '../kit/mesh.ts'
import { HAND_SCALE, LIMB_JOINTS } from '../skeleton/measures.ts'
import { handToWorld } from '../skeleton/skeleton.ts'
import { forearmRim, growArm, upperBodyField } from './arm.ts'
import { armField, legField } from './figure.ts'
import { createLowerBody, lowerBodyField } from './lower-body.ts'

const hand = createHand()
const arm = { ...createMesh(), positions: hand.mesh.positions.map(handToWorld), triangles: hand.mesh.triangles.slice() }
const handVertices = arm.positions.length
const handTriangles = arm.triangles.length
const shoulder = growArm(arm, forearmRim(hand))
const lowerBody = createLowerBody()

describe('the arm', () => {
  test('grows out of the hand without a gap and is open at the shoulder only', () => {
    const whole = { boundaryEdges: shoulder.length, nonManifoldEdges: 0, flippedEdges: 0, brokenVertices: 0 }
    expect(inspectMesh(arm)).toEqual(whole)
  })

  test('lies on the figure', () => {
    for (const p of arm.positions.slice(handVertices)) expect(Math.abs(upperBodyField(...p))).toBeLessThan(0.01)
  })

  test('keeps to its budget of triangles', () => {
    expect(2 * (arm.triangles.length - handTriangles)).toBeLessThanOrEqual(2500)
  })
})

describe('trunk and legs', () => {
  test('are one skin, open at the chest only', () => {
    const { boundaryEdges, ...faults } = inspectMesh(lowerBody)
    expect(faults).toEqual({ nonManifoldEdges: 0, flippedEdges: 0, brokenVertices: 0 })
    expect(boundaryEdges).toBeLessThan(60)
  })

  test('stand on the floor', () => {
    const lowest = Math.min(...lowerBody.positions.map(([, y]) => y))
    expect(lowest).toBeGreaterThanOrEqual(0)
    expect(lowest).toBeLessThan(0.3)
  })

  test('lie on the figure, but where the legs meet', () => {
    const shins = lowerBody.positions.filter(([x, y]) => y > 18 && y < 78 && x !== 0)
    for (const p of shins) expect(Math.abs(lowerBodyField(...p))).toBeLessThan(0.02)
  })
})

describe('the figure', () => {
  test('has wrists as thick as the hand’s', () => {
    const [x, y, z] = LIMB_JOINTS.Hand
    for (const [dy, dz] of [
      [1.76 * HAND_SCALE, 0],
      [0, 2.46 * HAND_SCALE],
    ] as const) {
      expect(Math.abs(armField(x - 6, y + dy, z + dz))).toBeLessThan(0.12)
    }
  })

  test('narrows from thigh to knee and from calf to ankle', () => {
    const girthAt = (y: number) => -legField(8.3, y, -0.3)
    expect(girthAt(76)).toBeGreaterThan(girthAt(50) + 1.5)
    expect(girthAt(36)).toBeGreaterThan(girthAt(13) + 1)
  })
})
