import { normalOf } from '../kit/project.ts'
import type { Sdf } from '../kit/sdf.ts'
import { add, addScaled, dot, mix3, normalize, subtract, type Vec3 } from '../kit/vec3.ts'

/** How one strand grows. `t` runs from 0 at the root to 1 at the tip. */
export interface StrandRecipe {
  readonly root: Vec3
  readonly direction: Vec3
  readonly length: number
  /** Length of one step, cm. */
  readonly step?: number
  /** Distance kept from the head, cm. */
  readonly clearance: (t: number) => number
  /** Pull downwards per step, as a share of the direction. */
  readonly gravity: (t: number) => number
  /** Any other pull: combing, tucking, waves. `walked` is the length so far, cm. */
  readonly force?: (at: Vec3, walked: number) => Vec3
  /** Draws the strand down to its clearance while it is within `range` of it, up to `until`. */
  readonly cling?: { readonly range: number; readonly share: number; readonly until: number }
}

const STEP = 0.55
/** Half-width of the differences that give the head's normal: coarse, so that hair ignores small features. */
const NORMAL_REACH = 0.1

/** Grows a strand over a head: pushed out wherever it would come nearer than its clearance, it cannot cut in. */
export function growStrand(head: Sdf, recipe: StrandRecipe): Vec3[] {
  const { clearance, gravity, force, cling, length } = recipe
  const step = recipe.step ?? STEP
  const count = Math.ceil(length / step)
  const path: Vec3[] = [recipe.root]
  let direction = normalize(recipe.direction)
  for (let i = 1; i <= count; i++) {
    const t = i / count
    const here = path[i - 1]!
    direction = add(direction, [0, -gravity(t), 0])
    if (force) direction = add(direction, force(here, i * step))
    direction = normalize(direction)
    let next = addScaled(here, direction, step)
    const missing = clearance(t) - head(...next)
    if (missing > 0) {
      const normal = normalOf(head, next, NORMAL_REACH)
      next = addScaled(next, normal, missing)
      const inward = dot(direction, normal)
      if (inward < 0) direction = normalize(addScaled(direction, normal, -inward))
    } else if (cling && t < cling.until && -missing < cling.range)
      next = addScaled(next, normalOf(head, next, NORMAL_REACH), missing * cling.share)
    direction = normalize(mix3(direction, normalize(subtract(next, here)), 0.6))
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
