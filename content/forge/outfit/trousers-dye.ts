import { storedColour } from '../kit/colour.ts'
import { mix3, scale, type Vec3 } from '../kit/vec3.ts'
import { CHINOS, JEANS, type Sewing } from './trousers-seams.ts'
import type { PieceChoice } from './worn.ts'

/** What a pair of trousers is made of: its colours, as a picture stores them, and how it is sewn. */
export type TrouserDye = {
  readonly cloth: Vec3
  readonly pale: Vec3
  readonly thread: Vec3
  readonly metal: Vec3
  /** How much of the weave shows, and how much wear. */
  readonly grain: number
  readonly wear: number
  readonly sewing: Sewing
}

const WHITE: Vec3 = [1, 1, 1]
const COPPER: Vec3 = [0.62, 0.45, 0.31]
const HORN: Vec3 = [0.25, 0.21, 0.19]
/** Thread of jeans. */
const OCHRE: Vec3 = [0.72, 0.55, 0.34]

/** Blue trousers are jeans, rubbed pale and sewn with ochre thread; all others are chinos, sewn in their own colour. */
export function trouserDye({ colour, accent }: PieceChoice): TrouserDye {
  const cloth = storedColour(colour)
  const isDenim = cloth[2] > 1.18 * cloth[0] && cloth[2] > cloth[1]
  const own = isDenim ? OCHRE : mix3(scale(cloth, 0.86), WHITE, 0.1)
  return {
    cloth,
    pale: mix3(cloth, isDenim ? [0.72, 0.79, 0.88] : WHITE, isDenim ? 0.75 : 0.35),
    thread: accent === undefined ? own : storedColour(accent),
    metal: isDenim ? COPPER : HORN,
    grain: isDenim ? 1 : 0.45,
    wear: isDenim ? 1 : 0.45,
    sewing: isDenim ? JEANS : CHINOS,
  }
}
