import type { FootPair } from '../plan/steps/stances.ts'
import type { Place } from '../plan/steps/step.ts'
import type { World } from './world.ts'

/** Where body and feet will be once all steps on the list are taken. */
export function afterSteps({ components }: World, e: number): { body: Place; feet: FootPair } {
  const { Footing, Timeline } = components
  const steps = Timeline.steps[e]!
  const body = steps.reduce(
    (at, { move }) => ({ x: at.x + move.x, z: at.z + move.z, yaw: at.yaw + move.yaw }),
    readPlace(Footing.base, e * 3),
  )
  const foot = (foot: 0 | 1) =>
    steps.findLast((step) => step.foot === foot)?.to ?? readPlace(Footing.prints, e * 6 + foot * 3)
  return { body, feet: [foot(0), foot(1)] }
}

const readPlace = (row: Float32Array, at: number): Place => ({ x: row[at]!, z: row[at + 1]!, yaw: row[at + 2]! })

export function writePlace(row: Float32Array, at: number, { x, z, yaw }: Place): void {
  row[at] = x
  row[at + 1] = z
  row[at + 2] = yaw
}
