import { faceChannel } from '../rig/blendshapes.ts'
import { LID_SHAPES, type Lids, sidedLidShape } from '../rig/lids.ts'

type LidRow = { readonly channel: number; readonly share: number }

/** One eye: its blink, the squint, which is there for nothing but the lids, and all shapes that move them. */
type EyeRows = { readonly blink: number; readonly squint: LidRow | undefined; readonly shapes: readonly LidRow[] }

/** What moves an avatar's lids; none where its rig does not say. */
export type LidRows = readonly EyeRows[]

export function compileLids(lids: Lids): LidRows {
  if (Object.keys(lids).length === 0) return []
  return (['Left', 'Right'] as const).map((side) => {
    const rowOf = (shape: (typeof LID_SHAPES)[number]): LidRow => ({
      channel: faceChannel(sidedLidShape(shape, side)),
      share: lids[shape] ?? 0,
    })
    const shapes = LID_SHAPES.map(rowOf).filter(({ share }) => share !== 0)
    const squint = rowOf('eyeSquint')
    return { blink: faceChannel(`eyeBlink${side}`), squint: squint.share > 0 ? squint : undefined, shapes }
  })
}

/**
 * Brings the lids of a face row together where their shapes would open a shut eye or cross the lids of a narrow one.
 *
 * Opening gives way to the blink; the blink goes only the way that other shapes have left it, so that shut is shut and
 * no more; and what would still be too much the squint gives up.
 */
export function closeLids(weights: Float32Array, row: number, eyes: LidRows): void {
  for (const { blink, squint, shapes } of eyes) {
    const shut = weights[row + blink]!
    let closed = 0
    for (const { channel, share } of shapes) {
      const at = row + channel
      if (share < 0) weights[at] = weights[at]! * (1 - shut)
      closed += share * weights[at]!
    }
    if (squint !== undefined && closed > 1) {
      const at = row + squint.channel
      weights[at] = Math.max(0, weights[at]! - (closed - 1) / squint.share)
    }
    weights[row + blink] = shut * (1 - Math.min(1, Math.max(0, closed)))
  }
}

/** Share of an eye's opening that a face row leaves; below nothing the lids would cross. */
export function lidOpening(weights: Float32Array, row: number, { blink, shapes }: EyeRows): number {
  return shapes.reduce((open, { channel, share }) => open - share * weights[row + channel]!, 1 - weights[row + blink]!)
}
