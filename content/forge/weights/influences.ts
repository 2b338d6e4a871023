import { clamp } from '../kit/scalar.ts'

/** Shares of the joints that carry a vertex, by joint name. Sum 1 when finished. */
export type Influences = Map<string, number>

/** glTF's JOINTS_0 and WEIGHTS_0 hold four. */
const MAX_INFLUENCES = 4
/** Shares below this are noise. */
const NEGLIGIBLE = 1e-4

export function addInfluence(influences: Influences, joint: string, share: number): void {
  if (share > NEGLIGIBLE) influences.set(joint, (influences.get(joint) ?? 0) + share)
}

/** How a place along a limb divides between the bone before a joint, the joint's half-angle helper and the bone after. */
export type Bend = { readonly before: number; readonly half: number; readonly after: number }

/**
 * Divides a place along a limb at a joint: all half-angle helper at the joint, all bone from `reach` away.
 *
 * The helper turns half as far as the joint, which keeps the outside of a bend from collapsing.
 *
 * @source J. Kavan et al., "Skinning with dual quaternions" (2007), names the collapse; helper joints are its plain cure.
 */
export function bendAt(along: number, joint: number, reachBefore: number, reachAfter = reachBefore): Bend {
  const t = clamp((along - joint) / (along < joint ? reachBefore : reachAfter), -1, 1)
  return { before: Math.max(0, -t), half: 1 - Math.abs(t), after: Math.max(0, t) }
}

export type SmoothingOptions = {
  readonly iterations: number
  /** How much of its neighbours' mean a vertex takes, [0, 1]; halved each time, so that 1 keeps half of its own. */
  readonly share: (vertex: number) => number
}

/** Blurs weights along the mesh. Returns new ones. */
export function smoothInfluences(
  influences: readonly Influences[],
  neighbours: readonly (readonly number[])[],
  { iterations, share }: SmoothingOptions,
): Influences[] {
  let current = influences.slice()
  for (let i = 0; i < iterations; i++) {
    const before = current
    current = before.map((own, v) => {
      const taken = share(v) * 0.5
      const ring = neighbours[v]!
      if (taken === 0 || ring.length === 0) return own
      const mixed: Influences = new Map()
      for (const [joint, weight] of own) addInfluence(mixed, joint, weight * (1 - taken))
      for (const n of ring)
        for (const [joint, weight] of before[n]!) addInfluence(mixed, joint, (weight * taken) / ring.length)
      return mixed
    })
  }
  return current
}

/** Keeps the four greatest shares and makes them sum to 1. Ties go by name, so that the result does not depend on order. */
export function finishInfluences(influences: Influences): Influences {
  const strongest = [...influences]
    .sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
    .slice(0, MAX_INFLUENCES)
  const total = strongest.reduce((sum, [, share]) => sum + share, 0)
  return new Map(strongest.map(([joint, share]) => [joint, share / total]))
}

/** The same shares on the joints of another side or name. */
export const renameInfluences = (influences: Influences, rename: (joint: string) => string): Influences =>
  new Map([...influences].map(([joint, share]) => [rename(joint), share]))
