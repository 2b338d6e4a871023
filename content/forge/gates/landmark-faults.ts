import type { Character } from '../character.ts'

/** How deep a sole may sink into the ground or stand above it, cm. */
const GROUND = 0.3

/** A face whose landmarks are out of order, or feet that do not stand on the ground. */
export function landmarkFaults({ landmarks, joints, parts }: Character): string[] {
  const { crown, eyes, mouth, chin } = landmarks
  const neck = joints.find(({ name }) => name === 'neck')!.position
  const upwards = [neck[1], chin[1], mouth[1], eyes[1], crown[1]]
  const lowest = parts.reduce(
    (low, { mesh }) => mesh.positions.reduce((least, [, y]) => Math.min(least, y), low),
    Number.POSITIVE_INFINITY,
  )
  return [
    ...(upwards.every((y, i) => i === 0 || y > upwards[i - 1]!)
      ? []
      : [`Neck, chin, mouth, eyes and crown do not follow each other upwards: ${upwards.map(tenths).join(', ')} cm.`]),
    ...(eyes[2] > neck[2] ? [] : [`The eyes are behind the neck, at z ${tenths(eyes[2])} cm.`]),
    ...(Math.abs(lowest) <= GROUND ? [] : [`The lowest point is at ${tenths(lowest)} cm, off the ground.`]),
  ]
}

const tenths = (centimetres: number): string => centimetres.toFixed(1)
