import { capsule, carve, ellipsoid, mirrored, put, type Sdf, sculpt, smoothMax } from '../kit/sdf.ts'
import type { Vec3 } from '../kit/vec3.ts'

/** Toes from the great one outwards: root, tip, and girth at both. The left foot; the inner side is nearer to x = 0. */
const TOES: readonly (readonly [root: Vec3, tip: Vec3, rootGirth: number, tipGirth: number])[] = [
  [[6.7, 1.35, 10.6], [6.75, 1.15, 14.8], 1.3, 1.12],
  [[8.2, 1.25, 11.2], [8.35, 0.95, 14.9], 0.95, 0.78],
  [[9.4, 1.2, 10.9], [9.65, 0.9, 14.1], 0.9, 0.72],
  [[10.5, 1.1, 10.2], [10.85, 0.85, 13.1], 0.85, 0.68],
  [[11.5, 1.0, 9.2], [11.85, 0.8, 11.9], 0.82, 0.66],
]

/** Bare feet on the floor, without the ankle. Centimetres. */
const flesh = sculpt(ellipsoid([8, 2.7, -3.5], [2.55, 2.9, 3.0]), [
  put(3, capsule([8, 6.2, -1.2], [8.3, 3, 7.2], 2.75, 1.9)), // instep
  put(2.5, capsule([9.3, 1.7, -1.5], [10.3, 1.4, 7.5], 1.9, 1.5)), // outer edge
  put(2, ellipsoid([8.9, 1.7, 9], [3.7, 1.6, 2.6])), // ball
  carve(2, ellipsoid([5.2, -0.2, 3.4], [2.6, 1.9, 4.2])), // arch
  ...TOES.map(([root, tip, rootGirth, tipGirth]) => put(0.45, capsule(root, tip, rootGirth, tipGirth))),
])

/** Feet with soles pressed flat. */
export const footField: Sdf = mirrored((x, y, z) => smoothMax(flesh(x, y, z), 0.12 - y, 0.7))
