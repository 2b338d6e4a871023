import type { Vec3 } from '../kit/vec3.ts'

/** A value for a whole group of locks, or one that runs from its first lock to its last. */
export type Span = number | readonly [first: number, last: number]

/** Where along an axis something works: it rises from the first number to the second and falls from the third to the fourth. */
export type Band = readonly [from: number, full: number, fullUntil: number, until: number]

/** A pull on growing hair, within a box with soft edges: what combing, tucking and a fringe pushed aside are. */
export type Pull = {
  /** Added to the direction at each step; x points away from the middle on the group's side. */
  readonly push: Vec3
  readonly x?: Band
  readonly y?: Band
  readonly z?: Band
}

/** Where the locks of a group are rooted; azimuths and headings in degrees, 0 in front, 90 the group's own side. */
export type Roots =
  /** Along the parting, 0 at the forehead to 1 at the crown, this far beside it, cm. */
  | { readonly on: 'parting'; readonly along: Span; readonly aside: number; readonly heading: Span }
  /** Round the head at an angle from its top. */
  | {
      readonly on: 'ring'
      readonly polar: Span
      readonly azimuth: Span
      readonly heading?: Span
      /** Chance in the angle from the top, degrees either way. */
      readonly scatter?: number
    }
  /** This far above the hairline, cm. */
  | { readonly on: 'hairline'; readonly azimuth: Span; readonly above: Span; readonly heading: Span }

/** Locks that are combed alike. */
export type LockGroup = {
  /** Names the group's own sequence of throws, so that no group's change shifts another's. */
  readonly name: string
  /** 1 the character's left, −1 her right; both where absent. */
  readonly side?: 1 | -1
  readonly layer?: 'outer' | 'under'
  readonly roots: Roots
  readonly count: number
  /** cm. */
  readonly length: Span
  /** Height over the head at the root and in the lengths, cm. */
  readonly lift: readonly [root: number, lengths: number]
  /** Every second lock lies this much higher, cm: shingles. */
  readonly stagger?: number
  /** Pull downward at the root and in the lengths, as a share of the direction. */
  readonly gravity: readonly [root: number, lengths: number]
  readonly pulls?: readonly Pull[]
  /** Turns tips in towards the neck (or out, negative), as they near the hem. */
  readonly turnIn?: number
  readonly wave?: Wave
  /** Half the width of a lock, cm. */
  readonly halfWidth: Span
  /** Height of a lock's own arch, cm. */
  readonly arch?: number
  /** Length over which tips fray, cm; 2 where absent. */
  readonly fray?: number
  readonly rows: number
  /** Quads across a lock. */
  readonly columns: 1 | 2 | 3
  /** Lightness. */
  readonly tone?: Span
  /** Whether other locks cover the roots: these then are no darker than the rest. */
  readonly rooted?: 'covered'
  /** How much light reaches the locks, [0, 1]. */
  readonly openness?: number
  /** Whether the locks keep to the head down to their tips, as short ones do. */
  readonly hugs?: boolean
  /** Whether the locks run over the scalp to the tie, rather than fall. */
  readonly gathered?: boolean
  /** Whether the locks end at the style's hem. */
  readonly hemmed?: boolean
  /** Chance in the locks' places, headings and lengths, as a share of what is usual. */
  readonly disorder?: number
}

/** Waves lie in the head's surface; curls stand out of it as well, as a corkscrew does. */
export type Wave = {
  /** cm. */
  readonly reach: number
  readonly pitch: number
  /** Length from the root over which it grows to its full reach, cm. */
  readonly from: number
  /** 0 a flat wave, 1 a round curl. */
  readonly round: number
  /** How far neighbours differ in phase, turns. */
  readonly scatter: number
}

/** Where hair is gathered at the back of the head. */
export type Tie = {
  /** Angle from the head's top, degrees. */
  readonly polar: number
  /** Over the scalp, cm. */
  readonly height: number
}

/** Hair that hangs from the tie: locks round a strand. Lengths and radii in cm. */
export type Tail = {
  readonly length: readonly [short: number, drawn: number, long: number]
  readonly radius: number
  readonly locks: number
  readonly wave: Wave
}

/** Hair wound into a ball over the tie. */
export type Bun = { readonly radius: number; readonly locks: number }

/** Tight coils all over the head. cm. */
export type Coils = { readonly height: number; readonly count: number; readonly radius: number }

/** How hanging hair swings: chains round the head, each carrying what hangs near it. */
export type Swing = {
  /** What the chains hang from: hair that lies on the shoulders turns with the neck, or the head would drag it through them. */
  readonly bone: 'head' | 'neck'
  /** Degrees, 90 the character's left. */
  readonly azimuths: readonly number[]
  /** Height of the first joint, head cm. */
  readonly from: number
  /** Joints of a chain, the one that marks the end among them. */
  readonly joints: number
  readonly stiffness: number
  readonly drag: number
}

export type HairStyle = {
  /** Height of the layer on the scalp, cm. */
  readonly cap: number
  /** The parting from the hairline to the crown. Only directions from the head's middle count, so that any head can wear it. */
  readonly parting: readonly Vec3[]
  /** Height at which hair is cut when short, as drawn and long for the style, head cm. */
  readonly hem: readonly [short: number, drawn: number, long: number]
  /** How far from the middle hair may lie, cm: what slid farther out along a shoulder is cut there. */
  readonly reach?: number
  readonly groups: readonly LockGroup[]
  readonly tie?: Tie
  readonly tail?: Tail
  readonly bun?: Bun
  readonly coils?: Coils
  readonly swing?: Swing
}
