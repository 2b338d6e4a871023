import type { GLTF } from '@gltf-transform/core'
import { FACE_CHANNELS, type FaceChannelName } from '../../engine/rig/blendshapes.ts'
import { PRESETS } from '../forge/export/vrm/expressions.ts'

type Mix = Readonly<Partial<Record<FaceChannelName, number>>>
type Entry = { readonly node?: number }
type Expressions = { readonly preset?: Record<string, Entry>; readonly custom?: Record<string, Entry> }

const CHANNELS: ReadonlySet<string> = new Set(FACE_CHANNELS)

/** Presets that are one channel each: through them any VRM speaks and blinks. */
export const PRESET_OF_CHANNEL: ReadonlyMap<FaceChannelName, string> = new Map(
  Object.entries(PRESETS).flatMap(([preset, { mix }]) => {
    const channels = Object.entries(mix)
    return channels.length === 1 && channels[0]![1] === 1 ? [[channels[0]![0] as FaceChannelName, preset] as const] : []
  }),
)

/**
 * Reads the expressions of a VRMA: presets as our mixes, custom ones that carry a channel's name as that channel.
 *
 * @param weightOf  The weight of an expression, which is how far its node has gone along X.
 * @returns         Channels, and the names of expressions that have no counterpart here.
 */
export function readVrmExpressions(
  { extensions }: GLTF.IGLTF,
  weightOf: (node: number, frame: number) => number,
  frames: number,
): { face: ReadonlyMap<FaceChannelName, Float32Array>; lost: readonly string[] } {
  const { preset = {}, custom = {} } =
    ((extensions ?? {}) as { VRMC_vrm_animation?: { expressions?: Expressions } }).VRMC_vrm_animation?.expressions ?? {}
  const face = new Map<FaceChannelName, Float32Array>()
  const lost: string[] = []
  for (const [name, { node }] of [...Object.entries(preset), ...Object.entries(custom)]) {
    const mix = mixOf(name, name in custom)
    if (mix === undefined || node === undefined) lost.push(name)
    else
      for (const [channel, share] of Object.entries(mix) as [FaceChannelName, number][]) {
        const row = face.get(channel) ?? new Float32Array(frames)
        for (let frame = 0; frame < frames; frame++)
          row[frame] = Math.min(1, row[frame]! + Math.max(0, Math.min(1, weightOf(node, frame))) * share)
        face.set(channel, row)
      }
  }
  for (const [channel, row] of face) if (row.every((weight) => weight < 1e-4)) face.delete(channel)
  return { face, lost }
}

function mixOf(name: string, isCustom: boolean): Mix | undefined {
  if (isCustom) return CHANNELS.has(name) ? { [name]: 1 } : undefined
  return (PRESETS as Readonly<Record<string, { mix: Mix }>>)[name]?.mix
}
