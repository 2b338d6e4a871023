import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { EngineError } from '../../engine/core/errors.ts'
import type { BoneName } from '../../engine/rig/bones.ts'
import { type ClipFile, clipSchema } from '../../engine/tracks/clip.ts'
import type { ClipMask } from '../../engine/tracks/clip-mask.ts'
import { findBones, readBoneMap, requireBody } from './find-bones.ts'
import { loopMotion } from './loop-motion.ts'
import { makeClip } from './make-clip.ts'
import { checkSpan, MAX_FILE_BYTES } from './motion-limits.ts'
import { findContacts, footSlide, plantFeet } from './plant-feet.ts'
import { readBvh } from './read-bvh.ts'
import { type GltfMotion, readGltf } from './read-gltf.ts'
import { type RestKind, retarget } from './retarget.ts'

/** No clip needs more frames a second than the engine has ticks. */
const MAX_FPS = 60
const GLTF_FILE = /^\.(glb|gltf|vrm|vrma)$/i

export type ImportOptions = {
  readonly description: string
  readonly licence: string
  /** Seconds of the source; default: all of it. */
  readonly from?: number
  readonly to?: number
  readonly loop: boolean
  readonly mask: ClipMask
  readonly rest: RestKind
  /** Holds feet still while they stand. */
  readonly plant: boolean
  /** Text of a map of bones. */
  readonly map?: string
  /** Which animation of a glTF; default: the first. */
  readonly animation?: string
  readonly onProgress?: (step: string) => void
}

/** What was found on the way. */
export type ImportReport = {
  readonly joints: number
  readonly mapped: number
  readonly convention: string
  readonly sourceFps: number
  readonly sourceFrames: number
  readonly seconds: number
  readonly keyframes: number
  /** Feet as they were captured and as they are kept: the farthest one goes while it stands, shares of the hips' height. */
  readonly slideBefore: number
  readonly slideAfter: number
  readonly stands: number
  /** Expressions that have no counterpart here. */
  readonly lost: readonly string[]
}

/**
 * Makes a clip of a file of motion: BVH, VRMA, or any glTF with an animation.
 *
 * @throws  `clip/…` with the reason and what to do.
 */
export async function importClip(
  path: string,
  options: ImportOptions,
): Promise<{ clip: ClipFile; report: ImportReport }> {
  const from = basename(path)
  const { motion: source, bones, standard, lost } = await readMotion(path, from, options)
  const found = chooseBones(source.joints, { from, bones, standard, map: options.map })
  const seconds = (source.frames - 1) / source.fps
  const span = { from: options.from ?? 0, to: Math.min(options.to ?? seconds, seconds) }
  checkSpan(span.from, span.to, seconds)
  options.onProgress?.('retargeting')
  const rest = standard !== undefined && options.rest === 'auto' ? 'tpose' : options.rest
  const fps = Math.min(MAX_FPS, source.fps)
  const place = standard === 'VRMA' ? 'file' : 'start'
  const raw = retarget(source, { map: found.map, rest, place, fps, ...span })
  if (!raw.rotations.every(Number.isFinite) || !(raw.hips ?? new Float32Array()).every(Number.isFinite)) {
    throw new EngineError('clip/bad-file', `"${from}" moves joints to places that are no numbers. Export it again.`)
  }
  const contacts = findContacts(raw)
  const planted = options.plant ? plantFeet(raw) : raw
  options.onProgress?.('thinning')
  const motion = options.loop ? loopMotion(planted) : planted
  const { description, licence, loop, mask } = options
  const clip = clipSchema.parse(makeClip(motion, { description, licence, loop, mask, source: from }))
  return {
    clip,
    report: {
      joints: source.joints.length,
      mapped: found.map.size,
      convention: found.convention,
      sourceFps: source.fps,
      sourceFrames: source.frames,
      seconds: clip.duration,
      keyframes: Object.values(clip.bones).reduce((sum, rows) => sum + rows.length, 0),
      slideBefore: footSlide(raw, contacts),
      slideAfter: footSlide(planted, contacts),
      stands: contacts.left.length + contacts.right.length,
      lost,
    },
  }
}

async function readMotion(path: string, from: string, { animation, onProgress }: ImportOptions): Promise<GltfMotion> {
  const size = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const problem = cause.code === 'ENOENT' ? 'is not there' : `cannot be read (${cause.code})`
    throw new EngineError('clip/bad-file', `The file "${path}" ${problem}. Name a BVH, VRMA, VRM or glTF file.`, {
      cause,
    })
  })
  if (!size.isFile())
    throw new EngineError('clip/bad-file', `"${path}" is not a file. Name a BVH, VRMA, VRM or glTF file.`)
  if (size.size > MAX_FILE_BYTES) {
    throw new EngineError(
      'clip/too-long',
      `"${from}" has ${Math.round(size.size / 2 ** 20)} MiB; motion is read from at most ${MAX_FILE_BYTES / 2 ** 20} MiB. Cut it to what is needed.`,
    )
  }
  onProgress?.('reading')
  const kind = extname(path)
  if (/^\.bvh$/i.test(kind)) {
    return { motion: readBvh(await readFile(path, 'utf8'), from), bones: undefined, standard: undefined, lost: [] }
  }
  if (GLTF_FILE.test(kind)) return await readGltf(path, from, animation)
  throw new EngineError(
    'clip/bad-file',
    `"${from}" is of a kind that is not read: "${kind}". Read are .bvh, .vrma, .vrm, .glb and .gltf.`,
  )
}

type Found = { readonly map: ReadonlyMap<BoneName, number>; readonly convention: string }

function chooseBones(
  joints: GltfMotion['motion']['joints'],
  { from, bones, standard, map }: Pick<GltfMotion, 'bones' | 'standard'> & { from: string; map: string | undefined },
): Found {
  if (map !== undefined) return readBoneMap(map, joints, from)
  if (bones === undefined) return findBones(joints, from)
  requireBody(bones, joints, from)
  return { map: bones, convention: standard! }
}
