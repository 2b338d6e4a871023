import { smoothstep } from '../../kit/scalar.ts'
import type { Vec3 } from '../../kit/vec3.ts'
import { addInfluence, finishInfluences, type Influences } from '../../weights/influences.ts'

/** The toes bend, the heel goes with the foot, the opening gives half-way with the ankle, and a shaft stays on the leg. */
export function shoeInfluences([x, y, z]: Vec3): Influences {
  const side = x > 0 ? 'left' : 'right'
  const toes = smoothstep(7.2, 11, z)
  const leg = smoothstep(9.8, 14, y)
  const ankle = Math.max(0.6, leg) * smoothstep(6.5, 10.5, y) * (1 - leg) * (1 - toes)
  const influences: Influences = new Map()
  addInfluence(influences, `${side}Toes`, toes)
  addInfluence(influences, `${side}LowerLeg`, leg * (1 - toes))
  addInfluence(influences, `${side}FootHalf`, ankle)
  addInfluence(influences, `${side}Foot`, (1 - toes) * (1 - leg) - ankle)
  return finishInfluences(influences)
}
