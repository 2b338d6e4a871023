import type { HairRecipe } from '../head/recipe.ts'
import { type Colour, hexColour, mixColours } from '../kit/colour.ts'
import { between, createDice } from '../kit/noise.ts'
import { smoothstep } from '../kit/scalar.ts'
import type { Sdf } from '../kit/sdf.ts'
import { addLock, type HairDraft, type LockRecipe } from './lock.ts'
import { growStrand, type StrandRecipe, trimBelow } from './strand.ts'

/** The two meshes of hair: what is seen, and the shaded mass beneath it. */
export interface HairLayers {
  readonly outer: HairDraft
  readonly under: HairDraft
}

/** What every group of locks needs. */
export interface Comb {
  readonly barrier: Sdf
  readonly layers: HairLayers
  readonly recipe: HairRecipe
  readonly throwBetween: (min: number, max: number) => number
  readonly nextPhase: () => number
}

/** Height of the cut, cm: just above the shoulders in front, a little higher behind. */
const HEM = -13.2

/** Locks must be combed in one fixed order: each draws from the same sequence of throws. */
export function createComb(layers: HairLayers, barrier: Sdf, recipe: HairRecipe, seed: number): Comb {
  const dice = createDice(seed, 'hair')
  let phase = 0
  return {
    barrier,
    layers,
    recipe,
    throwBetween: (min, max) => between(dice, min, max),
    nextPhase: () => ++phase,
  }
}

/** What a group asks of its locks; the rest is the same for all or thrown. */
export interface LockWish extends Pick<LockRecipe, 'halfWidth' | 'thickness' | 'detail'> {
  readonly tilt?: number
  readonly openness?: number
  readonly toneFactor?: number | undefined
  readonly layer?: keyof HairLayers
  readonly taper?: (t: number) => number
}

const longTaper = (t: number): number => (0.55 + 0.45 * smoothstep(0, 0.2, t)) * (1 - 0.3 * smoothstep(0.6, 1, t))

/** Grows a strand, cuts it at the hem and sweeps a lock along it. */
export function addGrown(comb: Comb, strand: StrandRecipe, wish: LockWish): void {
  const { barrier, layers, throwBetween: dice } = comb
  const grown = growStrand(barrier, strand)
  const behind = fade(-6, 3, grown[grown.length - 1]![2])
  addLock(layers[wish.layer ?? 'outer'], barrier, {
    path: trimBelow(grown, HEM + dice(-0.3, 0.3) + 0.8 * behind),
    halfWidth: wish.halfWidth,
    thickness: wish.thickness,
    tilt: wish.tilt ?? 0,
    colours: lockColours(comb),
    tone: wish.toneFactor ?? dice(0.84, 1.12) * (dice(0, 1) < 0.18 ? 1.22 : 1),
    openness: wish.openness ?? 1,
    phase: comb.nextPhase(),
    detail: wish.detail,
    taper: wish.taper ?? longTaper,
  })
}

function lockColours({ recipe, throwBetween: dice }: Comb): readonly [Colour, Colour, Colour] {
  const [root, middle, tip] = [hexColour(recipe.root), hexColour(recipe.middle), hexColour(recipe.tip)]
  return [
    mixColours(root, middle, dice(0, 0.25)),
    mixColours(middle, root, dice(0, 0.35)),
    mixColours(tip, middle, dice(0, 0.5)),
  ]
}

/** 1 below `from`, 0 above `to`. */
export const fade = (from: number, to: number, value: number): number => 1 - smoothstep(from, to, value)
