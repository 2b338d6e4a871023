/** Rows of numbers that a kernel writes: vectors take three floats from an offset, quaternions four. */
export type Floats = Float32Array | Float64Array | number[]

/** Rows of numbers that a kernel only reads. */
export type ReadonlyFloats = ArrayLike<number>
