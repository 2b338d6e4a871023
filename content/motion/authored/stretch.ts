import type { Authored, Key } from './authored.ts'

/** Arms overhead, long through the back. */
const UP: Omit<Key, 'at'> = {
  bones: {
    spine: { x: -4 },
    chest: { x: -5 },
    upperChest: { x: -5 },
    neck: { x: -6 },
    head: { x: -6 },
    leftShoulder: { y: 0, z: 24 },
    leftUpperArm: { x: 10, y: -14, z: 62 },
    leftLowerArm: { y: -28 },
    leftHand: { z: 18 },
    leftUpperLeg: { y: 6, z: 1 },
  },
  hands: { left: 'open', right: 'open' },
  hips: [0, 0.004, 0.012],
}

const lean = (side: number): Omit<Key, 'at'> => ({
  ...UP,
  bones: {
    ...UP.bones,
    hips: { z: side * 4 },
    spine: { x: -1, z: side * 8 },
    chest: { x: -2, z: side * 9 },
    upperChest: { x: -2, z: side * 7 },
    neck: { x: -2, z: side * 4 },
    head: { x: -2, z: side * 5 },
  },
  hips: [side * 0.035, -0.004, 0.004],
})

/** After sitting long: up, to one side, to the other, and down. */
export const stretch: Authored = {
  name: 'stretch',
  description: 'Stretches: arms overhead, a lean to each side, and down again.',
  loop: false,
  mask: 'full',
  keys: [
    { at: 0 },
    { at: 1.5, ...UP },
    { at: 2, ...UP },
    { at: 3, ...lean(1) },
    { at: 4.2, ...lean(-1) },
    { at: 5, ...UP },
    { at: 6.6 },
  ],
}
