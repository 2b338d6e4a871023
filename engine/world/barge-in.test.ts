import { describe, expect, it } from 'vitest'
import { speakTestLine, testCatalogue, testStage } from '../api/test-stage.ts'
import { FACE_CHANNEL_COUNT } from '../rig/blendshapes.ts'
import { BONE_COUNT, BONES } from '../rig/bones.ts'
import { VISEME_COUNT } from '../rig/visemes.ts'
import { findActor } from './world.ts'

type Stage = ReturnType<typeof testStage>

/** From the tick of the command, as it is promised to who interrupts: 150 ms for lips, 700 ms for hands. */
const LIPS_AT_REST = 9
const HANDS_BACK = 42
/** Nobody sees less: a share of a viseme, and degrees between two poses of a bone. */
const SHUT = 0.001
const BACK = 1

/** Every gesture is interrupted at six moments by `hands.soak.ts`. */
const A_TENTH = [...testCatalogue().gestures.keys()].filter((_, i) => i % 10 === 0)

const ARMS = BONES.flatMap((bone, i) => (/Shoulder|Arm|Hand|Thumb|Index|Middle|Ring|Little/.test(bone) ? [i] : []))

const widestViseme = ({ world }: Stage): number => {
  const end = (findActor(world, 'ana')! + 1) * FACE_CHANNEL_COUNT
  return Math.max(...world.components.Face.weights.subarray(end - VISEME_COUNT, end))
}

/** Largest angle between the arms and hands of two stages, degrees. */
function apart(a: Stage, b: Stage): number {
  const rotation = ({ world }: Stage, bone: number) => {
    const at = (findActor(world, 'ana')! * BONE_COUNT + bone) * 4
    return world.components.Pose.rotations.subarray(at, at + 4)
  }
  const angles = ARMS.map((bone) => {
    const other = rotation(b, bone)
    const dot = rotation(a, bone).reduce((sum, value, i) => sum + value * other[i]!, 0)
    return (2 * Math.acos(Math.min(1, Math.abs(dot))) * 180) / Math.PI
  })
  return Math.max(...angles)
}

/** Interrupts at a tick; a twin who never began to speak shows what rest is. */
function interrupt(gesture: string, at: number) {
  const [stage, twin] = [testStage(), testStage()]
  speakTestLine(stage)
  stage.run('gesture', { actor: 'ana', name: gesture })
  const step = () => {
    stage.step()
    twin.step()
  }
  for (let i = 0; i < at; i++) step()
  const before = { mouth: widestViseme(stage), hands: apart(stage, twin) }
  stage.run('interrupt', { actor: 'ana' })
  const after = Array.from({ length: HANDS_BACK + 30 }, () => {
    step()
    return { mouth: widestViseme(stage), hands: apart(stage, twin) }
  })
  return { before, after }
}

describe('who interrupts', () => {
  it.each(A_TENTH)('sees the lips of a "%s" at rest and the hands back in time', (name) => {
    for (let at = 14; at <= 80; at += 22) {
      const { after } = interrupt(name, at)
      const moving = after.slice(LIPS_AT_REST).find(({ mouth }) => mouth > SHUT)
      expect(moving, `lips, interrupted at ${at}`).toBeUndefined()
      const away = after.slice(HANDS_BACK).find(({ hands }) => hands > BACK)
      expect(away, `hands, interrupted at ${at}`).toBeUndefined()
    }
  })

  it('had something to stop', () => {
    const { before } = interrupt('wave', 50)
    expect(before.mouth).toBeGreaterThan(0.2)
    expect(before.hands).toBeGreaterThan(60)
  })
})
