import { legField, torsoField } from '../body/figure.ts'
import { sin } from '../kit/ops.ts'
import { gauss, smoothstep } from '../kit/scalar.ts'
import { type Sdf, smoothMin } from '../kit/sdf.ts'
import { LIMB_JOINTS } from '../skeleton/measures.ts'

/** Lower edge of the turn-up, its height, and how much higher it rests on the shoe than it hangs behind. Centimetres. */
export const TURN_UP = { bottom: 6.6, height: 3.4, lift: 1.3 } as const

/** One leg's cloth: close at the thigh, straight below the knee, with folds behind the knee and above the shoe. */
export const trouserLegField: Sdf = (x, y, z) => {
  const ease = 0.3 + 0.95 * (1 - smoothstep(14, 46, y))
  const across = Math.abs(x)
  const knee = 0.2 * sin(y * 0.95 + z * 0.5) * gauss(y - LIMB_JOINTS.LowerLeg[1], 6)
  const ankle = 0.3 * sin(y * 0.95 + across * 0.35 + z * 0.2) * gauss(y - 16, 5.5)
  return legField(x, y, z) - ease - knee - ankle
}

export const trousersField: Sdf = (x, y, z) => smoothMin(torsoField(x, y, z) - 0.15, trouserLegField(x, y, z), 3)
