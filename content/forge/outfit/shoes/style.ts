import type { MaterialRecipe } from '../../kit/material.ts'
import type { Vec3 } from '../../kit/vec3.ts'
import type { GarmentHalf } from '../garment.ts'
import type { ClothLayers } from '../needlework.ts'
import type { PieceChoice } from '../worn.ts'
import type { Place } from './chart.ts'
import type { ShoeCut } from './cut-shoe.ts'

/** A kind of shoe: its form, what is sewn on, and how it is painted. */
export type ShoeStyle = {
  readonly cut: ShoeCut
  /** Adds laces, straps, tabs. */
  readonly trim: (shoe: GarmentHalf) => void
  /** Colour of a place, sRGB as stored. */
  readonly dye: (choice: PieceChoice) => (place: Place) => Vec3
  /** Sews seams and presses folds into the picture. */
  readonly sew: (layers: ClothLayers) => void
  readonly thread: (choice: PieceChoice) => Vec3
  readonly material: MaterialRecipe
}
