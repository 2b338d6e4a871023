import type { AbstractEngine } from '@babylonjs/core/Engines/abstractEngine.js'
import { Engine } from '@babylonjs/core/Engines/engine.js'
import { WebGPUEngine } from '@babylonjs/core/Engines/webgpuEngine.js'
import '../babylon.ts'
import { EngineError } from '../../core/errors.ts'
import { readTexture } from '../read/read-texture.ts'
import { type Adapter, adapterKind, type PageHost } from './host.ts'

export type PageHostOptions = {
  /** `auto` takes WebGPU where the browser has it, otherwise WebGL2. */
  readonly api?: 'auto' | Adapter['api']
}

/**
 * Draws on a canvas of a page.
 *
 * Which of the two interfaces it was, and on what, stands in `adapter`.
 *
 * @throws `render/no-adapter` when the browser opens neither, or not the one asked for.
 */
export async function createPageHost(
  canvas: HTMLCanvasElement,
  { api = 'auto' }: PageHostOptions = {},
): Promise<PageHost> {
  const hasWebGpu = api !== 'webgl2' && (await WebGPUEngine.IsSupportedAsync)
  if (api === 'webgpu' && !hasWebGpu) throw noAdapter('WebGPU')
  if (!hasWebGpu && document.createElement('canvas').getContext('webgl2') === null) throw noAdapter('WebGL2')
  const engine = hasWebGpu ? await openWebGpu(canvas) : openWebGl(canvas)
  const { vendor, renderer } = engine.getInfo()
  return {
    kind: 'page',
    engine,
    adapter: { name: `${vendor} ${renderer}`, kind: adapterKind(renderer), api: hasWebGpu ? 'webgpu' : 'webgl2' },
    resize: (width, height) => engine.setSize(width, height),
    readCanvas: () => (engine instanceof WebGPUEngine ? readWebGpu(engine, canvas) : readWebGl(engine)),
    [Symbol.dispose]: () => engine.dispose(),
  }
}

async function openWebGpu(canvas: HTMLCanvasElement): Promise<WebGPUEngine> {
  const engine = new WebGPUEngine(canvas, {
    antialias: true,
    swapChainFormat: 'rgba8unorm',
    enableAllFeatures: true,
    setMaximumLimits: true,
    stencil: false,
    audioEngine: false,
    adaptToDeviceRatio: false,
  })
  await engine.initAsync()
  return engine
}

function openWebGl(canvas: HTMLCanvasElement): Engine {
  return new Engine(canvas, true, { stencil: false, audioEngine: false, disableWebGL2Support: false }, false)
}

async function readWebGpu(engine: WebGPUEngine, canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const context = canvas.getContext('webgpu')!
  return readTexture(engine._device, context.getCurrentTexture())
}

async function readWebGl(engine: AbstractEngine): Promise<Uint8Array> {
  const [width, height] = [engine.getRenderWidth(), engine.getRenderHeight()]
  const fromBottom = (await engine.readPixels(0, 0, width, height)) as Uint8Array
  const picture = new Uint8Array(fromBottom.length)
  for (let y = 0; y < height; y++) {
    const row = fromBottom.subarray(y * width * 4, (y + 1) * width * 4)
    picture.set(row, (height - 1 - y) * width * 4)
  }
  return picture
}

const noAdapter = (api: string): EngineError =>
  new EngineError(
    'render/no-adapter',
    `This browser opens no ${api}. The view draws with it. Try a current browser with hardware acceleration on.`,
  )
