import type { Vec3 } from '../kit/vec3.ts'
import { DRAWN, type HeadForm } from './form.ts'

/**
 * Where a place of somebody's face lies on the drawn one: there shapes, brows and beards say where they work.
 *
 * Heights go by the landmarks brow, eyes, nose, mouth and chin; breadths by the eyes above and the jaw below. Depths stay,
 * for whoever asks looks for the skin there.
 */
export type FaceMap = {
  readonly toDrawn: (onPerson: Vec3) => Vec3
}

export function faceMap(form: HeadForm): FaceMap {
  const drawn = heightsOf(DRAWN)
  const person = heightsOf(form)
  const breadths = breadthsOf(form)
  return {
    toDrawn: ([x, y, z]) => {
      const drawnY = along(person, drawn, y)
      return [x / along(drawn, breadths, drawnY), drawnY, z]
    },
  }
}

/** Chin, mouth, nose, eyes, brow, and two places above where everybody is alike. */
const heightsOf = ({ jaw, mouth, nose, eye, brow }: HeadForm): number[] => [
  jaw.chinY - 1.2,
  mouth.y,
  nose.y - 0.4,
  eye.y,
  2.8 + brow.rise,
  8,
  9,
]

const breadthsOf = ({ face, jaw, mouth, eye }: HeadForm): number[] => {
  const eyes = eye.x / DRAWN.eye.x
  const chin = jaw.halfWidth / DRAWN.jaw.halfWidth
  const lips = mouth.halfWidth / DRAWN.mouth.halfWidth
  return [chin, 0.5 * (lips + face.width), face.width, eyes, eyes, 1, 1]
}

/** Straight lines between knots in rising order, carried on beyond both ends. */
function along(from: readonly number[], to: readonly number[], value: number): number {
  const last = from.length - 2
  const next = from.findIndex((knot) => knot > value)
  const i = next < 0 ? last : Math.max(0, next - 1)
  const share = (value - from[i]!) / (from[i + 1]! - from[i]!)
  return to[i]! + (to[i + 1]! - to[i]!) * share
}
