import type { AbstractEngine } from '@babylonjs/core/Engines/abstractEngine.js'

/** What draws: a graphics card, or one of the software drivers by name. */
export type AdapterKind = 'gpu' | 'lavapipe' | 'swiftshader' | 'software'

export type Adapter = {
  /** As the driver calls itself; goes into a take's record, because frame hashes hold for one adapter and driver. */
  readonly name: string
  readonly kind: AdapterKind
  readonly api: 'webgpu' | 'webgl2'
}

/** Where a view draws: a canvas in a page, or a texture in the Node process. Everything above it is the same code. */
export type Host = {
  readonly kind: 'page' | 'node'
  readonly engine: AbstractEngine
  readonly adapter: Adapter
  /** Sets the size of the drawing surface, pixels. */
  resize(width: number, height: number): void
  [Symbol.dispose](): void
}

/** A host whose pictures can be read back: they stay on a texture of ours. */
export type NodeHost = Host & {
  readonly kind: 'node'
  readonly device: GPUDevice
  /** The texture that holds the picture last drawn. */
  surface(): GPUTexture
  /** @throws `render/gpu-error` once the driver has refused anything: from there on pictures may lack parts. */
  throwIfFailed(): void
}

/** A host that shows its pictures to a viewer. */
export type PageHost = Host & {
  readonly kind: 'page'
  /** The canvas as it stands, RGBA, rows from the top. Only in the same task as a draw: afterwards the browser takes it. */
  readCanvas(): Promise<Uint8Array>
}

export const isNodeHost = (host: Host): host is NodeHost => host.kind === 'node'
export const isPageHost = (host: Host): host is PageHost => host.kind === 'page'

/** Tells the software drivers from graphics cards by the names they give themselves. */
export function adapterKind(name: string): AdapterKind {
  if (/llvmpipe|lavapipe/i.test(name)) return 'lavapipe'
  if (/swiftshader/i.test(name)) return 'swiftshader'
  if (/software|softpipe|basic render/i.test(name)) return 'software'
  return 'gpu'
}

/** True where the processor draws: presets count its seconds, and anisotropic filtering is off (see materials). */
export const isSoftware = (adapter: Adapter): boolean => adapter.kind !== 'gpu'
