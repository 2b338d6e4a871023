import { letter } from './lettering.ts'
import type { Picture } from './picture.ts'
import { linearGradient, radialGradient } from './svg.ts'

/** A title card. */
export const welcome: Picture = {
  name: 'welcome',
  title: 'Welcome',
  alt: 'A title card: the word “Welcome” in cream on deep green, under a small rising sun.',
  width: 1280,
  height: 720,
  draw({ width, height }) {
    const middle = width / 2
    return `<defs>${linearGradient('ground', [
      [0, '#1f4644'],
      [1, '#142f30'],
    ])}${radialGradient('glow', [
      [0, '#e6a35c', 0.42],
      [1, '#e6a35c', 0],
    ])}</defs>
<rect width="${width}" height="${height}" fill="url(#ground)"/>
<ellipse cx="${middle}" cy="250" rx="420" ry="240" fill="url(#glow)"/>
<path d="M${middle - 84} 262a84 84 0 0 1 168 0Z" fill="#e6a35c"/>
<path d="${RAYS}" transform="translate(${middle} 262)" stroke="#e6a35c" stroke-width="7" stroke-linecap="round"/>
<path d="M${middle - 190} 286H${middle + 190}" stroke="#f3e7d0" stroke-width="5" stroke-linecap="round"/>
<path d="${letter('Welcome', { x: middle, y: 462, size: 172, weight: 600, anchor: 'middle', spacing: -0.02 })}" fill="#f7eddb"/>
<path d="${letter('Come in, sit down, stay a while.', { x: middle, y: 560, size: 46, weight: 400, anchor: 'middle' })}" fill="#c9d6cb"/>`
  },
}

/** Seven strokes around the half disc, 25.7° apart. */
const RAYS = 'M0 -108v-36M47 -97l16 -33M84 -67l28 -23M105 -24l35 -8M-47 -97l-16 -33M-84 -67l-28 -23M-105 -24l-35 -8'
