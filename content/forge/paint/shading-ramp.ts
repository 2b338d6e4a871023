import { drawPng } from '../kit/image.ts'

const SIZE = 64

/**
 * The picture behind `shading`: red is the u coordinate, green the v. So a vertex carries its own occlusion and
 * roughness, and plain glTF viewers understand it.
 */
export const shadingRamp = (): Promise<Buffer> => drawPng(SIZE, SIZE, (x, y) => [(x + 0.5) / SIZE, (y + 0.5) / SIZE, 0])
