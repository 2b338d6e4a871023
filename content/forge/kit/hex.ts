import { lerp } from './scalar.ts'

/** The sRGB channels of a hex colour, 0–255. */
export const hexChannels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

export const hexOf = (channels: readonly number[]): string =>
  `#${channels
    .map((value) =>
      Math.round(Math.max(0, Math.min(255, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Between two hex colours as paints are mixed by eye: in sRGB. */
export function mixHex(a: string, b: string, t: number): string {
  const to = hexChannels(b)
  return hexOf(hexChannels(a).map((value, i) => lerp(value, to[i]!, t)))
}
