import { type Colour, hexColour, luminanceOf, mixColours, shade, tint } from '../kit/colour.ts'
import { clamp, smoothstep } from '../kit/scalar.ts'
import type { AvatarRecipe } from '../recipe.ts'

/** The colours of one person's skin; linear. Everything bare takes them from here, so that no border shows. */
export interface SkinTones {
  readonly skin: Colour
  /** Lids, folds and spots. */
  readonly deep: Colour
  readonly lip: Colour
  /** What blood shows through as: cheeks, nose, knuckles. */
  readonly blush: Colour
  /** How strongly it does, 1 as drawn. */
  readonly flush: number
  /** Palms and soles, which hardly tan. */
  readonly palm: Colour
  readonly nail: Colour
  readonly nailEdge: Colour
}

type ToneName = Exclude<keyof SkinTones, 'flush'>

/**
 * Skin from very light to very dark, sRGB; `at` is the recipe's tone.
 *
 * The steps span the ten of the Monk Skin Tone Scale (E. Monk, 2023), drawn a little redder, as healthy skin in warm
 * light; what goes with each was fitted by eye.
 */
const RAMP: readonly ({ readonly at: number } & Readonly<Record<ToneName, string>>)[] = [
  {
    at: 0,
    skin: '#fbe0cf',
    deep: '#e6ab96',
    lip: '#d17f7a',
    blush: '#f09c8e',
    palm: '#f5c9b9',
    nail: '#f6c1b5',
    nailEdge: '#fbeae2',
  },
  {
    at: 0.2,
    skin: '#f2c9b0',
    deep: '#d98f72',
    lip: '#c86c64',
    blush: '#e88a78',
    palm: '#efb8a2',
    nail: '#efb3a6',
    nailEdge: '#f6e3da',
  },
  {
    at: 0.38,
    skin: '#dfb191',
    deep: '#c1805a',
    lip: '#bb665a',
    blush: '#d67d64',
    palm: '#e3a888',
    nail: '#e3a592',
    nailEdge: '#f1dccd',
  },
  {
    at: 0.55,
    skin: '#be906f',
    deep: '#996648',
    lip: '#a2574b',
    blush: '#b86850',
    palm: '#cf9473',
    nail: '#cf917c',
    nailEdge: '#ead0be',
  },
  {
    at: 0.7,
    skin: '#976b4e',
    deep: '#714932',
    lip: '#83463c',
    blush: '#91503a',
    palm: '#bb8263',
    nail: '#b67b68',
    nailEdge: '#e0c1ae',
  },
  {
    at: 0.85,
    skin: '#6f4a34',
    deep: '#4f3224',
    lip: '#6c3b34',
    blush: '#733f2c',
    palm: '#a87258',
    nail: '#9c6759',
    nailEdge: '#d5b3a1',
  },
  {
    at: 1,
    skin: '#4c3525',
    deep: '#33231b',
    lip: '#57332c',
    blush: '#52301f',
    palm: '#94654f',
    nail: '#85584d',
    nailEdge: '#c9a695',
  },
]

/** Factors on skin at either end of `undertone`; how light the skin is stays as it was. */
const UNDERTONE = { cool: [1.01, 0.975, 1.07], warm: [0.99, 1.02, 0.84] } as const
/** How far lips fade into the skin with age, and on a man; and how much darker than it they stay. */
const PALER_LIPS = { age: 0.45, man: 0.5, most: 0.72, shade: 0.84 }

/** The skin that a recipe asks for. */
export function skinTones({ skin, age, masculinity }: Pick<AvatarRecipe, 'skin' | 'age' | 'masculinity'>): SkinTones {
  const tones = toneAt(skin.tone)
  const cast = (colour: Colour) => withUndertone(colour, skin.undertone)
  const bare = cast(tones.skin)
  const fading = clamp(PALER_LIPS.age * smoothstep(40, 80, age) + PALER_LIPS.man * masculinity, 0, PALER_LIPS.most)
  return {
    ...tones,
    skin: bare,
    deep: cast(tones.deep),
    flush: 2 * skin.blush,
    palm: cast(tones.palm),
    lip: skin.lips === undefined ? mixColours(tones.lip, shade(bare, PALER_LIPS.shade), fading) : hexColour(skin.lips),
  }
}

function toneAt(tone: number): Record<ToneName, Colour> {
  const above = Math.max(
    1,
    RAMP.findIndex(({ at }) => at >= tone),
  )
  const [light, dark] = [RAMP[above - 1]!, RAMP[above]!]
  const share = (tone - light.at) / (dark.at - light.at)
  const between = (name: ToneName) => mixColours(hexColour(light[name]), hexColour(dark[name]), share)
  return {
    skin: between('skin'),
    deep: between('deep'),
    lip: between('lip'),
    blush: between('blush'),
    palm: between('palm'),
    nail: between('nail'),
    nailEdge: between('nailEdge'),
  }
}

function withUndertone(colour: Colour, undertone: number): Colour {
  const factors = undertone < 0 ? UNDERTONE.cool : UNDERTONE.warm
  const turned = mixColours(colour, tint(colour, factors), Math.abs(undertone))
  return shade(turned, luminanceOf(colour) / luminanceOf(turned))
}
