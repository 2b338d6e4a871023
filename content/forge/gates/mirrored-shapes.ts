import { FACE_CHANNELS, type FaceChannelName } from '../../../engine/rig/blendshapes.ts'
import type { Morph } from '../kit/morph.ts'
import { distance, type Vec3 } from '../kit/vec3.ts'
import type { BuiltFace } from './built-face.ts'
import type { Finding } from './finding.ts'

/** Largest difference between a left shape and the mirror image of the right one, mm. */
const TOLERANCE = 0.02
const PARTS = ['head', 'lashes', 'brows', 'lidShadow']

/** Every …Left shape is the mirror image of its …Right one. */
export function mirroredShapes(face: BuiltFace): Finding[] {
  return PARTS.flatMap((name) => {
    const { mesh, morphs } = face.partNamed(name)
    const twin = mirrorTwins(mesh.positions, (v) => (name === 'head' ? lipOf(face, v) : ''))
    return FACE_CHANNELS.filter((left) => left.endsWith('Left') && morphs.has(left)).flatMap((left) => {
      const right = left.replace(/Left$/, 'Right') as FaceChannelName
      const millimetres = 10 * mirrorError(morphs.get(left)!, morphs.get(right)!, twin)
      if (millimetres <= TOLERANCE) return []
      const problem = `it differs from ${right} by more than ${TOLERANCE} mm`
      return [{ gate: 'mirrored shapes', where: `${left} of ${name}`, millimetres, problem }]
    })
  })
}

/** Tells apart the vertices of both lips, which share their places where lips touch. */
function lipOf({ skin }: BuiltFace, vertex: number): string {
  const site = skin.sites[vertex]!
  return site.kind === 'lip' && Math.abs(site.along) < 1 ? String(site.upper) : ''
}

/** Places closer than one cell of a centimetre's this many count as one: far finer than any two vertices lie apart. */
const CELLS = 5000

/** For each vertex the one at its mirror place, −1 where there is none. */
function mirrorTwins(positions: readonly Vec3[], tag: (vertex: number) => string): number[] {
  const key = (v: number, x: number, y: number, z: number) =>
    [...[x, y, z].map((c) => Math.round(c * CELLS)), tag(v)].join()
  const places = new Map<string, number>()
  for (const [v, [x, y, z]] of positions.entries())
    for (const dx of [-0.3, 0.3])
      for (const dy of [-0.3, 0.3])
        for (const dz of [-0.3, 0.3]) places.set(key(v, x + dx / CELLS, y + dy / CELLS, z + dz / CELLS), v)
  return positions.map(([x, y, z], v) => places.get(key(v, -x, y, z)) ?? -1)
}

/** Largest difference, cm; infinite where too few vertices have a twin to tell. */
function mirrorError(left: Morph, right: Morph, twin: readonly number[]): number {
  const mirrored = new Map(right.indices.map((v, i) => [v, right.deltas[i]!]))
  let worst = 0
  let found = 0
  left.indices.forEach((v, i) => {
    const other = twin[v]!
    if (other < 0) return
    found++
    const [x, y, z] = mirrored.get(other) ?? [0, 0, 0]
    worst = Math.max(worst, distance(left.deltas[i]!, [-x, y, z]))
  })
  return found > 0.9 * left.indices.length ? worst : Number.POSITIVE_INFINITY
}
