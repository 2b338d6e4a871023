import { log, pow } from '../core/math/ops.ts'

/** Factor of an amplitude. */
export const fromDecibels = (decibels: number): number => pow(10, decibels / 20)

/** Decibels of an amplitude; −Infinity for 0. */
export const toDecibels = (factor: number): number => (20 * log(factor)) / Math.LN10
