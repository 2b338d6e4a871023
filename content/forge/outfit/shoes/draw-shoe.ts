import { drawPng } from '../../kit/image.ts'
import { drawRelief } from '../../kit/layer.ts'
import { mix3, scale, type Vec3 } from '../../kit/vec3.ts'
import { createClothLayers } from '../needlework.ts'
import type { PieceChoice } from '../worn.ts'
import { HEIGHT, placeAt, WIDTH } from './chart.ts'
import type { ShoeStyle } from './style.ts'

/** Draws a shoe's colours and its relief. */
export async function drawShoe(style: ShoeStyle, choice: PieceChoice): Promise<{ colour: Buffer; relief: Buffer }> {
  const layers = createClothLayers(WIDTH, HEIGHT)
  style.sew(layers)
  const dye = style.dye(choice)
  const yarn = style.thread(choice)
  const colour = await drawPng(WIDTH, HEIGHT, (x, y): Vec3 => {
    const i = y * WIDTH + x
    const plain = scale(dye(placeAt(x + 0.5, y + 0.5)), 1 + 0.6 * Math.min(0, layers.worn.values[i]!))
    return mix3(plain, yarn, layers.thread.values[i]! * 0.7)
  })
  return { colour, relief: await drawRelief(layers.relief) }
}
