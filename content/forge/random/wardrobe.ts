import type { BOTTOMS, HAIR_STYLES, SHOES, TOPS } from '../recipe.ts'
import type { Odds, Texture } from './origins.ts'

type Sexes<T> = { readonly women: T; readonly men: T }

/** Colours that go together, chosen as a set. */
export interface Palette {
  readonly top: string
  readonly layer: string
  readonly bottom: string
  readonly shoes: string
  readonly accent: string
}

export const PALETTES: readonly Palette[] = [
  { top: '#6a8781', layer: '#46504f', bottom: '#384763', shoes: '#cfd0d4', accent: '#e6dfd2' },
  { top: '#e9e2d6', layer: '#7d5a44', bottom: '#3b4a63', shoes: '#6b4a35', accent: '#b5693f' },
  { top: '#c9824f', layer: '#4c5a4a', bottom: '#3f3a38', shoes: '#e3dccf', accent: '#f0e3cf' },
  { top: '#5b6f9a', layer: '#2f3a52', bottom: '#c8b797', shoes: '#4d3a2e', accent: '#e8e4da' },
  { top: '#a9545c', layer: '#3d3a45', bottom: '#2f3644', shoes: '#d9d2c8', accent: '#f1d9cf' },
  { top: '#d8b04f', layer: '#5a6a72', bottom: '#44546f', shoes: '#e9e6df', accent: '#7b4a2c' },
  { top: '#f1efea', layer: '#8c9a86', bottom: '#55606a', shoes: '#3a3532', accent: '#6f8f86' },
  { top: '#43584c', layer: '#b79a74', bottom: '#8a775f', shoes: '#5a4030', accent: '#e5dcc8' },
  { top: '#8f7ba6', layer: '#e3ddd6', bottom: '#39404f', shoes: '#dcd8d2', accent: '#f0e6f0' },
  { top: '#c7d3db', layer: '#34506b', bottom: '#2e3138', shoes: '#8a5f41', accent: '#d6785a' },
  { top: '#3c3f48', layer: '#7a7f86', bottom: '#55606f', shoes: '#d2cdc6', accent: '#c75b4a' },
  { top: '#d9a3a0', layer: '#7c8a92', bottom: '#50617d', shoes: '#efe9e2', accent: '#8d3f4a' },
]

export const TOP_ODDS: Sexes<Odds<(typeof TOPS)[number]>> = {
  women: { sweater: 3, tshirt: 3, blouse: 3, hoodie: 1.5, dress: 2 },
  men: { sweater: 3, tshirt: 4, hoodie: 2.5, blouse: 1.5 },
}
export const BOTTOM_ODDS: Sexes<Odds<(typeof BOTTOMS)[number]>> = {
  women: { trousers: 3, skirt: 1.2 },
  men: { trousers: 1 },
}
export const SHOE_ODDS: Sexes<Odds<(typeof SHOES)[number]>> = {
  women: { sneakers: 3, loafers: 2, boots: 1.5 },
  men: { sneakers: 3, loafers: 1.5, boots: 1.5 },
}

type Styles = Odds<(typeof HAIR_STYLES)[number]>

/** How people wear the hair they have. */
export const STYLE_ODDS: Readonly<Record<Texture, Sexes<Styles>>> = {
  straight: {
    women: { bob: 3, long: 4, bun: 2, ponytail: 2.5, crop: 1 },
    men: { crop: 10, bob: 0.4, long: 0.8, bun: 0.8, ponytail: 0.4 },
  },
  curly: {
    women: { curly: 5, bun: 1.5, ponytail: 1.5, crop: 0.6 },
    men: { crop: 4, curly: 4, bun: 0.4 },
  },
  coily: {
    women: { coily: 5, bun: 1.5, ponytail: 1, crop: 1 },
    men: { crop: 4, coily: 3, bald: 1 },
  },
}

export const BEARD_ODDS = { stubble: 4, full: 2.5, goatee: 1.2, moustache: 0.8 } as const
export const GLASSES_ODDS: Sexes<Odds<'round' | 'square' | 'cat-eye'>> = {
  women: { round: 2, square: 1.5, 'cat-eye': 1.5 },
  men: { round: 1.2, square: 2 },
}
export const EARRING_ODDS = { studs: 3, hoops: 2, drops: 1.5 } as const
export const NECKLACE_ODDS = { chain: 2, pendant: 3, beads: 1 } as const
export const FRAME_COLOURS = ['#2a2422', '#5a3a26', '#7c3b3b', '#3b4a5c', '#b08d57']
export const JEWEL_COLOURS = ['#e7b66a', '#d9dade', '#d8a48f']
export const LIPSTICKS = ['#b24a50', '#a83f45', '#c0606a', '#8e3a44', '#c46a5c']
