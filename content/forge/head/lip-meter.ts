import { FACE_CHANNELS, type FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import { heightAt } from '../kit/height-at.ts'
import { morphed } from '../kit/morph.ts'
import { distance, type Vec3 } from '../kit/vec3.ts'
import type { HeadParts } from './parts.ts'
import type { Site } from './site.ts'

/** Weights of face channels; one that is left out is 0. */
export type FaceWeights = Partial<Record<FaceChannelName, number>>

/** Measures lips on the mesh itself, under any mix of shapes. Millimetres at the head's own size. */
export type LipMeter = {
  /** Largest height of light between the lips; negative where they overlap everywhere. */
  readonly gap: (weights: FaceWeights) => number
  /** From the lower lip's edge to the nearest upper front tooth. */
  readonly lowerLipToTeeth: (weights: FaceWeights) => number
}

/** A lip's vertices alone, with what each shape does to them: a face is measured thousands of times. */
type Strip = {
  readonly rest: readonly Vec3[]
  readonly moves: ReadonlyMap<FaceChannelName, readonly (Vec3 | undefined)[]>
}

/** The middle of the lips, where f and v are made, as a share of their half width. */
const MIDDLE = 0.4
/** Upper front teeth reach down to this below the lip line, and stand before this depth; cm. */
const TOOTH_EDGE = -0.3
const TOOTH_FRONT = 7.9

/**
 * @param sites   One for each vertex of the part "head".
 * @param lipLine Height at which the lips meet, cm.
 */
export function createLipMeter({ parts }: Pick<HeadParts, 'parts'>, sites: readonly Site[], lipLine: number): LipMeter {
  const head = parts.find(({ name }) => name === 'head')!
  const mouth = parts.find(({ name }) => name === 'mouth')!
  const strip = (test: (site: Site) => boolean): Strip => {
    const vertices = sites.flatMap((site, v) => (test(site) ? [v] : []))
    const moves = new Map(
      FACE_CHANNELS.map((name) => {
        const morph = head.morphs.get(name)
        const deltas = new Map(morph?.indices.map((v, i) => [v, morph.deltas[i]!]))
        return [name, vertices.map((v) => deltas.get(v))]
      }),
    )
    return { rest: vertices.map((v) => head.mesh.positions[v]!), moves }
  }
  const contact = (upper: boolean) => strip((site) => site.kind === 'lip' && site.upper === upper && site.across === 1)
  const upper = contact(true)
  const lower = contact(false)
  const edge = strip((s) => s.kind === 'lip' && !s.upper && s.across > 0.6 && Math.abs(s.along) < MIDDLE)
  const teeth = mouth.mesh.positions.filter(([, y, z]) => y > lipLine + TOOTH_EDGE && z > TOOTH_FRONT)
  return {
    gap(weights) {
      const below = posed(lower, weights).sort((a, b) => a[0] - b[0])
      return 10 * Math.max(...posed(upper, weights).map((p) => p[1] - heightAt(below, p[0])))
    },
    lowerLipToTeeth: (weights) =>
      10 * Math.min(...posed(edge, weights).map((p) => Math.min(...teeth.map((tooth) => distance(p, tooth))))),
  }
}

function posed({ rest, moves }: Strip, weights: FaceWeights): Vec3[] {
  const active = Object.entries(weights) as [FaceChannelName, number][]
  const morphs = active.map(([name, weight]) => {
    const deltas = moves.get(name)!
    const indices = deltas.flatMap((delta, i) => (delta === undefined ? [] : [i]))
    return [{ indices, deltas: indices.map((i) => deltas[i]!) }, weight] as const
  })
  return morphed(rest, morphs)
}
