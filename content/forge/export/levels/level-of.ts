import { MeshoptSimplifier } from 'meshoptimizer'
import sharp from 'sharp'
import type { Character, CharacterPart } from '../../character.ts'
import { simplifyPart } from './simplify-part.ts'

/** A character for the middle ground, and one for crowds, beside the full one. */
export const LEVELS = ['medium', 'low'] as const
export type Level = (typeof LEVELS)[number]
type Detail = 'full' | Level

type LevelPlan = {
  /** The most that all parts may have together. */
  readonly triangles: number
  /** Shape moves shorter than this are dropped, cm. */
  readonly leastMove: number
  /** Factor on the sides of pictures. */
  readonly pictures: number
}

const PLANS: Readonly<Record<Detail, LevelPlan>> = {
  full: { triangles: 79_800, leastMove: 0, pictures: 1 },
  medium: { triangles: 29_500, leastMove: 0.01, pictures: 1 / 2 },
  low: { triangles: 9_800, leastMove: 0.03, pictures: 1 / 4 },
}

/** Pictures this small are ramps; they stay as they are. Pixels. */
const SMALLEST_PICTURE = 64

type Shares = Readonly<Record<Detail, number>>

/** Of parts that the full level leaves whole: faces are looked at near by, and sides of a body stay mirror images. */
const WHOLE = 1000

/**
 * How much of its triangles a part keeps beside the others, by the beginning of its name. Near by, faces are looked at
 * most; far away the figure, and cloth must still cover the skin beneath.
 */
const IMPORTANCE: readonly (readonly [part: string, shares: Shares])[] = [
  ['head', { full: WHOLE, medium: 1.5, low: 0.9 }],
  ['hairShadow', { full: WHOLE, medium: 3, low: 2 }],
  ['hairUnder', { full: 0.9, medium: 2, low: 2 }],
  ['hair', { full: 1.1, medium: 1.35, low: 1.2 }],
  ['beard', { full: 0.9, medium: 1, low: 1 }],
  ['lashes', { full: WHOLE, medium: 1.6, low: 0.9 }],
  ['lidShadow', { full: WHOLE, medium: 1.5, low: 1 }],
  ['mouth', { full: WHOLE, medium: 0.8, low: 0.5 }],
  ['ears', { full: WHOLE, medium: 0.6, low: 0.5 }],
  ['eye', { full: WHOLE, medium: 1, low: 0.6 }],
  ['brows', { full: WHOLE, medium: 0.7, low: 0.5 }],
  ['necklace', { full: 0.6, medium: 0.5, low: 0.4 }],
  ...['leftArm', 'rightArm', 'leftNails', 'rightNails', 'body', 'shoes'].map(
    (name) => [name, { full: WHOLE, medium: 1, low: 1 }] as const,
  ),
]
const OTHERS: Shares = { full: 1, medium: 1, low: 1 }

/** Rounds of asking for less where rims that must stay kept the simplifier from what it was asked for. */
const ROUNDS = 4

/**
 * The same character with fewer triangles and smaller pictures: the same joints, the same names of shapes.
 *
 * The full one comes back as it is, unless what it wears, all together, costs more than anybody may.
 */
export async function levelOf(character: Character, level: Detail): Promise<Character> {
  await MeshoptSimplifier.ready
  const { triangles, leastMove, pictures } = PLANS[level]
  if (level === 'full' && countTriangles(character.parts) <= triangles) return character
  const joints = new Map(character.joints.map(({ name, position }) => [name, position]))
  let asked = triangles
  let parts = character.parts
  for (let round = 0; round < ROUNDS && (round === 0 || countTriangles(parts) > triangles); round++) {
    if (round > 0) asked *= (triangles / countTriangles(parts)) * 0.97
    const goals = shareOut(character.parts, asked, level)
    parts = character.parts.map((part, i) => simplifyPart(part, { triangles: goals[i]!, leastMove, joints }))
  }
  const textures = pictures === 1 ? character.textures : await shrink(character.textures, pictures)
  return { ...character, parts: withoutEmptyShapes(parts), textures }
}

export const countTriangles = (parts: readonly CharacterPart[]): number =>
  parts.reduce((sum, { mesh }) => sum + mesh.triangles.length, 0)

/** Triangles of each part, as many as asked for in all: none gets more than it has, the others share what that leaves. */
function shareOut(parts: readonly CharacterPart[], asked: number, level: Detail): number[] {
  const goalsAt = (share: number) =>
    parts.map(({ name, mesh }) => Math.round(mesh.triangles.length * Math.min(1, share * importanceOf(name, level))))
  let [less, more] = [0, 4]
  for (let i = 0; i < 24; i++) {
    const share = (less + more) / 2
    if (goalsAt(share).reduce((a, b) => a + b) > asked) more = share
    else less = share
  }
  return goalsAt(less)
}

const importanceOf = (part: string, level: Detail): number =>
  (IMPORTANCE.find(([name]) => part.startsWith(name))?.[1] ?? OTHERS)[level]

/** Drops what no longer moves a part; a name that would be lost stays on the first part that had it. */
function withoutEmptyShapes(parts: readonly CharacterPart[]): CharacterPart[] {
  const moved = new Set(
    parts.flatMap(({ morphs }) => [...morphs].flatMap(([name, { indices }]) => (indices.length > 0 ? [name] : []))),
  )
  return parts.map((part) => ({
    ...part,
    morphs: new Map(
      [...part.morphs].filter(([name, { indices }]) => {
        if (indices.length > 0) return true
        const isLast = !moved.has(name)
        moved.add(name)
        return isLast
      }),
    ),
  }))
}

async function shrink(textures: Character['textures'], by: number): Promise<Character['textures']> {
  const small = [...textures].map(async ([name, png]) => [name, await shrinkPicture(png, by)] as const)
  return new Map(await Promise.all(small))
}

async function shrinkPicture(png: Uint8Array, by: number): Promise<Uint8Array> {
  const { width, height, hasAlpha } = await sharp(png).metadata()
  if (Math.min(width, height) * by < SMALLEST_PICTURE) return png
  const size = [Math.round(width * by), Math.round(height * by)] as const
  const colour = sharp(png)
    .removeAlpha()
    .resize(...size)
  if (!hasAlpha) return colour.png().toBuffer()
  // Apart, or colour is lost where a strand ends, and its border turns black.
  const cover = await sharp(png)
    .extractChannel('alpha')
    .resize(...size)
    .png()
    .toBuffer()
  return sharp(await colour.png().toBuffer())
    .joinChannel(cover)
    .png()
    .toBuffer()
}
