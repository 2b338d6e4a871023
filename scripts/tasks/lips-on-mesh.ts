import { buildHead } from '../../content/forge/head/build-head.ts'
import { createLipMeter, type FaceWeights, type LipMeter } from '../../content/forge/head/lip-meter.ts'
import { MILLA } from '../../content/forge/head/recipe.ts'
import { buildSkin } from '../../content/forge/head/skin.ts'
import { withoutHiddenScalp } from '../../content/forge/head/without-hidden-scalp.ts'
import {
  type Catalogue,
  createStage,
  FACE_CHANNELS,
  type Face,
  type SpokenPart,
  type Stage,
  TICK_RATE,
} from '../../engine/api/node.ts'

/** One p, b, m, f or v, and how near the mesh came to its contact: lip to lip, or lower lip to teeth. Millimetres. */
export type Contact = { readonly phone: string; readonly seconds: number; readonly millimetres: number }

/** Faces of two expressions, both at full strength, that pull on lips from all sides. */
export const BLENDS: readonly Face[] = [
  { happy: 1, surprised: 1 },
  { happy: 1, disgusted: 1 },
  { angry: 1, fearful: 1 },
  { sad: 1, thinking: 1 },
  { disgusted: 1, fearful: 1, surprised: 1 },
  { amused: 1, apologetic: 1 },
  { confused: 1, proud: 1 },
]

/** A contact is looked for from this long before its sound, seconds: the mouth leads. */
const LEAD = 0.06

/** Milla's lips, to be measured. */
export async function openLipMeter(): Promise<LipMeter> {
  return createLipMeter(await buildHead(MILLA), withoutHiddenScalp(buildSkin(MILLA)).sites, MILLA.mouth.y)
}

/** Says a part on a stage of its own, under a face, and measures its contacts at every tick. */
export function measureContacts(meter: LipMeter, catalogue: Catalogue, spoken: SpokenPart, face: Face): Contact[] {
  const stage = createStage({ catalogue, seed: 1 })
  stage.spawnActor({ id: 'milla' })
  stage.actor('milla').express(face)
  stage.seek(60)
  stage.run('performLine', { actor: 'milla', line: 'line', part: 0, ...spoken })
  const faces = performed(stage)
  return spoken.plan.phones.flatMap(({ phone, start, end }) => {
    const measure = /^[pbm]$/.test(phone) ? meter.gap : /^[fv]$/.test(phone) ? meter.lowerLipToTeeth : undefined
    if (measure === undefined) return []
    const from = Math.max(0, Math.floor((start - LEAD) * TICK_RATE))
    const near = faces.slice(from, Math.ceil(end * TICK_RATE) + 1).map(measure)
    return [{ phone, seconds: start, millimetres: Math.min(...near) }]
  })
}

/** The face at each tick of the part, from its first sound. */
function performed(stage: Stage): FaceWeights[] {
  const faces: FaceWeights[] = []
  let isSpeaking = false
  for (;;) {
    stage.step()
    for (const { type } of stage.takeEvents()) {
      if (type === 'partStarted') isSpeaking = true
      if (type === 'partEnded') return faces
    }
    if (isSpeaking) faces.push(faceOf(stage))
  }
}

function faceOf({ world }: Stage): FaceWeights {
  const row = world.lists.actors[0]! * FACE_CHANNELS.length
  const { weights } = world.components.Face
  return Object.fromEntries(
    FACE_CHANNELS.flatMap((name, i) => (weights[row + i]! > 0 ? [[name, weights[row + i]!]] : [])),
  )
}
