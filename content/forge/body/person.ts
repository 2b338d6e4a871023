import { smoothstep } from '../kit/scalar.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { TRUNK_JOINTS } from '../skeleton/measures.ts'
import type { Knots } from './profile.ts'

/** What says how a person is built. */
export type Build = Pick<AvatarRecipe, 'body' | 'masculinity' | 'age'>

/**
 * How a person's measures exceed those of the drawn figure. Girths and lengths are shares of the drawn ones, 0 as drawn
 * and 0.1 a tenth more; heights on the left of tables are centimetres of the drawn figure.
 */
export type Person = {
  /** All but head, hands and feet grows by this before anything else is said. */
  readonly frame: number
  readonly head: number
  readonly hand: number
  /** How far heights rise. Centimetres. */
  readonly rise: Knots
  /** Widths of the trunk, and girth of the legs across. */
  readonly width: Knots
  /** How far out the middle of the leg moves; the same as the width on the trunk. */
  readonly stance: Knots
  /** Depths of the trunk, and girth of the legs from front to back. */
  readonly depth: Knots
  readonly neckGirth: number
  readonly armLength: number
  /** Along the arm, by distance from the middle of the body. */
  readonly armGirth: Knots
  /** How far flesh is put on, beyond all scaling; negative is taken off. Centimetres. */
  readonly flesh: { readonly belly: number; readonly bust: number; readonly seat: number; readonly trapezius: number }
}

/** The drawn figure: stature, crown, and heads to its height. */
const DRAWN = { height: 162, crown: 161.8, heads: 7.6 } as const
/** Taller people have smaller heads for their height: 7.4 heads at 145 cm, 8 at 2 m. Heads for each centimetre. */
const HEADS_PER_CM = 0.0095
const NECK_LENGTH = TRUNK_JOINTS.head[1] - TRUNK_JOINTS.neck[1]
const HEAD_HEIGHT = DRAWN.crown - TRUNK_JOINTS.head[1]
/** Height of the hip joints. */
const HIP = 89.5

/**
 * The measures of a person. Shares are fitted by eye to adults' means and to stylised figures.
 *
 * @source  Means of women and men: C. C. Gordon et al., 2012 Anthropometric Survey of U.S. Army Personnel (ANSUR II).
 */
