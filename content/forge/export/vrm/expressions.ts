import { type BlendshapeName, FACE_CHANNELS, type FaceChannelName } from '../../../../engine/rig/blendshapes.ts'
import { compileExpression, expressionSchema } from '../../../../engine/rig/expressions.ts'
import angry from '../../../expressions/angry.json' with { type: 'json' }
import happy from '../../../expressions/happy.json' with { type: 'json' }
import sad from '../../../expressions/sad.json' with { type: 'json' }
import surprised from '../../../expressions/surprised.json' with { type: 'json' }
import type { CharacterPart } from '../../character.ts'
import type { NodeIndex } from './humanoid.ts'

type Mix = Partial<Record<FaceChannelName, number>>
/** What an expression does to others while it is played: nothing, hold them back by its own weight, or stop them. */
type Override = 'none' | 'blend' | 'block'
type Overrides = {
  readonly overrideBlink?: Override
  readonly overrideMouth?: Override
  readonly overrideLookAt?: Override
}
type Preset = Overrides & { readonly mix: Mix }

type Sided = BlendshapeName extends infer Name ? (Name extends `${infer Stem}Left` ? Stem : never) : never
const both = (shape: Sided, weight = 1): Mix => ({ [`${shape}Left`]: weight, [`${shape}Right`]: weight })

/** An expression of ours at its full strength. */
function fullMix(file: unknown): Mix {
  const { channels, full } = compileExpression(expressionSchema.parse(file))
  return Object.fromEntries([...channels].map((channel, i) => [FACE_CHANNELS[channel]!, full[i]!]))
}

/**
 * VRM's presets as mixes of our shapes.
 *
 * Moods leave lids free to blink and lips to speak: ours narrow and bend, and close nothing. Only surprise holds both
 * back, for lids held wide would not meet, and its jaw hangs already. No expression holds the gaze: eyes turn by bones.
 *
 * @source VRM Consortium, VRMC_vrm 1.0, expressions.
 */
export const PRESETS = {
  happy: { mix: fullMix(happy) },
  angry: { mix: fullMix(angry) },
  sad: { mix: fullMix(sad) },
  relaxed: { mix: { ...both('mouthSmile', 0.25), ...both('eyeSquint', 0.2), browInnerUp: 0.1 } },
  surprised: { mix: fullMix(surprised), overrideBlink: 'blend', overrideMouth: 'blend' },
  neutral: { mix: {} },
  aa: { mix: { viseme_aa: 1 } },
  ih: { mix: { viseme_ih: 1 } },
  ou: { mix: { viseme_ou: 1 } },
  ee: { mix: { viseme_E: 1 } },
  oh: { mix: { viseme_oh: 1 } },
  blink: { mix: both('eyeBlink') },
  blinkLeft: { mix: { eyeBlinkLeft: 1 } },
  blinkRight: { mix: { eyeBlinkRight: 1 } },
  lookUp: { mix: both('eyeLookUp') },
  lookDown: { mix: both('eyeLookDown') },
  lookLeft: { mix: { eyeLookOutLeft: 1, eyeLookInRight: 1 } },
  lookRight: { mix: { eyeLookInLeft: 1, eyeLookOutRight: 1 } },
} as const satisfies Record<string, Preset>

/** The presets, and every face channel under its own name: what face capture drives ("perfect sync"). */
export function expressionsOf(parts: readonly CharacterPart[], node: NodeIndex) {
  const write = ({ mix, ...overrides }: Preset) => ({
    morphTargetBinds: Object.entries(mix).flatMap(([shape, weight]) => bindsOf(parts, node, shape, weight)),
    isBinary: false,
    overrideBlink: 'none',
    overrideMouth: 'none',
    overrideLookAt: 'none',
    ...overrides,
  })
  return {
    preset: Object.fromEntries(Object.entries(PRESETS).map(([name, preset]) => [name, write(preset)])),
    custom: Object.fromEntries(FACE_CHANNELS.map((channel) => [channel, write({ mix: { [channel]: 1 } })])),
  }
}

/** A shape lives in every part that it moves, at a place of its own there. */
function bindsOf(parts: readonly CharacterPart[], node: NodeIndex, shape: string, weight: number) {
  return parts
    .filter(({ morphs }) => morphs.has(shape))
    .map(({ name, morphs }) => ({ node: node(`${name}Mesh`), index: [...morphs.keys()].indexOf(shape), weight }))
}
