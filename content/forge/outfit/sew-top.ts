import { type Sdf, smoothMin } from '../kit/sdf.ts'
import type { TopCut } from './cut.ts'
import { foldsOf } from './folds.ts'
import { crease, createHalf, finishGarment, type Garment } from './garment.ts'
import { addSkirt } from './skirt-rows.ts'
import { addSleeve } from './sleeve.ts'
import { addTrunk } from './trunk.ts'

/** A larger blend would hang a web below the arm that turns into a wing when it is raised. */
const ARMPIT_BLEND = 1.7

/** The whole of a top's cloth: trunk and sleeves. */
export const clothOf = ({ trunk, sleeve }: Pick<TopCut, 'trunk' | 'sleeve'>): Sdf => {
  return (x, y, z) => (y < 112 ? trunk(x, y, z) : smoothMin(trunk(x, y, z), sleeve(x, y, z), ARMPIT_BLEND))
}

/** Sews a top from its cut: rows round the trunk, a yoke over the shoulders, sleeves out of its sides. */
export function sewTop(cut: TopCut): Garment {
  return crease(sewSmooth(cut), foldsOf(cut.folds, cut.name))
}

/** The same before wearing creased it: left and right are alike. */
export function sewSmooth(cut: TopCut): Garment {
  const half = createHalf()
  const { hem, armhole } = addTrunk(half, cut)
  if (cut.skirt) addSkirt(half, hem, cut.skirt)
  addSleeve(half, cut, armhole)
  return finishGarment(half, {
    cloth: clothOf(cut),
    iterations: 24,
    tubeStitches: armhole.length * cut.stitch.perColumn,
  })
}
