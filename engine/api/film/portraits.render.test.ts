import { expect, test } from 'vitest'
import { openContent } from '../disk-content.ts'
import { createNodeHost } from './open-node-host.ts'
import { openPortraitStudio, type Sitting } from './portraits.ts'

const size = { width: 96, height: 128 }
const signal = new AbortController().signal

test('a studio takes the same picture of somebody whoever sat before, and another of another face or turn', async () => {
  const content = openContent()
  using host = await createNodeHost()
  using studio = await openPortraitStudio({ host, content, size, preset: 'draft', look: 'natural', set: 'living-room' })
  const avatar = await content.avatar('milla')
  const [x, y, z] = avatar.rig.landmarks.eyes
  const plain: Sitting = { camera: { position: [x, y, z + 1.5], target: [x, y, z], fovDegrees: 14 } }
  const sittings = [plain, { ...plain, face: { jawOpen: 0.8 } }, { ...plain, turn: 0.6 }]
  const [first, open, turned] = await studio.take(avatar, sittings, signal)
  expect(first).toHaveLength(size.width * size.height * 4)
  expect(open).not.toEqual(first)
  expect(turned).not.toEqual(first)
  expect(await studio.take(avatar, [plain], signal)).toEqual([first])
}, 120_000)
