import type { Effect } from '@babylonjs/core/Materials/effect.js'
import { EngineError } from '../core/errors.ts'
import type { Host } from './hosts/host.ts'

/** Milliseconds between two looks; compiling a shader takes tens of them. */
const INTERVAL = 2

/**
 * Waits until shaders are compiled and textures uploaded.
 *
 * Babylon's own wait never ends where a shader does not compile; this one fails, and says what the driver said.
 *
 * @throws `render/gpu-error`
 */
export async function whenReady({ engine, adapter }: Host, isReady: () => boolean): Promise<void> {
  let failure: string | undefined
  const watch = engine.onEffectErrorObservable.add(({ effect, errors }: { effect: Effect; errors: string }) => {
    failure ??= `${effect.name} does not compile: ${errors.split('\n')[0]}`
  })
  while (!isReady() && failure === undefined) await new Promise((resolve) => setTimeout(resolve, INTERVAL))
  engine.onEffectErrorObservable.remove(watch)
  if (failure !== undefined) {
    throw new EngineError('render/gpu-error', `${adapter.name} cannot draw this view: ${failure} Try another driver.`)
  }
}
