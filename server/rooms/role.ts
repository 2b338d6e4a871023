import type { Mind } from '../mind/mind.ts'
import type { Performance } from '../mind/persona.ts'

/** Who an actor is and how it moves, and what it wears and speaks with where nobody chose otherwise. */
export type Role = {
  readonly mind: Mind
  readonly avatar: string
  readonly voice: string
  readonly performance: Performance
}
