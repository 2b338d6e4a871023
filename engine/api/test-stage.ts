import { cultureSchema } from '../plan/culture.ts'
import { mannerSchema } from '../plan/manner.ts'
import type { Plan } from '../plan/plan.ts'
import { createRestPose } from '../pose/forward.ts'
import { compileHandReach } from '../pose/hand-reach.ts'
import { compileLids } from '../pose/lids.ts'
import { compileSprings } from '../pose/springs.ts'
import { FIGURE } from '../pose/test-figure.ts'
import { TEST_LIDS } from '../pose/test-lids.ts'
import { TEST_COLLIDERS, TEST_SPRINGS } from '../pose/test-springs.ts'
import { bodyPoseRotations, bodyPoseSchema } from '../rig/body-pose.ts'
import { compileExpression, expressionSchema } from '../rig/expressions.ts'
import { handPosesSchema } from '../rig/hand-poses.ts'
import { compileRepose, reposeSchema } from '../rig/repose.ts'
import type { Rig } from '../rig/rig.ts'
import { alphabetSchema, compileAlphabet } from '../tracks/alphabet.ts'
import { clipSchema, compileClip } from '../tracks/clip.ts'
import { compileGesture } from '../tracks/gesture.ts'
import { gestureSchema } from '../tracks/gesture-file.ts'
import { mediaFileSchema } from '../world/media-file.ts'
import { propFileSchema } from '../world/prop-file.ts'
import { compileProp } from '../world/prop-kind.ts'
import { createSitter } from '../world/sitter.ts'
import { stageFileSchema } from '../world/stage-file.ts'
import { createStance } from '../world/stance.ts'
import type { Catalogue } from '../world/world.ts'
import { createStage, type Stage } from './stage.ts'
import { TEST_CONTENT } from './test-content.ts'

/** A figure of 1.70 m without a model, as the default avatar of test stages. */
const RIG: Rig = {
  ...FIGURE,
  version: 1,
  licence: 'CC0-1.0',
  helpers: [],
  correctives: [],
  lids: TEST_LIDS,
  springs: [...TEST_SPRINGS],
  colliders: [...TEST_COLLIDERS],
  landmarks: { crown: [0, 1.7, 0], eyes: [0, 1.57, 0.07], chin: [0, 1.47, 0.08], mouth: [0, 1.5, 0.09] },
  ground: { ankle: 0.07 },
}

let compiled: Catalogue | undefined

/**
 * The product's own stage, gestures and expressions on a figure without a model, by two names. Needs nothing but the
 * language. Compiled once; the maps are each caller's own.
 */
export function testCatalogue(): Catalogue {
  compiled ??= compileCatalogue()
  const entries = Object.entries(compiled).map(([name, part]) => [name, part instanceof Map ? new Map(part) : part])
  return Object.fromEntries(entries) as Catalogue
}

function compileCatalogue(): Catalogue {
  const hands = handPosesSchema.parse(TEST_CONTENT.hands)
  const ease = bodyPoseSchema.parse(TEST_CONTENT.standing)
  const standing = bodyPoseRotations(ease, hands)
  const rest = createRestPose(RIG)
  const stance = createStance(rest, standing)
  const body = {
    rig: RIG,
    rest,
    stance,
    sitter: createSitter(stance, RIG),
    springs: compileSprings(RIG, rest),
    lids: compileLids(RIG.lids),
    reach: compileHandReach(RIG, rest),
  }
  return {
    stage: stageFileSchema.parse(TEST_CONTENT.studio),
    rigs: new Map([
      ['milla', body],
      ['otto', body],
    ]),
    standing,
    reposes: compileAll(TEST_CONTENT.reposes, (file) => compileRepose(reposeSchema.parse(file), ease, hands)),
    sitting: compileRepose(reposeSchema.parse(TEST_CONTENT.sitting), ease, hands).rotations,
    gestures: compileAll(TEST_CONTENT.gestures, (file, name) => compileGesture(name, gestureSchema.parse(file), hands)),
    expressions: compileAll(TEST_CONTENT.expressions, (file) => compileExpression(expressionSchema.parse(file))),
    cultures: compileAll(TEST_CONTENT.cultures, (file) => cultureSchema.parse(file)),
    manners: compileAll(TEST_CONTENT.manners, (file) => mannerSchema.parse(file)),
    clips: compileAll(TEST_CONTENT.clips, (file, name) => compileClip(name, clipSchema.parse(file))),
    alphabets: compileAll(TEST_CONTENT.alphabets, (file, name) =>
      compileAlphabet(name, alphabetSchema.parse(file), hands),
    ),
    media: compileAll(TEST_CONTENT.media, (file) => mediaFileSchema.parse(file)),
    props: compileAll(TEST_CONTENT.props, (file) => compileProp(propFileSchema.parse(file), hands)),
  }
}

const compileAll = <T>(files: Readonly<Record<string, unknown>>, compile: (file: unknown, name: string) => T) =>
  new Map(Object.entries(files).map(([name, file]) => [name, compile(file, name)]))

/** "Mama, my papa": four closures and open vowels between, 1.2 s. */
export const TEST_PLAN: Plan = {
  version: 1,
  text: 'Mama, my papa.',
  language: 'en-US',
  duration: 1.2,
  pause: 0.3,
  words: [
    { text: 'Mama,', start: 0.1, end: 0.5, source: 'voice', emphasis: 0.8 },
    { text: 'my', start: 0.5, end: 0.7, source: 'voice', emphasis: 0.2 },
    { text: 'papa.', start: 0.7, end: 1.1, source: 'voice', emphasis: 1 },
  ],
  phones: [
    ['pau', 0.1],
    ['m', 0.18],
    ['aa', 0.32],
    ['m', 0.4],
    ['ax', 0.5],
    ['m', 0.56],
    ['ay', 0.7],
    ['p', 0.8],
    ['aa', 0.92],
    ['p', 1.0],
    ['ax', 1.1],
    ['pau', 1.2],
  ].map(([phone, end], i, all) => ({
    phone: phone as string,
    start: i === 0 ? 0 : (all[i - 1]![1] as number),
    end: end as number,
  })),
  loudness: { rate: 50, values: Array.from({ length: 60 }, (_, i) => (i > 5 && i < 55 ? 0.7 : 0.02)) },
}

export const TEST_AUDIO = 'a'.repeat(64)

/** A stage with one actor at the centre, before its first tick. */
export function testStage(seed = 7, catalogue = testCatalogue()): Stage {
  const stage = createStage({ catalogue, seed })
  stage.spawnActor({ id: 'ana' })
  return stage
}

/** Gives an actor the test plan as a line of its own. */
export function speakTestLine(stage: Stage, actor = 'ana', line = 'line-1'): void {
  stage.run('performLine', { actor, line, part: 0, plan: TEST_PLAN, audio: TEST_AUDIO })
  stage.run('closeLine', { actor, line })
}

/** Why something was refused, in the words that it was told. */
export const refusal = (run: () => void): string => {
  try {
    run()
  } catch (error) {
    return (error as Error).message
  }
  return 'was not refused'
}
