import { type Animation, type Document, type GLTF, Logger, type Node, NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { EngineError } from '../../engine/core/errors.ts'
import { knownNames } from '../../engine/core/suggest.ts'
import { BONES, type BoneName } from '../../engine/rig/bones.ts'
import { checkMotionSize, MAX_JOINTS } from './motion-limits.ts'
import { sampleChannel } from './sample-channel.ts'
import type { SourceJoint, SourceMotion } from './source-motion.ts'
import { readVrmExpressions } from './vrm-expressions.ts'

/** A motion with the bones that the file itself names, where it does. */
export type GltfMotion = {
  readonly motion: SourceMotion
  readonly bones: ReadonlyMap<BoneName, number> | undefined
  /** What names them: the rest pose of a VRM is a T-pose, that of others may be anything. */
  readonly standard: 'VRMA' | 'VRM' | undefined
  /** Expressions that have no counterpart here. */
  readonly lost: readonly string[]
}

/** Samples a second: every tick of the engine. */
const FPS = 60
/** The most numbers that accessors may promise, since some need no bytes for it. */
const MAX_VALUES = 64e6

/** A lone eye bone is no part of a VRMA: its gaze stands in a node of its own. */
const KNOWN_BONES: ReadonlySet<string> = new Set(BONES)

/**
 * Reads one animation of a glTF, GLB, VRM or VRMA file.
 *
 * @param animation  Its name; default: the first.
 * @throws           `clip/bad-file`, `clip/no-motion`, `clip/unknown-animation`, `clip/too-many-joints`, `clip/too-long`.
 */
export async function readGltf(path: string, from: string, animation?: string): Promise<GltfMotion> {
  const { document, json } = await readDocument(path, from)
  const nodes = document.getRoot().listNodes()
  const chosen = chooseAnimation(document, from, animation)
  const seconds = lengthOf(chosen, from)
  const frames = Math.floor(seconds * FPS + 1e-6) + 1
  const order = parentsFirst(nodes)
  checkMotionSize({ from, joints: bodyNodes(json, nodes), frames, seconds })
  const indices = new Map(order.map((node, i) => [node, i]))
  const joints = order.map((node): SourceJoint => {
    const parent = node.getParentNode()
    return {
      name: node.getName() || `node ${nodes.indexOf(node)}`,
      parent: parent === null ? -1 : indices.get(parent)!,
      translation: node.getTranslation(),
      rotation: node.getRotation(),
    }
  })
  const humanoid = humanoidOf(json)
  const bones =
    humanoid.bones &&
    new Map(
      [...humanoid.bones].flatMap(([bone, node]) => (nodes[node] ? [[bone, indices.get(nodes[node])!] as const] : [])),
    )
  const sampled = sampleNodes(chosen, order, frames, from)
  const place = (node: number) => indices.get(nodes[node]!)
  const { face, lost } = readVrmExpressions(
    json,
    (node, frame) => sampled.translations[(frame * order.length + (place(node) ?? 0)) * 3]!,
    frames,
  )
  const look = lookNode(json)
  const at = look === undefined ? undefined : place(look)
  return {
    motion: {
      joints,
      fps: FPS,
      frames,
      ...sampled,
      face,
      ...(at === undefined ? {} : { gaze: gazeOf(sampled.rotations, at, order.length, frames) }),
    },
    bones,
    standard: humanoid.standard,
    lost,
  }
}

async function readDocument(path: string, from: string): Promise<{ document: Document; json: GLTF.IGLTF }> {
  const io = new NodeIO().setLogger(new Logger(Logger.Verbosity.SILENT)).registerExtensions(ALL_EXTENSIONS)
  try {
    const whole = await io.readAsJSON(path)
    // Of a model only the skeleton moves: pictures and meshes, and what packs them, are not read.
    const json = motionOf(whole.json)
    refuseEmptyPromises(json, from)
    return { document: await io.readJSON({ json, resources: whole.resources }), json: whole.json }
  } catch (cause) {
    if (cause instanceof EngineError) throw cause
    const reason = cause instanceof Error ? cause.message.split('\n')[0]!.slice(0, 200) : 'unreadable'
    throw new EngineError('clip/bad-file', `"${from}" is not a sound glTF file: ${reason}. Export or fetch it again.`, {
      cause,
    })
  }
}

/** A document of nodes and animations alone. */
function motionOf({
  meshes: _,
  materials: __,
  textures: ___,
  images: ____,
  skins: _____,
  cameras: ______,
  ...json
}: GLTF.IGLTF): GLTF.IGLTF {
  const nodes = json.nodes?.map(({ mesh: _, skin: __, camera: ___, extensions: ____, ...node }) => node)
  const { extensions: _e, extensionsRequired: _r, extensionsUsed: _u, ...plain } = json
  return {
    ...plain,
    ...(nodes === undefined ? {} : { nodes }),
    extensionsUsed: json.extensionsUsed?.filter((name) => PACKED.test(name)) ?? [],
  }
}

/** Extensions without which the numbers of an animation cannot be read. */
const PACKED = /^(KHR_mesh_quantization|EXT_meshopt_compression)$/

/** An accessor without bytes holds zeros, as many as it likes to say. */
function refuseEmptyPromises({ accessors = [], nodes = [] }: GLTF.IGLTF, from: string): void {
  const values = accessors.reduce(
    (sum, { count }) => sum + (Number.isFinite(count) ? count : Number.POSITIVE_INFINITY),
    0,
  )
  if (values <= MAX_VALUES && nodes.length <= 100_000) return
  throw new EngineError(
    'clip/too-long',
    `"${from}" promises ${values} values in ${nodes.length} nodes, which is too much to read.`,
  )
}

function chooseAnimation(document: Document, from: string, name: string | undefined): Animation {
  const animations = document.getRoot().listAnimations()
  const names = animations.map((one, i) => one.getName() || `animation ${i}`)
  if (animations.length === 0) {
    throw new EngineError('clip/no-motion', `"${from}" holds no animation: it is a model that stands still.`)
  }
  if (name === undefined) return animations[0]!
  const at = names.indexOf(name)
  if (at >= 0) return animations[at]!
  throw new EngineError('clip/unknown-animation', `"${from}" holds no animation "${name}". ${knownNames(name, names)}`)
}

/** Seconds up to the last keyframe. */
function lengthOf(animation: Animation, from: string): number {
  const last = animation.listSamplers().map((sampler) => {
    const times = sampler.getInput()?.getArray() ?? []
    return times[times.length - 1] ?? 0
  })
  const seconds = Math.max(0, ...last)
  if (Number.isFinite(seconds)) return seconds
  throw new EngineError('clip/bad-file', `"${from}" holds a keyframe at a time that is no number. Export it again.`)
}

/** Nodes that a body may consist of: joints of skins where there are any, else all. */
function bodyNodes({ skins }: GLTF.IGLTF, nodes: readonly Node[]): number {
  const joints = new Set((skins ?? []).flatMap((skin) => skin.joints))
  return joints.size > 0 && nodes.length > MAX_JOINTS ? joints.size : nodes.length
}

function parentsFirst(nodes: readonly Node[]): Node[] {
  const order: Node[] = []
  const open = nodes.filter((node) => node.getParentNode() === null)
  for (let node = open.shift(); node; node = open.shift()) {
    order.push(node)
    open.push(...node.listChildren())
  }
  return order
}

function sampleNodes(
  animation: Animation,
  order: readonly Node[],
  frames: number,
  from: string,
): Pick<SourceMotion, 'rotations' | 'translations'> {
  const rotations = new Float32Array(frames * order.length * 4)
  const translations = new Float32Array(frames * order.length * 3)
  for (const [i, node] of order.entries()) {
    for (let frame = 0; frame < frames; frame++) {
      rotations.set(node.getRotation(), (frame * order.length + i) * 4)
      translations.set(node.getTranslation(), (frame * order.length + i) * 3)
    }
  }
  const indices = new Map(order.map((node, i) => [node, i]))
  for (const channel of animation.listChannels()) {
    const at = indices.get(channel.getTargetNode()!)
    const target = channel.getTargetPath()
    if (at === undefined || (target !== 'rotation' && target !== 'translation')) continue
    const [out, width] = target === 'rotation' ? ([rotations, 4] as const) : ([translations, 3] as const)
    sampleChannel(channel.getSampler(), {
      out,
      width,
      fps: FPS,
      frames,
      at: (frame) => (frame * order.length + at) * width,
      from,
    })
  }
  return { rotations, translations }
}

type VrmExtensions = {
  readonly VRMC_vrm_animation?: {
    humanoid?: { humanBones?: Record<string, { node?: number }> }
    lookAt?: { node?: number }
  }
  readonly VRMC_vrm?: { humanoid?: { humanBones?: Record<string, { node?: number }> } }
  readonly VRM?: { humanoid?: { humanBones?: readonly { bone: string; node: number }[] } }
}

const extensionsOf = ({ extensions }: GLTF.IGLTF): VrmExtensions => (extensions ?? {}) as VrmExtensions

function humanoidOf(json: GLTF.IGLTF): { bones?: Map<BoneName, number>; standard: GltfMotion['standard'] } {
  const { VRMC_vrm_animation, VRMC_vrm, VRM } = extensionsOf(json)
  const named = (humanBones: Record<string, { node?: number }> = {}) =>
    new Map(
      Object.entries(humanBones).flatMap(([bone, entry]) =>
        KNOWN_BONES.has(bone) && Number.isInteger(entry?.node) ? [[bone as BoneName, entry.node!]] : [],
      ),
    )
  if (VRMC_vrm_animation) return { bones: named(VRMC_vrm_animation.humanoid?.humanBones), standard: 'VRMA' }
  if (VRMC_vrm) return { bones: named(VRMC_vrm.humanoid?.humanBones), standard: 'VRM' }
  if (VRM === undefined) return { standard: undefined }
  const entries = (VRM.humanoid?.humanBones ?? []).map(({ bone, node }) => [thumbOfVrm1(bone), { node }] as const)
  return { bones: named(Object.fromEntries(entries)), standard: 'VRM' }
}

/** VRM 0 names a thumb's bones as those of other fingers. */
const thumbOfVrm1 = (bone: string): string =>
  bone.replace('ThumbProximal', 'ThumbMetacarpal').replace('ThumbIntermediate', 'ThumbProximal')

function lookNode(json: GLTF.IGLTF): number | undefined {
  const node = extensionsOf(json).VRMC_vrm_animation?.lookAt?.node
  return Number.isInteger(node) ? node : undefined
}

function gazeOf(rotations: Float32Array, joint: number, joints: number, frames: number): Float32Array {
  const gaze = new Float32Array(frames * 4)
  for (let frame = 0; frame < frames; frame++) {
    const at = (frame * joints + joint) * 4
    gaze.set(rotations.subarray(at, at + 4), frame * 4)
  }
  return gaze
}
