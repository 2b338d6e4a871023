import { type SkinTones, skinTones } from '../paint/skin-tones.ts'
import type { AvatarRecipe } from '../recipe.ts'

/** Every number and colour a head is made from. Lengths in centimetres about the point between the eyes. */
export interface HeadRecipe {
  readonly seed: number
  /** Factors on the sculpt, 1 as drawn. */
  readonly proportions: { readonly faceWidth: number; readonly jawWidth: number; readonly chinHeight: number }
  readonly eye: EyeRecipe
  readonly mouth: MouthRecipe
  /** Middle of the left ear. */
  readonly ear: { readonly x: number; readonly y: number; readonly z: number }
  readonly colours: HeadColours
  readonly complexion: Complexion
  readonly hair: HairRecipe
  readonly accessories: AvatarRecipe['accessories']
}

/** The left eye; the right one is its mirror image. */
export interface EyeRecipe {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly radius: number
  /** Half the length of the opening. Must stay below the radius, or the corners leave the ball. */
  readonly halfWidth: number
  readonly upperHeight: number
  readonly lowerHeight: number
  /** How much the outer corner stands above the eye line. */
  readonly tilt: number
  readonly lidThickness: number
}

export interface MouthRecipe {
  readonly y: number
  readonly halfWidth: number
  readonly upperLip: number
  readonly lowerLip: number
}

/** Hex colours are sRGB. */
export interface HeadColours {
  readonly tones: SkinTones
  readonly brow: string
  readonly lash: string
  readonly iris: { readonly inner: string; readonly middle: string; readonly outer: string; readonly ring: string }
}

/** What time, sun and blood have written on a skin. */
export interface Complexion {
  /** Years. */
  readonly age: number
  /** 0 a woman's skin, 1 a man's: rougher, with the shadow of a beard. */
  readonly masculinity: number
  /** 0 to 1. */
  readonly freckles: number
}

export interface HairRecipe {
  readonly style: AvatarRecipe['hair']['style']
  /** How far the locks hang below the crown's parting, measured along the lock. */
  readonly length: number
  readonly root: string
  readonly middle: string
  readonly tip: string
}

/** A friendly young woman with large brown eyes and a brown bob. */
export const MILLA: HeadRecipe = {
  seed: 11,
  proportions: { faceWidth: 1, jawWidth: 1, chinHeight: 1 },
  eye: {
    x: 3.35,
    y: 0,
    z: 5.85,
    radius: 2.1,
    halfWidth: 1.9,
    upperHeight: 1.08,
    lowerHeight: 0.75,
    tilt: 0.15,
    lidThickness: 0.17,
  },
  mouth: { y: -5.75, halfWidth: 2.1, upperLip: 0.6, lowerLip: 0.86 },
  ear: { x: 6.75, y: -1.3, z: -1.2 },
  colours: {
    tones: skinTones({ skin: { tone: 0.2, undertone: 0, blush: 0.5, freckles: 0 }, age: 27, masculinity: 0 }),
    brow: '#5a3726',
    lash: '#1a100e',
    iris: { inner: '#b0733a', middle: '#8a4f26', outer: '#5a2f18', ring: '#2c1710' },
  },
  complexion: { age: 27, masculinity: 0, freckles: 0 },
  hair: { style: 'bob', length: 17, root: '#4a2a1d', middle: '#6d402a', tip: '#8a5638' },
  accessories: {
    earrings: { style: 'studs', colour: '#e7b66a' },
    necklace: { style: 'pendant', colour: '#e7b66a' },
  },
}
