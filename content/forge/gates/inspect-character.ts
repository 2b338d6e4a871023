import type { Character } from '../character.ts'
import { budgetFaults } from './budget-faults.ts'
import { landmarkFaults } from './landmark-faults.ts'
import { meshFaults } from './mesh-faults.ts'
import { shapeFaults } from './shape-faults.ts'
import { skeletonFaults } from './skeleton-faults.ts'
import { springFaults } from './spring-faults.ts'
import { symmetryFaults } from './symmetry-faults.ts'
import { weightFaults } from './weight-faults.ts'

/** Looks for one kind of fault in a whole character. */
export type Gate = (character: Character) => readonly string[]

const GATES: readonly Gate[] = [
  budgetFaults,
  skeletonFaults,
  landmarkFaults,
  meshFaults,
  weightFaults,
  shapeFaults,
  symmetryFaults,
  springFaults,
]

/**
 * What is wrong with a character besides its face and how its clothes lie: one sentence for each fault.
 *
 * @returns  Empty for a sound one.
 */
export const inspectCharacter: (character: Character) => string[] = (character) =>
  GATES.flatMap((gate) => gate(character))
