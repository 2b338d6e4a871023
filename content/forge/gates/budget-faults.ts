import type { Character } from '../character.ts'

const MOST_TRIANGLES = 80_000
/** A vertex names its joints by bytes. */
const MOST_JOINTS = 256
/** Beside the body's own: every one costs each actor half a microsecond a tick. */
const MOST_SWINGING = 64

/** A character that takes more than its share of what a stage can draw and swing. */
export function budgetFaults({ parts, joints, springs }: Character): string[] {
  const triangles = parts.reduce((sum, { mesh }) => sum + mesh.triangles.length, 0)
  const swinging = springs.reduce((sum, { joints }) => sum + joints.length - 1, 0)
  return [
    ['triangles', triangles, MOST_TRIANGLES] as const,
    ['joints', joints.length, MOST_JOINTS] as const,
    ['swinging joints', swinging, MOST_SWINGING] as const,
  ].flatMap(([what, count, most]) => (count > most ? [`The character has ${count} ${what}, more than ${most}.`] : []))
}
