import { WebGPUEngine } from '@babylonjs/core/Engines/webgpuEngine.js'
import { Logger } from '@babylonjs/core/Misc/logger.js'
import '../babylon.ts'
import { EngineError } from '../../core/errors.ts'
import { decodeImage, uploadBitmapsFrom } from './decode-image.ts'
import { type DriverChoice, findGpu } from './find-gpu.ts'
import { HeadlessCanvas } from './headless-canvas.ts'
import type { NodeHost } from './host.ts'
import { slowDownPolling } from './slow-polling.ts'

/**
 * Opens a drawing surface in the Node process, through Dawn: no browser, no window, no display.
 *
 * @param options.driver  See {@link DriverChoice}; `auto` by default.
 * @throws `render/no-adapter`
 */
export async function createNodeHost(options: { driver?: DriverChoice } = {}): Promise<NodeHost> {
  const { gpu, globals, adapter } = await findGpu(options.driver ?? 'auto')
  installGlobals(gpu, globals)
  slowDownPolling()
  Logger.LogLevels = Logger.WarningLogLevel | Logger.ErrorLogLevel
  const canvas = new HeadlessCanvas(256, 256)
  const engine = new WebGPUEngine(canvas as unknown as HTMLCanvasElement, {
    antialias: false,
    swapChainFormat: 'rgba8unorm',
    premultipliedAlpha: true,
    enableAllFeatures: true,
    setMaximumLimits: true,
    stencil: false,
    audioEngine: false,
    adaptToDeviceRatio: false,
    doNotHandleContextLost: true,
  })
  engine.createImageBitmap = (source) => decodeImage(source as Blob) as unknown as Promise<ImageBitmap>
  await engine.initAsync()
  uploadBitmapsFrom(engine._device.queue)
  const failure = watchErrors(engine._device)
  return {
    kind: 'node',
    engine,
    adapter,
    device: engine._device,
    surface: () => canvas.texture,
    throwIfFailed() {
      if (failure.message === undefined) return
      throw new EngineError(
        'render/gpu-error',
        `${adapter.name} refused a drawing command: ${failure.message} Try another driver.`,
      )
    },
    resize: (width, height) => void engine.setSize(width, height),
    [Symbol.dispose]: () => engine.dispose(),
  }
}

/** Keeps the first error that nobody caught; WebGPU reports them late and goes on without what failed. */
function watchErrors(device: GPUDevice): { message: string | undefined } {
  const failure: { message: string | undefined } = { message: undefined }
  device.addEventListener('uncapturederror', ({ error }) => {
    failure.message ??= error.message.split('\n')[0]
  })
  return failure
}

/** Puts WebGPU where a browser has it: its constants on the global object, its door on `navigator`. */
function installGlobals(gpu: GPU, globals: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
  // Dawn's binding 0.6 iterates its features but has no forEach, which Babylon calls.
  const features = GPUSupportedFeatures.prototype as unknown as { forEach?: GPUSupportedFeatures['forEach'] }
  features.forEach ??= function (this: GPUSupportedFeatures, visit, self) {
    for (const feature of this) visit.call(self, feature, feature, this)
  }
  Object.defineProperty(globalThis.navigator, 'gpu', { value: gpu, configurable: true, writable: true })
}
