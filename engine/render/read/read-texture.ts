/** Rows of a texture are copied to a buffer at multiples of this. Source: WebGPU, bytesPerRow of GPUTexelCopyBufferLayout. */
const ROW_ALIGNMENT = 256

/**
 * Copies an 8-bit RGBA texture into memory, rows from the top.
 *
 * @param encoder  Takes the copy, after what it holds already, and is submitted.
 */
export async function readTexture(
  device: GPUDevice,
  texture: GPUTexture,
  encoder: GPUCommandEncoder = device.createCommandEncoder(),
): Promise<Uint8Array> {
  const { width, height } = texture
  const bytesPerRow = Math.ceil((width * 4) / ROW_ALIGNMENT) * ROW_ALIGNMENT
  const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST
  const buffer = device.createBuffer({ size: bytesPerRow * height, usage })
  encoder.copyTextureToBuffer({ texture }, { buffer, bytesPerRow }, [width, height])
  device.queue.submit([encoder.finish()])
  await buffer.mapAsync(GPUMapMode.READ)
  const padded = new Uint8Array(buffer.getMappedRange())
  const picture = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    picture.set(padded.subarray(y * bytesPerRow, y * bytesPerRow + width * 4), y * width * 4)
  }
  buffer.destroy()
  return picture
}
