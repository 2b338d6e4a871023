import { expect, it } from 'vitest'
import type { StageFrame } from '../frame.ts'
import { createNodeHost } from '../hosts/node.ts'
import { readAvatar, readLook, readSet, standingFrame } from '../test-view.ts'
import { createView } from '../view.ts'

const SIZE = { width: 160, height: 128 }
/** The middle of the armchair. */
const CHAIR = { x: 1.938, z: -1.104, yaw: (-38 * Math.PI) / 180 }

/** Somebody whose feet are so far before the middle of the chair, or nobody; below the seat's edge the chair fills the picture. */
function frameOf(ahead?: number): StageFrame {
  const [s, c] = [Math.sin(CHAIR.yaw), Math.cos(CHAIR.yaw)]
  const at = (metres: number) => ({ x: CHAIR.x + s * metres, z: CHAIR.z + c * metres, yaw: CHAIR.yaw })
  const [stands, looksAt] = [at(3), at(0.3)]
  const camera = {
    position: [stands.x, 0.4, stands.z],
    target: [looksAt.x, 0.36, looksAt.z],
    fovDegrees: 16,
  } as const
  const { actors, ...frame } = standingFrame({ camera })
  if (ahead === undefined) return { ...frame, actors: [] }
  return { ...frame, actors: actors.map((actor) => ({ ...actor, transform: { ...at(ahead), y: 0 } })) }
}

it('hides legs behind the front of a chair, and shows them before it', async () => {
  using host = await createNodeHost()
  const [look, set] = await Promise.all([readLook('warm'), readSet('living-room')])
  using view = await createView(host, { ...SIZE, preset: 'draft', look, set })
  await view.addActor(standingFrame().actors[0]!.id, await readAvatar('milla'))
  const shoot = async (frame: StageFrame): Promise<Uint8Array> => {
    await view.ready(frame)
    view.draw(frame)
    return Uint8Array.from(await view.readRgba())
  }
  const empty = await shoot(frameOf())
  /** How much the picture's middle row changes, 0 … 255. */
  const changed = (picture: Uint8Array): number => {
    const from = (SIZE.height / 2) * SIZE.width * 4 + 60 * 4
    return Math.max(...picture.subarray(from, from + 40 * 4).map((value, i) => Math.abs(value - empty[from + i]!)))
  }
  expect(changed(await shoot(frameOf(0)))).toBeLessThan(8)
  expect(changed(await shoot(frameOf(0.6)))).toBeGreaterThan(30)
})
