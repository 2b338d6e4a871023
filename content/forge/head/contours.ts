import { pow } from '../kit/ops.ts'
import { clamp, gauss, lerp } from '../kit/scalar.ts'
import type { HeadRecipe } from './recipe.ts'

/**
 * The edges of lids and lips as heights over `along`, which runs from −1 to 1.
 * On an eye 1 is the outer corner, on the mouth the character's left one.
 */
export interface Contours {
  readonly lidEdge: (along: number, upper: boolean) => number
  /** Where both lids meet when the eye is shut. */
  readonly lidMeeting: (along: number) => number
  readonly lipLine: (along: number) => number
  /** Outer border of the red of the lips. */
  readonly lipBorder: (along: number, upper: boolean) => number
}

/** How far a fold draws the inner corner down and covers the opening beside it, cm; how far it reaches, share of half an eye. */
const FOLD = { corner: 0.06, cover: 0.24, width: 0.42 }
/** Shut lids meet low: the upper lid does nearly all of the way. Share of the opening above the lower lid. */
const MEETING_HEIGHT = 0.13

export function headContours({ eye, mouth }: HeadRecipe): Contours {
  const lidEdge = (along: number, upper: boolean): number => {
    const skew = along + (upper ? -0.1 : 0.12) * (1 - along * along)
    const arch = pow(clamp(1 - pow(Math.abs(skew), 2.3)), upper ? 0.8 : 0.85)
    const straight = eye.y + eye.tilt * along - eye.fold * FOLD.corner * gauss(along + 1, FOLD.width)
    if (!upper) return straight - eye.lowerHeight * arch
    return straight + (eye.upperHeight - eye.fold * FOLD.cover * gauss(along + 0.7, FOLD.width)) * arch
  }
  const lipLine = (along: number): number => {
    const smile = mouth.smile * along * along
    const dip = -0.07 * gauss(along, 0.22) + 0.035 * gauss(Math.abs(along) - 0.38, 0.25)
    return mouth.y + smile + dip
  }
  const lipBorder = (along: number, upper: boolean): number => {
    const a = Math.abs(along)
    if (!upper) return lipLine(along) - mouth.lowerLip * pow(clamp(1 - pow(a, 2.5)), 0.92)
    const cupidsBow = 0.07 * gauss(a - 0.2, 0.13) - 0.1 * gauss(along, 0.1)
    return lipLine(along) + mouth.upperLip * pow(clamp(1 - pow(a, 1.6)), 1.05) + cupidsBow * clamp(4 * (1 - a))
  }
  return {
    lidEdge,
    lidMeeting: (along) => lerp(lidEdge(along, false), lidEdge(along, true), MEETING_HEIGHT),
    lipLine,
    lipBorder,
  }
}

/** Whether a place is a corner, where the upper contour meets the lower one and neither may pull. */
export const isCorner = (along: number): boolean => Math.abs(along) > 0.9999

/** `along` at a share of the way round an upper or lower contour: a mean of even and cosine spacing. */
export const alongAt = (share: number, cosine: number): number => lerp(1 - 2 * share, cosine, 0.55)
