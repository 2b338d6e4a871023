import { fromEuler, multiply } from '../core/math/quat.ts'

const turn = new Float32Array(4)

/**
 * Turns a bone further, about its parent's axes.
 *
 * @param rotations  Local unit quaternions (x, y, z, w). Written in place: one of them.
 * @param at         Its first float.
 * @param yaw        About +Y, radians; then `pitch` about +X and `roll` about +Z.
 */
export function turnBone(rotations: Float32Array, at: number, yaw: number, pitch: number, roll: number): void {
  fromEuler(turn, 0, yaw, pitch, roll)
  multiply(rotations, at, turn, 0, rotations, at)
}
