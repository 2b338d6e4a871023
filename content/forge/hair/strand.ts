import { normalOf } from '../kit/project.ts'
import type { Sdf } from '../kit/sdf.ts'
import { add, addScaled, distance, dot, mix3, normalize, subtract, type Vec3 } from '../kit/vec3.ts'

/** How one strand grows. `t` runs from 0 at the root to 1 at the tip. */
export interface StrandRecipe {
  readonly root: Vec3
  readonly direction: Vec3
  readonly length: number
  /** Distance kept from the head, cm. */
  readonly clearance: (t: number) => number
  /** Any pull on the direction, per step. */
  readonly force: (at: Vec3, t: number) => Vec3
  /** Draws the strand down to its clearance while it is within `range` of it, up to `until`. */
  readonly cling: { readonly range: number; readonly share: number; readonly until: number }
}

/** Length of one step, cm. */
const STEP = 0.5
/** Half-width of the differences that give the head's normal: coarse, so that hair ignores small features. */
const NORMAL_REACH = 0.25

/** Grows a strand over a head: pushed out wherever it would come nearer than its clearance, it cannot cut in. */
export function growStrand(head: Sdf, { root, clearance, force, cling, length, direction }: StrandRecipe): Vec3[] {
  const count = Math.max(4, Math.ceil(length / STEP))
  const path: Vec3[] = [root]
  let heading = normalize(direction)
  for (let i = 1; i <= count; i++) {
    const t = i / count
    const here = path[i - 1]!
    heading = normalize(add(heading, force(here, t)))
    let next = addScaled(here, heading, length / count)
    const missing = clearance(t) - head(...next)
    if (missing > 0) {
      const normal = normalOf(head, next, NORMAL_REACH)
      next = addScaled(next, normal, missing)
      const inward = dot(heading, normal)
      if (inward < 0) heading = normalize(addScaled(heading, normal, -inward))
    } else if (t < cling.until && -missing < cling.range)
      next = addScaled(next, normalOf(head, next, NORMAL_REACH), missing * cling.share)
    heading = normalize(mix3(heading, normalize(subtract(next, here)), 0.6))
    path.push(next)
  }
  return path
}

/** Cuts a path where it first falls below a height. */
export function trimBelow(path: readonly Vec3[], height: number): Vec3[] {
  const first = path.findIndex((p) => p[1] < height)
  if (first < 2) return path.slice()
  const above = path[first - 1]!
  const below = path[first]!
  return [...path.slice(0, first), mix3(above, below, (above[1] - height) / (above[1] - below[1]))]
}

/** Cuts a path where it first goes farther than `reach` to either side. */
export function trimBeside(path: readonly Vec3[], reach: number): readonly Vec3[] {
  const first = path.findIndex(([x]) => Math.abs(x) > reach)
  return first < 2 ? path : path.slice(0, first)
}

/** Cuts a path a length after it first falls below a height. */
export function trimAlong(path: readonly Vec3[], height: number, length: number): Vec3[] {
  let left = length
  for (let i = 1; i < path.length; i++) {
    if (path[i]![1] > height) continue
    const step = distance(path[i]!, path[i - 1]!)
    if (step >= left) return [...path.slice(0, i), mix3(path[i - 1]!, path[i]!, left / step)]
    left -= step
  }
  return path.slice()
}
