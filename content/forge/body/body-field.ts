import type { Sdf } from '../kit/sdf.ts'
import { armField, legField, torsoField } from './figure.ts'

/** The whole figure below the neck. */
export const bodyField: Sdf = (x, y, z) => Math.min(torsoField(x, y, z), armField(x, y, z), legField(x, y, z))
