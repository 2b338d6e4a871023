import type { FaceWeights } from '../head/lip-meter.ts'
import { createLipMeter } from '../head/lip-meter.ts'
import { type BuiltFace, mixName } from './built-face.ts'
import type { Finding } from './finding.ts'

/** Whatever raises a cheek leaves lips shut that nothing else opens. */
const SMILES: readonly FaceWeights[] = [0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1].flatMap((smile) => [
  { mouthSmileLeft: smile, mouthSmileRight: smile },
  { mouthSmileLeft: smile, mouthSmileRight: smile, cheekSquintLeft: smile, cheekSquintRight: smile },
  { mouthSmileLeft: smile },
])
/** Mixes under which lips touch. */
const SHUT: readonly FaceWeights[] = [
  {},
  ...SMILES,
  { viseme_PP: 1 },
  { viseme_PP: 1, mouthSmileLeft: 0.35, mouthSmileRight: 0.35 },
  { mouthPressLeft: 1, mouthPressRight: 1 },
  { jawOpen: 0.5, mouthClose: 0.5 },
  { jawOpen: 1, mouthClose: 1 },
]
/** Largest light between touching lips, and from the lower lip to the upper teeth on f and v; mm. */
const LIGHT = 0.5

/** Lips touch on p, b and m, and the lower one touches the teeth on f and v: otherwise speech looks dubbed. */
export function lipContact({ skin, parts }: BuiltFace): Finding[] {
  const meter = createLipMeter({ parts }, skin.sites, skin.recipe.mouth.y)
  const open = SHUT.map((weights) => ({ where: mixName(weights), millimetres: meter.gap(weights) }))
    .filter(({ millimetres }) => millimetres > LIGHT)
    .map((found) => ({ gate: 'lip contact', ...found, problem: `lips touch within ${LIGHT} mm` }))
  const bite = meter.lowerLipToTeeth({ viseme_FF: 1 })
  if (bite <= LIGHT) return open
  const problem = `the lower lip comes within ${LIGHT} mm of the upper teeth`
  return [...open, { gate: 'lip contact', where: 'viseme_FF', millimetres: bite, problem }]
}
