import type * as z from 'zod'
import { EngineError, type ErrorCode } from '../core/errors.ts'
import { knownNames } from '../core/suggest.ts'
import { cultureSchema } from '../plan/culture.ts'
import { type Manner, mannerSchema } from '../plan/manner.ts'
import { createRestPose } from '../pose/forward.ts'
import { compileHandReach } from '../pose/hand-reach.ts'
import { compileLids } from '../pose/lids.ts'
import { compileSprings } from '../pose/springs.ts'
import { bodyPoseRotations, bodyPoseSchema } from '../rig/body-pose.ts'
import { compileExpression, expressionSchema } from '../rig/expressions.ts'
import { type HandPoses, handPosesSchema } from '../rig/hand-poses.ts'
import { compileRepose, reposeSchema } from '../rig/repose.ts'
import { type Rig, rigSchema } from '../rig/rig.ts'
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

/** Where content comes from: a folder on disk, or a server's files in a page. Paths are relative, with slashes. */
export type ContentSource = {
  readonly readText: (path: string) => Promise<string>
  /** Names in a folder, without their endings, sorted. */
  readonly list: (folder: string) => Promise<readonly string[]>
}

/** Folders of content that a stage is put together from; whoever serves content lets these be listed. */
export const STAGE_FOLDERS = [
  'stages',
  'avatars',
  'clips',
  'gestures',
  'reposes',
  'expressions',
  'manners',
  'cultures',
  'alphabets',
  'looks',
  'sets',
  'media',
  'props',
] as const

type StageFolder = (typeof STAGE_FOLDERS)[number]

/** Reads one content file by its schema. Its fault is one sentence for each field. */
export async function readContent<Schema extends z.ZodType>(
  source: ContentSource,
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await source.readText(path)
  const result = schema.safeParse(parseJson(text, path))
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`)
  throw new EngineError('content/bad-file', `content/${path} does not fit its schema. ${faults.join('; ')}.`)
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new EngineError('content/bad-file', `content/${path} is not JSON: ${(cause as Error).message}.`, { cause })
  }
}

/**
 * Loads all that a stage plays.
 *
 * @param stage  Id of a file in content/stages.
 * @throws       `stage/unknown-stage` with the nearest name; `content/bad-file` for a file that does not fit its schema.
 */
export async function loadCatalogue(source: ContentSource, stage: string): Promise<Catalogue> {
  requireListed(await source.list('stages'), stage, 'stage', 'stage/unknown-stage')
  const hands = await readContent(source, 'poses/hands.json', handPosesSchema)
  const standing = await readContent(source, 'poses/standing.json', bodyPoseSchema)
  const sitting = await readContent(source, 'poses/sitting.json', reposeSchema)
  const rotations = bodyPoseRotations(standing, hands)
  const reposes = await loadAll(source, 'reposes', async (name) =>
    compileRepose(await readContent(source, `reposes/${name}.json`, reposeSchema), standing, hands),
  )
  const stageFile = await readContent(source, `stages/${stage}.json`, stageFileSchema)
  const kinds = await source.list('props')
  for (const { prop } of Object.values(stageFile.props)) requireListed(kinds, prop, 'prop', 'stage/unknown-prop')
  return {
    stage: stageFile,
    rigs: await loadRigs(source, rotations),
    standing: rotations,
    reposes,
    sitting: compileRepose(sitting, standing, hands).rotations,
    gestures: await loadGestures(source, hands),
    expressions: await loadAll(source, 'expressions', async (name) =>
      compileExpression(await readContent(source, `expressions/${name}.json`, expressionSchema)),
    ),
    cultures: await loadAll(source, 'cultures', (name) => readContent(source, `cultures/${name}.json`, cultureSchema)),
    manners: await loadAll(source, 'manners', (name) => readManner(source, name, [...reposes.keys()])),
    clips: await loadAll(source, 'clips', async (name) =>
      compileClip(name, await readContent(source, `clips/${name}.json`, clipSchema)),
    ),
    alphabets: await loadAll(source, 'alphabets', async (name) =>
      compileAlphabet(name, await readContent(source, `alphabets/${name}.json`, alphabetSchema), hands),
    ),
    media: await loadAll(source, 'media', (name) => readContent(source, `media/${name}/media.json`, mediaFileSchema)),
    props: await loadAll(source, 'props', async (name) =>
      compileProp(await readContent(source, `props/${name}.json`, propFileSchema), hands),
    ),
  }
}

/** Refuses a name that is not among those listed. */
export function requireListed(known: readonly string[], name: string, what: string, code: ErrorCode): void {
  if (!known.includes(name)) throw new EngineError(code, `No ${what} "${name}". ${knownNames(name, known)}`)
}

/** Reads how an avatar carries the humanoid standard. @throws `content/missing-file`, `content/bad-file` */
export const loadRig = (source: ContentSource, avatar: string): Promise<Rig> =>
  readContent(source, `avatars/${avatar}/rig.json`, rigSchema)

const loadRigs = (source: ContentSource, standing: Float32Array): Promise<Catalogue['rigs']> =>
  loadAll(source, 'avatars', async (name) => {
    const rig = await loadRig(source, name)
    const rest = createRestPose(rig)
    const stance = createStance(rest, standing)
    return {
      rig,
      rest,
      stance,
      sitter: createSitter(stance, rig),
      springs: compileSprings(rig, rest),
      lids: compileLids(rig.lids),
      reach: compileHandReach(rig, rest),
    }
  })

/** A manner rests its arms in ways that are there. */
async function readManner(source: ContentSource, name: string, reposes: readonly string[]): Promise<Manner> {
  const manner = await readContent(source, `manners/${name}.json`, mannerSchema)
  for (const repose of Object.keys(manner.reposes))
    if (!reposes.includes(repose))
      throw new EngineError(
        'content/bad-file',
        `content/manners/${name}.json rests arms as "${repose}", which content/reposes lacks. ${knownNames(repose, reposes)}`,
      )
  return manner
}

const loadGestures = (source: ContentSource, hands: HandPoses): Promise<Catalogue['gestures']> =>
  loadAll(source, 'gestures', async (name) =>
    compileGesture(name, await readContent(source, `gestures/${name}.json`, gestureSchema), hands),
  )

async function loadAll<T>(
  source: ContentSource,
  folder: StageFolder,
  load: (name: string) => Promise<T>,
): Promise<Map<string, T>> {
  const loaded = new Map<string, T>()
  for (const name of await source.list(folder)) loaded.set(name, await load(name))
  return loaded
}