export function personOf({ body, masculinity, age }: Build): Person {
  const { build, muscle, shoulders, hips, bust, legs } = body
  const stature = (100 * body.height) / DRAWN.height
  const heads = DRAWN.heads + HEADS_PER_CM * (100 * body.height - DRAWN.height)
  const head = (stature * DRAWN.heads) / heads - 1
  const headJointRise = DRAWN.crown * (stature - 1) - HEAD_HEIGHT * head
  const frame = headJointRise / TRUNK_JOINTS.head[1]
  const [man, woman] = [masculinity, 1 - masculinity]
  const [fat, thin] = [Math.max(0, build), Math.max(0, -build)]
  const old = smoothstep(38, 78, age)
  const more = (share: number) => (1 + frame) * (1 + share) - 1

  const foot = stature * (1 + 0.05 * man + 0.03 * fat) - 1
  const hand = stature * (1 + 0.045 * man + 0.02 * fat) - 1
  const legLength = more(0.045 * legs - 0.012 * man)
  const neckRise = headJointRise - NECK_LENGTH * more(-0.02 * man - 0.14 * fat)

  const ankle = more(0.07 * man + 0.1 * fat - 0.03 * thin)
  const calf = more(0.05 * man + 0.2 * fat - 0.08 * thin + 0.12 * muscle)
  const knee = more(0.06 * man + 0.18 * fat - 0.05 * thin + 0.05 * muscle)
  const thigh = more(-0.01 * man + (0.34 - 0.1 * man) * fat - 0.1 * thin + 0.12 * muscle)
  const upperThigh = more(-0.05 * man + (0.34 - 0.12 * man) * fat - 0.1 * thin + 0.08 * muscle + 0.05 * hips)
  const pelvis = more(-0.06 * man + 0.1 * hips + (0.27 - 0.07 * man) * fat - 0.07 * thin)
  const waist = more(0.21 * man + 0.4 * fat - 0.07 * thin + 0.03 * hips + 0.06 * old)
  const lowerRibs = more(0.17 * man + 0.27 * fat - 0.07 * thin + 0.05 * muscle + 0.03 * shoulders + 0.04 * old)
  const ribs = more(0.15 * man + 0.18 * fat - 0.06 * thin + 0.08 * muscle + 0.06 * shoulders)
  const girdle = more(0.165 * man + 0.05 * fat - 0.04 * thin + 0.05 * muscle + 0.09 * shoulders)
  const stance = more(-0.02 * man + 0.05 * hips + 0.12 * fat - 0.01 * thin)

  return {
    frame,
    head,
    hand,
    rise: [
      [0, 0],
      [3.5, 3.5 * foot],
      [7, 7 * foot],
      [48, 48 * legLength],
      [HIP, HIP * legLength],
      [TRUNK_JOINTS.neck[1], neckRise],
      [TRUNK_JOINTS.head[1], headJointRise],
    ],
    width: [
      [7, foot],
      [14, ankle],
      [34, calf],
      [48, knee],
      [66, thigh],
      [82, upperThigh],
      [92.5, pelvis],
      [106, waist],
      [117, lowerRibs],
      [123, ribs],
      [131, girdle],
    ],
    stance: [
      [HIP - 4, stance],
      [HIP, stance],
      [96, pelvis],
      [106, waist],
      [117, lowerRibs],
      [123, ribs],
      [131, girdle],
    ],
    depth: [
      [7, foot],
      [14, ankle],
      [34, calf],
      [48, knee],
      [66, thigh],
      [82, upperThigh],
      [92.5, more(-0.05 * man + 0.22 * fat - 0.08 * thin + 0.05 * hips)],
      [106, more(0.1 * man + 0.34 * fat - 0.08 * thin + 0.06 * old)],
      [117, more(0.14 * man + 0.26 * fat - 0.08 * thin + 0.06 * muscle)],
      [123, more(0.15 * man + 0.2 * fat - 0.07 * thin + 0.1 * muscle)],
      [131, more(0.16 * man + 0.16 * fat - 0.06 * thin + 0.1 * muscle)],
    ],
    neckGirth: (1 + head) * (1 + 0.34 * man + (0.15 - 0.07 * man) * fat - 0.06 * thin + 0.06 * muscle) - 1,
    armLength: more(0.03 * man),
    armGirth: [
      [13, more(0.15 * man + 0.22 * fat - 0.08 * thin + 0.16 * muscle)],
      [19, more(0.16 * man + 0.28 * fat - 0.1 * thin + 0.24 * muscle)],
      [27, more(0.14 * man + 0.36 * fat - 0.1 * thin + (0.2 + 0.14 * man) * muscle)],
      [39.4, more(0.12 * man + 0.2 * fat - 0.05 * thin + 0.08 * muscle)],
      [46, more(0.15 * man + 0.2 * fat - 0.07 * thin + 0.2 * muscle)],
      [53, more(0.12 * man + 0.14 * fat - 0.04 * thin + 0.08 * muscle)],
      [58, hand],
    ],
    flesh: {
      belly: (2.6 + 1.8 * man) * fat + (0.9 + 0.7 * man) * old * (1 - 0.7 * thin) - 0.5 * thin,
      bust: woman * bust * (bust > 0 ? 2.2 : 1.4) + man * (0.4 * bust - 1.7 + 0.6 * muscle) + 0.9 * fat - 0.3 * thin,
      seat: 0.8 * hips + 1.4 * fat - 0.9 * man - 0.4 * thin,
      trapezius: 0.4 * man + 0.9 * muscle + 0.3 * fat,
    },
  }
}
