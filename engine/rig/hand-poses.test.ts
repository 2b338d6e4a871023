import { expect, test } from 'vitest'
import hands from '../../content/poses/hands.json' with { type: 'json' }
import { type HandPose, handPosesSchema, handTurns } from './hand-poses.ts'
import { mirrorTurn, type Turn } from './turn.ts'

const { poses } = handPosesSchema.parse(hands)
const straight = { bend: [0, 0, 0] as [number, number, number], spread: 0 }
const flat: HandPose = {
  thumb: { flex: 0, abduct: 0, oppose: 0, bend: [0, 0], twist: 0 },
  index: straight,
  middle: straight,
  ring: straight,
  little: straight,
}
const rotate = ([x, y, z, w]: Turn, [vx, vy, vz]: readonly number[]) => {
  const t = [2 * (y * vz! - z * vy!), 2 * (z * vx! - x * vz!), 2 * (x * vy! - y * vx!)]
  return [
    vx! + w * t[0]! + y * t[2]! - z * t[1]!,
    vy! + w * t[1]! + z * t[0]! - x * t[2]!,
    vz! + w * t[2]! + x * t[1]! - y * t[0]!,
  ]
}

test('every hand pose turns fifteen bones by unit quaternions', () => {
  for (const pose of Object.values(poses)) {
    const turns = handTurns(pose, 'left')
    expect(turns.size).toBe(15)
    for (const [x, y, z, w] of turns.values()) expect(x * x + y * y + z * z + w * w).toBeCloseTo(1, 6)
  }
})

test('an all-zero pose is the rest pose', () => {
  for (const turn of handTurns(flat, 'right').values()) expect(turn[3]).toBe(1)
})

test('a bend of ninety degrees points the middle finger down, out of the palm', () => {
  const bent = handTurns({ ...flat, middle: { bend: [90, 0, 0], spread: 0 } }, 'left')
  const [x, y] = rotate(bent.get('leftMiddleProximal')!, [1, 0, 0])
  expect(x).toBeCloseTo(0, 2)
  expect(y).toBeCloseTo(-1, 2)
})

test('spread moves a finger towards the thumb', () => {
  const spread = handTurns({ ...flat, index: { bend: [0, 0, 0], spread: 10 } }, 'left')
  expect(rotate(spread.get('leftIndexProximal')!, [1, 0, 0])[2]).toBeGreaterThan(0.17)
})

test('opposing the thumb carries its tip below the palm', () => {
  const base = handTurns({ ...flat, thumb: { ...flat.thumb, oppose: 50 } }, 'left').get('leftThumbMetacarpal')!
  const tip = rotate(base, [0.72, -0.3, 0.62])
  expect(tip[1]).toBeLessThan(-0.6)
})

test('the right hand mirrors the left', () => {
  const left = handTurns(poses.ok!, 'left')
  for (const [bone, turn] of handTurns(poses.ok!, 'right')) {
    expect(turn).toEqual(mirrorTurn(left.get(bone.replace('right', 'left') as typeof bone)!))
  }
})
