import type { Vec3 } from '../kit/vec3.ts'

/** Centimetres in metres. Hundredths of a millimetre are plenty, and files stay readable. */
export const roundedMetres = (centimetres: number): number => Math.round(centimetres * 1e3) / 1e5

/** The same for a place. */
export const metres = ([x, y, z]: Vec3): [number, number, number] => [
  roundedMetres(x),
  roundedMetres(y),
  roundedMetres(z),
]
