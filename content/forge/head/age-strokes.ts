import { capsule, carve, ellipsoid, put, type Stroke } from '../kit/sdf.ts'
import type { HeadForm } from './form.ts'

/** Folds, pouches and what sags. Given for the left half; nothing where a number is 0. */
export function ageStrokes({ age, nose, mouth, jaw, eye }: HeadForm): Stroke[] {
  const { nasolabial, marionette, jowl, eyeBag } = age
  const strokes: Stroke[] = []
  if (eyeBag > 0)
    strokes.push(
      put(0.5, ellipsoid([eye.x - 0.1, eye.y - eye.lowerHeight - 0.75, eye.front - 1.3 + eyeBag], [1.3, 0.42, 0.9])),
    )
  if (nasolabial > 0) {
    const wing = nose.wingX + nose.wingSize + 0.25
    strokes.push(
      put(1.2, ellipsoid([wing + 1.75, mouth.y + 1.9, 5.9 + nasolabial], [1.3, 1.5, 1.9])),
      carve(
        0.7,
        capsule([wing, nose.y - 0.2, 9.0 - nasolabial], [mouth.halfWidth + 0.75, mouth.y + 0.3, 8.6 - nasolabial], 0.3),
      ),
    )
  }
  if (marionette > 0)
    strokes.push(
      carve(
        0.9,
        capsule(
          [mouth.halfWidth + 0.25, mouth.y - 0.35, 8.6 - marionette],
          [mouth.halfWidth + 0.4, jaw.chinY, 8 - marionette],
          0.25,
        ),
      ),
    )
  if (jowl > 0) strokes.push(put(2.2, ellipsoid([3.3, jaw.chinY + 0.8, 3.9], [0.9 + jowl, 0.9 + jowl, 1.8])))
  return strokes
}
