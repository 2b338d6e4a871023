import * as z from 'zod'
import { REACH_KINDS } from './cues.ts'
import { bear, FROM_THE_START, findProp, PROP_STRIDE, type Props } from './props.ts'

const tick = z.int()
const name = z.string().max(200)

export const gazeTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['camera', 'screen']) }),
  z.strictObject({ kind: z.literal('actor'), actor: name }),
  z.strictObject({ kind: z.literal('point'), x: z.number(), y: z.number(), z: z.number() }),
])
const standingSchema = z.strictObject({ x: z.number(), y: z.number(), z: z.number(), yaw: z.number() })
const side = z.union([z.literal(0), z.literal(1)])
const reachSchema = z.strictObject({
  kind: z.enum(REACH_KINDS),
  standing: standingSchema,
  place: name,
  other: name,
  set: tick,
  there: tick,
  swap: tick,
  back: tick,
  home: tick,
  released: tick,
  gaze: gazeTargetSchema,
})
export const holdCueSchema = z.strictObject({
  id: name,
  start: tick,
  end: tick,
  released: tick,
  prop: name,
  side,
  grip: z.int().min(0),
  swivel: z.number(),
  raised: tick,
  lower: tick,
  reach: reachSchema,
  next: reachSchema.optional(),
})
/** A prop that somebody has touched. */
export const borneSchema = z.strictObject({
  id: name,
  since: tick,
  place: name,
  standing: standingSchema,
  hand: z.strictObject({ actor: name, side }).optional(),
  /** Where it is, and what is left of where its bearer took it. */
  rows: z.array(z.number()).length(PROP_STRIDE * 2),
})

/** Those that somebody has touched; the others stand where the stage file says. */
export function readBorne({ all, bearers, rows, offsets }: Props): z.infer<typeof borneSchema>[] {
  return bearers.flatMap(({ since, place, standing, hand }, row) => {
    if (since === FROM_THE_START) return []
    const own = (column: Float32Array) => [...column.subarray(row * PROP_STRIDE, (row + 1) * PROP_STRIDE)]
    const borne = { since, place, standing, ...(hand === undefined ? {} : { hand }) }
    return [{ id: all[row]!.id, ...borne, rows: [...own(rows), ...own(offsets)] }]
  })
}

/** False where the stage has no such prop. */
export function writeBorne(props: Props, { id, rows, ...bearer }: z.infer<typeof borneSchema>): boolean {
  const row = findProp(props, id)
  if (row < 0) return false
  bear(props, row, bearer)
  props.rows.set(rows.slice(0, PROP_STRIDE), row * PROP_STRIDE)
  props.offsets.set(rows.slice(PROP_STRIDE), row * PROP_STRIDE)
  return true
}
