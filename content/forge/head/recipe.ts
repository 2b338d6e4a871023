import { type SkinTones, skinTones } from '../paint/skin-tones.ts'
import type { AvatarRecipe } from '../recipe.ts'
import { DRAWN, type HeadForm } from './form.ts'

/** Every number and colour a head is made from. */
export interface HeadRecipe extends HeadForm {
  readonly seed: number
  readonly colours: HeadColours
  readonly complexion: Complexion
  readonly hair: HairRecipe
  readonly beard: AvatarRecipe['beard']
  readonly accessories: AvatarRecipe['accessories']
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
  /** −1 short for the style to 1 long. */
  readonly length: number
  /** −1 flat to 1 voluminous. */
  readonly volume: number
  /** Share of grey, [0, 1]. */
  readonly grey: number
  readonly root: string
  readonly middle: string
  readonly tip: string
}

/** A friendly young woman with large brown eyes and a brown bob. */
export const MILLA: HeadRecipe = {
  ...DRAWN,
  seed: 11,
  colours: {
    tones: skinTones({ skin: { tone: 0.2, undertone: 0, blush: 0.5, freckles: 0 }, age: 27, masculinity: 0 }),
    brow: '#5a3726',
    lash: '#1a100e',
    iris: { inner: '#b0733a', middle: '#8a4f26', outer: '#5a2f18', ring: '#2c1710' },
  },
  complexion: { age: 27, masculinity: 0, freckles: 0 },
  hair: { style: 'bob', length: 0, volume: 0, grey: 0, root: '#4a2a1d', middle: '#6d402a', tip: '#8a5638' },
  beard: undefined,
  accessories: {
    earrings: { style: 'studs', colour: '#e7b66a' },
    necklace: { style: 'pendant', colour: '#e7b66a' },
  },
}
