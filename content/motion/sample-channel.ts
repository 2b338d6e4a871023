import type { AnimationSampler } from '@gltf-transform/core'
import { EngineError } from '../../engine/core/errors.ts'
import { normalizeQuat, slerp } from '../../engine/core/math/quat.ts'
import { keyframeBefore } from '../../engine/tracks/sample.ts'

type Target = {
  readonly out: Float32Array
  /** Floats of one value: 4 for a rotation, 3 for a place. */
  readonly width: 3 | 4
  readonly fps: number
  readonly frames: number
  /** Where a frame's value begins in `out`. */
  readonly at: (frame: number) => number
  /** What to call the file in a message. */
  readonly from: string
}

/**
 * Writes the values of a glTF sampler at every frame.
 *
 * @throws  `clip/bad-file` where times or values are missing, too few, not numbers, or out of order.
 * @source  glTF 2.0, appendix C: interpolation.
 */
export function sampleChannel(sampler: AnimationSampler | null, { out, width, fps, frames, at, from }: Target): void {
  const times = Float64Array.from(sampler?.getInput()?.getArray() ?? [])
  const output = sampler?.getOutput()
  const cubic = sampler?.getInterpolation() === 'CUBICSPLINE'
  const count = (output?.getCount() ?? 0) * (output?.getElementSize() ?? 0)
  if (times.length === 0 || count < times.length * width * (cubic ? 3 : 1))
    throw fault(from, 'has fewer values than times')
  if (!times.every((time, i) => Number.isFinite(time) && (i === 0 || time > times[i - 1]!))) {
    throw fault(from, 'has times that do not ascend')
  }
  const values = valuesOf(output!, from)
  const key = (i: number) => (cubic ? (i * 3 + 1) * width : i * width)
  for (let frame = 0; frame < frames; frame++) {
    const seconds = frame / fps
    const last = times.length - 1
    const i = seconds <= times[0]! ? 0 : seconds >= times[last]! ? last : keyframeBefore(times, seconds)
    const span = i === last ? 0 : times[i + 1]! - times[i]!
    const t = span === 0 ? 0 : Math.min(1, Math.max(0, (seconds - times[i]!) / span))
    const next = Math.min(i + 1, last)
    if (sampler!.getInterpolation() === 'STEP') copy(out, at(frame), values, key(t === 1 ? next : i), width)
    else if (cubic) hermite(out, at(frame), values, { from: i * 3 * width, to: next * 3 * width, width, span, t })
    else if (width === 4) slerp(out, at(frame), values, key(i), values, key(next), t)
    else for (let k = 0; k < 3; k++) out[at(frame) + k] = values[key(i) + k]! * (1 - t) + values[key(next) + k]! * t
    if (width === 4) normalizeQuat(out, at(frame), out, at(frame))
  }
}

function valuesOf(output: NonNullable<ReturnType<AnimationSampler['getOutput']>>, from: string): Float64Array {
  const size = output.getElementSize()
  const values = new Float64Array(output.getCount() * size)
  const element: number[] = []
  for (let i = 0; i < output.getCount(); i++) values.set(output.getElement(i, element), i * size)
  if (values.every(Number.isFinite)) return values
  throw fault(from, 'has values that are no numbers (NaN or infinite)')
}

function copy(out: Float32Array, at: number, values: Float64Array, from: number, width: number): void {
  for (let k = 0; k < width; k++) out[at + k] = values[from + k]!
}

type Span = {
  readonly from: number
  readonly to: number
  readonly width: number
  readonly span: number
  readonly t: number
}

/** Each keyframe is its tangent in, its value, its tangent out. */
function hermite(out: Float32Array, at: number, values: Float64Array, { from, to, width, span, t }: Span): void {
  const [t2, t3] = [t * t, t * t * t]
  for (let k = 0; k < width; k++) {
    out[at + k] =
      (2 * t3 - 3 * t2 + 1) * values[from + width + k]! +
      span * (t3 - 2 * t2 + t) * values[from + 2 * width + k]! +
      (3 * t2 - 2 * t3) * values[to + width + k]! +
      span * (t3 - t2) * values[to + k]!
  }
}

const fault = (from: string, problem: string): EngineError =>
  new EngineError('clip/bad-file', `"${from}" ${problem} in its animation. Export it again.`)
