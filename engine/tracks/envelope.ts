import { smoothstep } from '../core/math/scalar.ts'

/** How something comes and goes. */
export type Envelope = {
  /** Seconds from nothing to all of it, > 0. */
  readonly attack: number
  /** Seconds at which it begins to let go; Infinity while nobody has told it to. */
  readonly end: number
  /** Seconds from there to nothing, > 0. */
  readonly release: number
}

/**
 * The weight of an envelope that starts at 0 seconds: in over the attack, held, out over the release, without corners.
 *
 * Told to let go during its attack, it falls from where it stands, so that it can be interrupted at any moment.
 *
 * @returns  [0, 1]; 0 before 0 and from end + release on.
 */
export function envelopeWeight({ attack, end, release }: Envelope, seconds: number): number {
  const reached = smoothstep(0, attack, Math.min(seconds, end))
  return reached * (1 - smoothstep(0, release, seconds - end))
}
