/**
 * As much of a canvas as Babylon's WebGPU engine asks for, in a process that has none.
 *
 * The context keeps one texture for its whole life instead of a new one each frame, so that a frame can be read back
 * after it was drawn.
 */
export class HeadlessCanvas {
  width: number
  height: number
  readonly style = {}
  private context: HeadlessContext | undefined

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
  }

  get clientWidth(): number {
    return this.width
  }

  get clientHeight(): number {
    return this.height
  }

  /** The texture that holds the last frame drawn. */
  get texture(): GPUTexture {
    return this.getContext('webgpu')!.getCurrentTexture()
  }

  getContext(kind: string): HeadlessContext | null {
    if (kind !== 'webgpu') return null
    this.context ??= new HeadlessContext(this)
    return this.context
  }

  getBoundingClientRect(): { left: number; top: number; right: number; bottom: number; width: number; height: number } {
    return { left: 0, top: 0, right: this.width, bottom: this.height, width: this.width, height: this.height }
  }

  addEventListener(): void {}
  removeEventListener(): void {}
  setAttribute(): void {}
  focus(): void {}
}

class HeadlessContext {
  private readonly canvas: HeadlessCanvas
  private configuration: GPUCanvasConfiguration | undefined
  private current: GPUTexture | undefined

  constructor(canvas: HeadlessCanvas) {
    this.canvas = canvas
  }

  configure(configuration: GPUCanvasConfiguration): void {
    this.unconfigure()
    this.configuration = configuration
  }

  unconfigure(): void {
    this.current?.destroy()
    this.current = undefined
  }

  getCurrentTexture(): GPUTexture {
    const { width, height } = this.canvas
    if (this.current?.width === width && this.current.height === height) return this.current
    this.current?.destroy()
    this.current = this.configuration!.device.createTexture({
      label: 'surface',
      size: [width, height],
      format: this.configuration!.format,
      usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_SRC | GPUTextureUsage.TEXTURE_BINDING,
    })
    return this.current
  }
}
