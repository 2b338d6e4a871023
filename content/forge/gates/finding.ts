/** Something a gate does not let through. */
export interface Finding {
  readonly gate: string
  /** Which shapes, side or part. */
  readonly where: string
  /** What was measured. */
  readonly millimetres: number
  /** What is wrong with it, with the bound it broke. */
  readonly problem: string
}

/** One line a reader can act on. */
export const findingLine = ({ gate, where, millimetres, problem }: Finding): string =>
  `${gate}, ${where}: ${millimetres.toFixed(2)} mm; ${problem}.`
