import { expect, it } from 'vitest'
import { actorId } from '../../core/ids.ts'
import { CAMERAS, readContent, standingFrame } from '../test-view.ts'
import { createView } from '../view.ts'
import type { DriverChoice } from './find-gpu.ts'
import { createNodeHost } from './node.ts'

async function shoot(driver: DriverChoice) {
  const { look, set, avatar } = await readContent()
  using host = await createNodeHost({ driver })
  using view = await createView(host, { width: 320, height: 256, preset: 'draft', look, set })
  await view.addActor(actorId('ana'), avatar)
  const frame = standingFrame({ camera: CAMERAS.medium })
  await view.ready(frame)
  view.draw(frame)
  return { adapter: host.adapter, picture: await view.readRgba() }
}

it('draws with the driver of the npm package where a machine has none, and says so', async () => {
  const own = await shoot('auto')
  const bundled = await shoot('swiftshader')
  expect(bundled.adapter.kind).toBe('swiftshader')
  expect(bundled.adapter.name).toMatch(/swiftshader/i)
  const apart = bundled.picture.reduce((sum, value, i) => sum + Math.abs(value - own.picture[i]!), 0)
  // Drivers round and filter differently; a missing texture or light would show as tens.
  expect(apart / bundled.picture.length).toBeLessThan(1)
})

it('refuses a driver that does not open, and says what to do', async () => {
  process.env.VK_DRIVER_FILES = '/nowhere.json'
  process.env.VK_ICD_FILENAMES = '/nowhere.json'
  await expect(createNodeHost({ driver: 'system' })).rejects.toThrow(
    /No WebGPU adapter opens with driver "system".*npm run setup/,
  )
})
