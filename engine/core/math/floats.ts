/**
 * Rows of numbers that a kernel writes: vectors take three floats from an offset, quaternions four.
 *
 * Plain arrays are for tests and for what is done once in a while: in what loads or runs they would make every kernel
 * serve more kinds of rows than engines keep apart, three times as slow for all. Measured with V8, 2026-11-21.
 */
export type Floats = Float32Array | Float64Array | number[]

/** Rows of numbers that a kernel only reads. */
export type ReadonlyFloats = ArrayLike<number>
