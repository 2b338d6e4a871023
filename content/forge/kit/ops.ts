/**
 * The transcendental functions of the forge. Every generator takes them from here, never from `Math`,
 * so that a model comes out with the same bits on every machine.
 */
export { acos, asin, atan2, cos, exp, log, pow, sin, tan } from '../../../engine/core/math/ops.ts'
