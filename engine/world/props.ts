import { fromAxisAngle, setIdentity } from '../core/math/quat.ts'
import { radians } from '../core/math/scalar.ts'
import { setVec3 } from '../core/math/vec3.ts'
import type { PropKind } from './prop-kind.ts'
import type { StageFile } from './stage-file.ts'

/** Where a prop stands: metres in the set, radians about +Y. */
export type Standing = { readonly x: number; readonly y: number; readonly z: number; readonly yaw: number }

/** What bears a prop since which tick: a place, or somebody's hand. Replaced, never edited. */
export type Bearer = {
  readonly since: number
  /** Where it stands, or stood before it was taken; nothing else is put there meanwhile. */
  readonly place: string
  readonly standing: Standing
  /** Left 0, right 1. */
  readonly hand?: { readonly actor: string; readonly side: 0 | 1 } | undefined
}

/** One thing on a stage, by its own name. */
export type Prop = { readonly id: string; readonly kind: PropKind }

/** Floats of a prop's place: x, y, z, then a unit quaternion. */
export const PROP_STRIDE = 7

/** The things on a stage. Row = index of the prop. */
export type Props = {
  readonly all: readonly Prop[]
  bearers: readonly Bearer[]
  /** Where each is at this tick, in the set. */
  readonly rows: Float32Array
  /** The same one tick earlier. */
  readonly before: Float32Array
  /** Where it was as its bearer took it, as seen from where that bears it. Dwindles, so that nothing jumps. */
  readonly offsets: Float32Array
}

/** A prop that has stood where it is since before the stage began. */
export const FROM_THE_START = -1

/** Things where the stage file puts them, in the order of their names. */
export function createProps(stage: StageFile, kinds: ReadonlyMap<string, PropKind>): Props {
  const all = Object.keys(stage.props)
    .sort()
    .map((id): Prop => ({ id, kind: kinds.get(stage.props[id]!.prop)! }))
  const bearers = all.map(({ id }) => standingAt(stage, stage.props[id]!.at, FROM_THE_START))
  const rows = new Float32Array(all.length * PROP_STRIDE)
  for (const [row, { standing }] of bearers.entries()) writeStanding(rows, row * PROP_STRIDE, standing)
  const offsets = new Float32Array(rows.length)
  for (let at = 0; at < offsets.length; at += PROP_STRIDE) setIdentity(offsets, at + 3)
  return { all, bearers, rows, before: rows.slice(), offsets }
}

/** A prop on a place of the stage. */
export function standingAt({ places }: StageFile, place: string, since: number): Bearer {
  const { x, y, z, yawDegrees } = places[place]!
  return { since, place, standing: { x, y, z, yaw: radians(yawDegrees) } }
}

export function writeStanding(out: Float32Array, at: number, { x, y, z, yaw }: Standing): void {
  setVec3(out, at, x, y, z)
  fromAxisAngle(out, at + 3, 0, 1, 0, yaw)
}

/** Row of a prop by its name; -1 where the stage has none. */
export const findProp = ({ all }: Props, id: string): number => all.findIndex((prop) => prop.id === id)

/** Gives a prop to another bearer from this tick on. */
export function bear(props: Props, row: number, bearer: Bearer): void {
  props.bearers = props.bearers.map((one, i) => (i === row ? bearer : one))
}

/** Row of what a hand bears; -1 where it is empty. */
export const inHand = ({ bearers }: Props, actor: string, side: 0 | 1): number =>
  bearers.findIndex(({ hand }) => hand?.actor === actor && hand.side === side)
