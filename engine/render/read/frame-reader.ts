import type { NodeHost } from '../hosts/host.ts'
import { type ComputePass, createComputePass, encodeComputePass } from './compute-pass.ts'
import { type I420Layout, i420Shader, i420Workgroups, layOutI420, packI420 } from './i420.ts'
import { readTexture } from './read-texture.ts'
import { resolveShader, resolveWorkgroups } from './resolve.ts'

export type ReaderSize = { readonly width: number; readonly height: number; readonly supersampling: number }

/**
 * Carries drawn pictures from the GPU into memory.
 *
 * A read may start before the one before it has arrived, so that the next frame is drawn while this one travels. The
 * picture is the one on the surface at the call: a later draw does not change it.
 */
export class FrameReader {
  private readonly host: NodeHost
  private readonly layout: I420Layout
  private readonly toI420: ComputePass
  private readonly planes: GPUBuffer
  private readonly resolver: { pass: ComputePass; shown: GPUTexture } | undefined
  /** Buffers not on their way. There are as many as a caller has reads in flight. */
  private readonly idle: GPUBuffer[] = []

  constructor(host: NodeHost, size: ReaderSize) {
    this.host = host
    this.layout = layOutI420(size.width, size.height)
    this.toI420 = createComputePass(host.device, 'i420', i420Shader(this.layout), i420Workgroups(this.layout))
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC
    this.planes = host.device.createBuffer({ label: 'planes', size: this.layout.byteLength, usage })
    if (size.supersampling !== 1) this.resolver = createResolver(host.device, size)
  }

  /** The picture on the surface as tight I420: BT.709, limited range, width × height × 3 / 2 bytes. */
  async readI420(signal?: AbortSignal): Promise<Uint8Array> {
    signal?.throwIfAborted()
    this.host.throwIfFailed()
    const { device } = this.host
    const encoder = device.createCommandEncoder()
    const shown = this.resolve(encoder)
    encodeComputePass(device, encoder, this.toI420, [shown.createView(), { buffer: this.planes }])
    const buffer = this.idle.pop() ?? this.createReadBuffer(this.layout.byteLength)
    encoder.copyBufferToBuffer(this.planes, 0, buffer, 0, this.layout.byteLength)
    device.queue.submit([encoder.finish()])
    await buffer.mapAsync(GPUMapMode.READ)
    const picture = packI420(new Uint8Array(buffer.getMappedRange()), this.layout)
    buffer.unmap()
    this.idle.push(buffer)
    signal?.throwIfAborted()
    return picture
  }

  /** The picture on the surface as RGBA, sRGB, rows from the top. For stills and tests; films take {@link readI420}. */
  readRgba(): Promise<Uint8Array> {
    this.host.throwIfFailed()
    const encoder = this.host.device.createCommandEncoder()
    return readTexture(this.host.device, this.resolve(encoder), encoder)
  }

  [Symbol.dispose](): void {
    this.planes.destroy()
    this.resolver?.shown.destroy()
    for (const buffer of this.idle) buffer.destroy()
  }

  /** Brings the surface to the size shown, where more pixels are drawn than shown. */
  private resolve(encoder: GPUCommandEncoder): GPUTexture {
    const surface = this.host.surface()
    if (this.resolver === undefined) return surface
    const { pass, shown } = this.resolver
    encodeComputePass(this.host.device, encoder, pass, [surface.createView(), shown.createView()])
    return shown
  }

  private createReadBuffer(size: number): GPUBuffer {
    return this.host.device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST })
  }
}

function createResolver(device: GPUDevice, { width, height, supersampling }: ReaderSize) {
  const workgroups = resolveWorkgroups(width, height)
  const pass = createComputePass(device, 'resolve', resolveShader(width, height, supersampling), workgroups)
  const usage = GPUTextureUsage.STORAGE_BINDING | GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_SRC
  return { pass, shown: device.createTexture({ label: 'shown', size: [width, height], format: 'rgba8unorm', usage }) }
}
