import type { Mind } from '../mind/mind.ts'

/** Who an actor is, and what it wears and speaks with where nobody chose otherwise. */
export type Role = { readonly mind: Mind; readonly avatar: string; readonly voice: string }
