/**
 * The numbers of a head's form, in groups. Centimetres about the point between the eyes, unless said otherwise; given for
 * the left half. What a user's sliders do to them stands in `traits.ts`.
 */
export interface HeadForm {
  readonly face: FaceForm
  readonly jaw: JawForm
  readonly cheek: CheekForm
  readonly eye: EyeForm
  readonly brow: BrowForm
  readonly nose: NoseForm
  readonly mouth: MouthForm
  readonly ear: EarForm
  readonly neck: NeckForm
  readonly age: AgeForm
}

export interface FaceForm {
  /** Factor on the breadth of the whole face. */
  readonly width: number
  /** How far the forehead's middle stands out. */
  readonly forehead: number
  /** How far the forehead's top lies back. */
  readonly slope: number
  /** How far the bone over the eyes stands out. */
  readonly ridge: number
  /** How far the temples are pressed in. */
  readonly temple: number
  /** How far the hairline over the forehead is moved up. */
  readonly hairline: number
}

export interface JawForm {
  /** Half breadth of the jaw under the mouth. */
  readonly halfWidth: number
  readonly y: number
  /** How far its corners below the ears stand out, and how high they lie. */
  readonly corner: number
  readonly cornerY: number
  readonly chinY: number
  readonly chinZ: number
  readonly chinHalfWidth: number
  readonly chinHeight: number
}

export interface CheekForm {
  /** Radius of the soft part. */
  readonly fullness: number
  /** How far the hollow below the bone is pressed in. */
  readonly hollow: number
  readonly boneX: number
  readonly boneY: number
  readonly boneSize: number
}

/** The left eye; the right one is its mirror image. */
export interface EyeForm {
  readonly x: number
  readonly y: number
  /** Depth of the eyeball's foremost point. */
  readonly front: number
  readonly radius: number
  /** Half the length of the opening. Must stay below the radius, or the corners leave the ball. */
  readonly halfWidth: number
  readonly upperHeight: number
  readonly lowerHeight: number
  /** How much the outer corner stands above the eye line. */
  readonly tilt: number
  readonly lidThickness: number
  /** Skin over the upper lid's inner part, [0, 1]. */
  readonly fold: number
  /** How far skin hangs over the upper lid's outer part, cm. */
  readonly hood: number
  readonly creaseDepth: number
  /** How far the socket is pressed in beside the nose. */
  readonly socket: number
}

export interface BrowForm {
  /** Factor on the breadth. */
  readonly thickness: number
  /** Height of the arch's peak above a straight brow. */
  readonly arch: number
  readonly rise: number
  /** Factor on lashes. */
  readonly lash: number
}

export interface NoseForm {
  /** Height of the tip. */
  readonly y: number
  /** Depths of the root between the eyes, of the bridge half way down, and of the tip. */
  readonly rootZ: number
  readonly bridgeZ: number
  readonly tipZ: number
  readonly bridgeHalfWidth: number
  readonly tipRadius: number
  /** How far from the middle the wings stand, and how large they are. */
  readonly wingX: number
  readonly wingSize: number
}

export interface MouthForm {
  readonly y: number
  readonly halfWidth: number
  readonly upperLip: number
  readonly lowerLip: number
  /** How far the red stands out. */
  readonly upperBulge: number
  readonly lowerBulge: number
  /** How far the mound of the teeth stands out. */
  readonly mound: number
  /** How far the corners stand above the middle. */
  readonly smile: number
}

/** Middle of the left ear, and factors. */
export interface EarForm {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly size: number
  readonly lobe: number
}

export interface NeckForm {
  /** Radius just below the head; at the collar everybody has the same. */
  readonly radius: number
  readonly larynx: number
}

/** Depths and bulges of what years leave. */
export interface AgeForm {
  readonly nasolabial: number
  readonly marionette: number
  readonly jowl: number
  readonly eyeBag: number
  readonly throat: number
}

/** A friendly young woman with large eyes: every slider at 0. */
export const DRAWN: HeadForm = {
  face: { width: 1, forehead: 0.12, slope: 0, ridge: 0, temple: 0, hairline: 0 },
  jaw: {
    halfWidth: 3.75,
    y: -5.8,
    corner: 0,
    cornerY: -4.6,
    chinY: -8.05,
    chinZ: 7.15,
    chinHalfWidth: 1.5,
    chinHeight: 1.3,
  },
  cheek: { fullness: 2.4, hollow: 0, boneX: 4.9, boneY: -0.7, boneSize: 1.8 },
  eye: {
    x: 3.35,
    y: 0,
    front: 7.95,
    radius: 2.1,
    halfWidth: 1.9,
    upperHeight: 1.12,
    lowerHeight: 0.75,
    tilt: 0.15,
    lidThickness: 0.17,
    fold: 0,
    hood: 0,
    creaseDepth: 0.13,
    socket: 0,
  },
  brow: { thickness: 1, arch: 0.33, rise: 0, lash: 1 },
  nose: {
    y: -2.7,
    rootZ: 8.1,
    bridgeZ: 8.8,
    tipZ: 10.2,
    bridgeHalfWidth: 0.42,
    tipRadius: 0.62,
    wingX: 0.62,
    wingSize: 0.4,
  },
  mouth: {
    y: -5.75,
    halfWidth: 2.1,
    upperLip: 0.62,
    lowerLip: 0.86,
    upperBulge: 0.32,
    lowerBulge: 0.42,
    mound: 0.12,
    smile: 0.36,
  },
  ear: { x: 6.75, y: -1.1, z: -1, size: 1, lobe: 1 },
  neck: { radius: 2.95, larynx: 0 },
  age: { nasolabial: 0, marionette: 0, jowl: 0, eyeBag: 0, throat: 0 },
}
