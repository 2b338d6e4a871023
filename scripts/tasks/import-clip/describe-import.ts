import type { ImportReport } from '../../../content/motion/import-clip.ts'

/** Millimetres at the hips' height of somebody of 1.7 m. */
const MILLIMETRES = 850

/** Says in a line what came of an import. */
export function describeImport(report: ImportReport): string {
  const {
    seconds,
    sourceFps,
    sourceFrames,
    joints,
    mapped,
    convention,
    keyframes,
    stands,
    slideBefore,
    slideAfter,
    lost,
  } = report
  const facts = [
    `${seconds.toFixed(2)} s`,
    `${sourceFrames} frames at ${Math.round(sourceFps * 10) / 10} fps`,
    `${mapped} bones of ${joints} joints (${convention})`,
    `${keyframes} keyframes`,
    stands === 0
      ? 'no foot stands'
      : `feet stand ${stands} times, sliding ${mm(slideAfter)} mm (${mm(slideBefore)} as captured)`,
    ...(lost.length === 0 ? [] : [`without expressions that have no counterpart: ${lost.join(', ')}`]),
  ]
  return `${facts.join(', ')}.`
}

const mm = (share: number): string => (share * MILLIMETRES).toFixed(1)
