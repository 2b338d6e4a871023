import type { CameraFrame, CameraPlace } from './frame.ts'

/**
 * Lets a narrow picture see what belongs in it: shots are framed by height, for wide pictures.
 *
 * @param aspect  Width by height of the picture.
 * @returns       The camera with its angle of view opened as far as its width asks, and its set-up by the same measure.
 */
export function fitWidth(camera: CameraFrame, aspect: number): CameraFrame {
  const setup = camera.setup ?? camera
  const fovDegrees = fovFor(setup, aspect)
  if (fovDegrees === setup.fovDegrees) return camera
  return { ...camera, fovDegrees, setup: { ...setup, fovDegrees } }
}

/** Measured from where a move began, so that the angle holds still through it. */
function fovFor({ position, target, fovDegrees, width = 0 }: CameraPlace, aspect: number): number {
  const distance = Math.hypot(position[0] - target[0], position[1] - target[1], position[2] - target[2])
  const needed = 2 * Math.atan(width / aspect / 2 / distance)
  return Math.max(fovDegrees, (needed * 180) / Math.PI)
}
