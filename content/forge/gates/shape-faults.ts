import { FACE_CHANNELS } from '../../../engine/rig/blendshapes.ts'
import type { Character, CharacterPart } from '../character.ts'

/** Shapes that swell curling fingers. */
const CURLS = ['Index', 'Middle', 'Ring', 'Little'].flatMap((finger) => [`leftCurl${finger}`, `rightCurl${finger}`])

/** Shapes that are missing, or that move what is not there. */
export function shapeFaults({ parts }: Character): string[] {
  const made = new Set(
    parts.flatMap(({ morphs }) => [...morphs].flatMap(([name, { indices }]) => (indices.length > 0 ? [name] : []))),
  )
  const missing = [...FACE_CHANNELS.filter((channel) => channel !== 'viseme_sil'), ...CURLS].filter(
    (name) => !made.has(name),
  )
  return [...missing.map((name) => `Shape ${name} moves nothing.`), ...parts.flatMap(brokenShapes)]
}

function brokenShapes({ name, mesh, morphs }: CharacterPart): string[] {
  return [...morphs].flatMap(([shape, { indices, deltas }]) => {
    const isSound =
      indices.length === deltas.length &&
      indices.every((v) => v >= 0 && v < mesh.positions.length) &&
      deltas.every((delta) => delta.every(Number.isFinite))
    return isSound ? [] : [`Shape ${shape} of part ${name} moves vertices that are not there, or by no finite way.`]
  })
}
