import type { Authored, Key } from './authored.ts'

/** Standing on one leg more than on the other: that hip higher, the trunk back over the feet, one hand a little behind. */
const on = (side: number): Omit<Key, 'at'> => ({
  mirror: true,
  bones: {
    hips: { y: side * -3, z: side * 2.5 },
    spine: { x: -1, y: side * 2, z: side * -2.5 },
    chest: { x: 1.5, y: side * 2, z: side * -1.5 },
    neck: { x: 2, y: side * -1 },
    head: { x: -2, z: side * 1.5 },
    leftUpperArm: { x: 8, y: -2 + side * 3, z: -76 },
    rightUpperArm: { x: 8, y: 2 + side * 3, z: 76 },
  },
  hips: [side * 0.04, -0.008, -0.004],
})

/** Weight from one leg to the other and back, for who waits long. */
export const weightShift: Authored = {
  name: 'weight-shift',
  description: 'Shifts weight from one leg to the other and back.',
  loop: true,
  mask: 'full',
  keys: [
    { at: 0, ...on(1) },
    { at: 3, ...on(1) },
    { at: 4.6, ...on(-1) },
    { at: 7.4, ...on(-1) },
    { at: 9, ...on(1) },
  ],
}
