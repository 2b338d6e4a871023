import type { Side } from '../head/frame.ts'
import type { Vec3 } from '../kit/vec3.ts'

/** What one blendshape does, as moves that the deformers understand. Centimetres and degrees at weight 1. */
export interface Shape {
  /** Turns the jaw down about its hinge, degrees. */
  readonly jawDegrees?: number
  /** Slides the jaw. */
  readonly jawShift?: Vec3
  /** Brings the lips together again over a jaw opened by this many degrees. */
  readonly closeOverJawDegrees?: number
  readonly lips?: LipMove
  readonly lids?: readonly LidMove[]
  readonly brushes?: readonly Brush[]
  readonly tongue?: TongueMove
}

/** How the lips move and the skin around them follows. */
export interface LipMove {
  /** Only this half of the mouth; both where absent. The halves of a pair add up to the whole. */
  readonly side?: Side
  /** Corners outward (+) or inward. */
  readonly widen?: number
  /** Whole mouth towards the character's left. */
  readonly shift?: number
  /** Corners up (+) or down, with the power of |along| by which it grows from the middle. */
  readonly corner?: number
  readonly cornerPower?: number
  /** Corners forward (+) or back. */
  readonly cornerDepth?: number
  /** Whole upper lip up, whole lower lip down. */
  readonly upper?: number
  readonly lower?: number
  /** Forward, most in the middle. */
  readonly protrude?: number
  /** Borders apart (+): fuller lips. */
  readonly thicken?: number
  /** Contact edge pulled back over the teeth, by lip. */
  readonly rollUpper?: number
  readonly rollLower?: number
  /** Open lips turned outward like a trumpet. */
  readonly flare?: number
}

/** How one eye's lids move, as shares of the opening. */
export interface LidMove {
  readonly side: Side
  /** Both margins to where they meet, 1 is shut. */
  readonly blink?: number
  /** Upper lid down (+), lower lid up (+). */
  readonly upper?: number
  readonly lower?: number
}

/** Pushes everything near a point, by a bell of the given radii. */
export interface Brush {
  /** Given for the left side. */
  readonly at: Vec3
  readonly radii: Vec3
  readonly push: Vec3
  /** Only this side; both, mirrored, where absent. */
  readonly side?: Side
}

/** Moves of the tongue: tip forward and up, back up; its very tip hanging over the lip. */
export interface TongueMove {
  readonly forward?: number
  readonly tipUp?: number
  readonly backUp?: number
  readonly droop?: number
}
