export type Colour = readonly [red: number, green: number, blue: number]

/**
 * Colour of a black body as a camera balanced for another sees it, linear sRGB with luminance 1.
 *
 * @param kelvin        Temperature of the light, 1667–25000 K.
 * @param whiteBalance  Temperature that the camera takes for white, the same range.
 */
export function kelvinColour(kelvin: number, whiteBalance: number): Colour {
  const light = blackBody(kelvin)
  const white = blackBody(whiteBalance)
  const colour = light.map((v, i) => v / white[i]!)
  const scale = 1 / luminance(colour as unknown as Colour)
  return [colour[0]! * scale, colour[1]! * scale, colour[2]! * scale]
}

/** Relative luminance of a linear sRGB colour. Source: ITU-R BT.709. */
export const luminance = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** Linear sRGB of the Planckian locus. */
function blackBody(kelvin: number): Colour {
  const [x, y] = chromaticity(kelvin)
  const X = x / y
  const Z = (1 - x - y) / y
  // XYZ to linear sRGB, D65. Source: IEC 61966-2-1. Deep reds leave the gamut; a trace of each primary is kept.
  const r = 3.2404542 * X - 1.5371385 - 0.4985314 * Z
  const g = -0.969266 * X + 1.8760108 + 0.041556 * Z
  const b = 0.0556434 * X - 0.2040259 + 1.0572252 * Z
  return [Math.max(r, 0.001), Math.max(g, 0.001), Math.max(b, 0.001)]
}

/** CIE 1931 x, y of a black body. Source: Kim et al., US patent 7024034 (2006), cubic spline fit. */
function chromaticity(kelvin: number): [x: number, y: number] {
  const t = 1000 / kelvin
  const x =
    kelvin < 4000
      ? ((-0.2661239 * t - 0.2343589) * t + 0.8776956) * t + 0.17991
      : ((-3.0258469 * t + 2.1070379) * t + 0.2226347) * t + 0.24039
  if (kelvin < 2222) return [x, ((-1.1063814 * x - 1.3481102) * x + 2.18555832) * x - 0.20219683]
  if (kelvin < 4000) return [x, ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867]
  return [x, ((3.081758 * x - 5.8733867) * x + 3.75112997) * x - 0.37001483]
}
