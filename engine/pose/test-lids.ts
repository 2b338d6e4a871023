import type { Lids } from '../rig/lids.ts'

/** Lids much like those of the avatars we make. */
export const TEST_LIDS: Lids = {
  eyeSquint: 0.49,
  cheekSquint: 0.22,
  mouthSmile: 0.24,
  browDown: 0.12,
  eyeLookDown: 0.26,
  eyeLookUp: -0.06,
  eyeWide: -0.21,
}
