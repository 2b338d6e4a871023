import type { Animation, Buffer, Document, Node } from '@gltf-transform/core'

/** Values of one width over the frames of a performance, for one property of a node. */
export type Channel = {
  readonly node: Node
  readonly path: 'rotation' | 'translation' | 'weights'
  readonly values: Float32Array<ArrayBuffer>
  /** Floats of one frame. */
  readonly width: number
}

/** What an animation is written into: its times are shared by all channels that move. */
export type AnimationWriter = { readonly add: (channel: Channel) => void }

const TYPES = { rotation: 'VEC4', translation: 'VEC3', weights: 'SCALAR' } as const

/** Begins an animation in a document; what never changes is told once. */
export function createAnimationWriter(
  document: Document,
  { name, fps, frames }: { readonly name: string; readonly fps: number; readonly frames: number },
): AnimationWriter {
  const buffer = document.getRoot().listBuffers()[0] ?? document.createBuffer()
  const animation = document.createAnimation(name)
  const times = timesOf(
    document,
    buffer,
    Float32Array.from({ length: frames }, (_, i) => i / fps),
  )
  const once = timesOf(document, buffer, Float32Array.of(0))
  return { add: (channel) => writeChannel(document, { animation, buffer, times, once }, channel) }
}

type Target = {
  readonly animation: Animation
  readonly buffer: Buffer
  readonly times: ReturnType<typeof timesOf>
  readonly once: ReturnType<typeof timesOf>
}

const timesOf = (document: Document, buffer: Buffer, seconds: Float32Array<ArrayBuffer>) =>
  document.createAccessor().setType('SCALAR').setArray(seconds).setBuffer(buffer)

function writeChannel(document: Document, { animation, buffer, times, once }: Target, channel: Channel): void {
  const { node, path, values, width } = channel
  const still = isStill(values, width)
  const output = document
    .createAccessor()
    .setType(TYPES[path])
    .setArray(still ? values.slice(0, width) : values)
    .setBuffer(buffer)
  const sampler = document
    .createAnimationSampler()
    .setInput(still ? once : times)
    .setOutput(output)
    .setInterpolation('LINEAR')
  const target = document.createAnimationChannel().setTargetNode(node).setTargetPath(path).setSampler(sampler)
  animation.addSampler(sampler).addChannel(target)
}

function isStill(values: Float32Array, width: number): boolean {
  for (let at = width; at < values.length; at++) if (values[at] !== values[at % width]) return false
  return true
}

/** One column of rows: `count` floats from `at` in each row of `stride`. */
export function columnOf(rows: Float32Array, stride: number, at: number, count: number): Float32Array<ArrayBuffer> {
  const frames = rows.length / stride
  const values = new Float32Array(frames * count)
  for (let frame = 0; frame < frames; frame++)
    values.set(rows.subarray(frame * stride + at, frame * stride + at + count), frame * count)
  return values
}

/** Makes neighbouring quaternions lie on one side, so that what is mixed between them goes the short way in any program. */
export function sameSided(values: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  for (let at = 4; at < values.length; at += 4) {
    let dot = 0
    for (let k = 0; k < 4; k++) dot += values[at + k]! * values[at - 4 + k]!
    if (dot < 0) for (let k = 0; k < 4; k++) values[at + k] = -values[at + k]!
  }
  return values
}
