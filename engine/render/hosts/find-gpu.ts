import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EngineError } from '../../core/errors.ts'
import { type Adapter, adapterKind } from './host.ts'
import { loadSwiftShader } from './swiftshader.ts'

/** The Node binding of Dawn, Chrome's WebGPU. */
export type Dawn = { create(options: string[]): GPU; globals: Record<string, unknown> }

/** Which driver to draw with. `system` is whatever Vulkan the machine has; `auto` falls to SwiftShader where it has none. */
export type DriverChoice = 'auto' | 'system' | 'swiftshader'

export type FoundGpu = { readonly gpu: GPU; readonly globals: Record<string, unknown>; readonly adapter: Adapter }

/**
 * Finds something to draw with: a graphics card, else Mesa's lavapipe, else the SwiftShader of an npm package.
 *
 * Which one it was stands in the result, so that a caller can say so: SwiftShader is four times slower than lavapipe.
 * Dawn refuses lavapipe before Mesa 23 (it lacks dynamic indexing of texture arrays), which shows here as no adapter.
 *
 * @throws `render/no-adapter` when nothing that was asked for can be opened.
 */
export async function findGpu(choice: DriverChoice): Promise<FoundGpu> {
  // The Vulkan loader and Mesa complain on stderr when they have no runtime folder.
  process.env.XDG_RUNTIME_DIR ??= mkdtempSync(join(tmpdir(), 'xdg-'))
  const system = choice === 'swiftshader' ? undefined : await open(await loadDawn())
  if (system !== undefined) return system
  const bundled = choice === 'system' ? undefined : await open(await loadSwiftShader())
  if (bundled !== undefined) return bundled
  throw new EngineError(
    'render/no-adapter',
    `No WebGPU adapter opens with driver "${choice}". The view draws through Vulkan. Run \`npm run setup\` to install Mesa's lavapipe.`,
  )
}

async function loadDawn(): Promise<Dawn> {
  const { create, globals } = await import('webgpu')
  return { create, globals: globals as Record<string, unknown> }
}

async function open({ create, globals }: Dawn): Promise<FoundGpu | undefined> {
  const gpu = create([])
  const adapter = await gpu.requestAdapter()
  if (adapter === null) return undefined
  const name = adapter.info.description || adapter.info.device || adapter.info.vendor
  return { gpu, globals, adapter: { name, kind: adapterKind(name), api: 'webgpu' } }
}
