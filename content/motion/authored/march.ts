import type { Authored, Key } from './authored.ts'

/** A knee up, the other arm ahead; the standing leg long. */
const step = (side: 'left' | 'right'): Omit<Key, 'at'> => {
  const lifted = [0, 0.22, 0.08] as const
  const sign = side === 'left' ? 1 : -1
  return {
    mirror: false,
    bones: {
      hips: { y: sign * -5, z: sign * -2 },
      spine: { x: 1, y: sign * 4, z: sign * 1 },
      chest: { x: 1, y: sign * 4 },
      neck: { x: 1, y: sign * -2 },
      leftShoulder: { y: -2, z: -5 },
      rightShoulder: { y: 2, z: 5 },
      leftUpperArm: { x: 8 + sign * 18, y: 6, z: -76 },
      rightUpperArm: { x: 8 - sign * 18, y: -6, z: 76 },
      leftLowerArm: { y: -40 + sign * 15 },
      rightLowerArm: { y: 40 + sign * 15 },
      leftUpperLeg: side === 'left' ? { x: -45, y: 6 } : { y: 6, z: 1 },
      leftLowerLeg: side === 'left' ? { x: 78 } : {},
      leftFoot: side === 'left' ? { x: 4 } : { z: -1 },
      rightUpperLeg: side === 'right' ? { x: -45, y: -6 } : { y: -6, z: -1 },
      rightLowerLeg: side === 'right' ? { x: 78 } : {},
      rightFoot: side === 'right' ? { x: 4 } : { z: 1 },
    },
    hands: { left: 'relaxed', right: 'relaxed' },
    hips: [sign * -0.035, -0.018, 0.01],
    ...(side === 'left' ? { leftFoot: lifted } : { rightFoot: lifted }),
  }
}

/** Both feet down, between two steps. */
const down: Omit<Key, 'at'> = { hips: [0, -0.03, 0.01] }

/** Marching on the spot. */
export const march: Authored = {
  name: 'march',
  description: 'Marches on the spot, arms swinging.',
  loop: true,
  mask: 'full',
  keys: [
    { at: 0, ...down },
    { at: 0.36, ...step('left') },
    { at: 0.62, ...down },
    { at: 0.98, ...step('right') },
    { at: 1.24, ...down },
  ],
}
