import sharp from 'sharp'

/** A decoded picture in the place of a browser's ImageBitmap: sRGB, 8 bits, RGBA, rows from the top. */
export type HostBitmap = { readonly width: number; readonly height: number; readonly data: Uint8Array; close(): void }

/** Decodes PNG, JPEG and WebP as `createImageBitmap` does in a browser. */
export async function decodeImage(source: Blob | ArrayBufferView | ArrayBuffer): Promise<HostBitmap> {
  const bytes = source instanceof Blob ? new Uint8Array(await source.arrayBuffer()) : toBytes(source)
  const image = sharp(bytes, { limitInputPixels: false }).toColourspace('srgb').ensureAlpha()
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data, close() {} }
}

/**
 * Teaches a queue `copyExternalImageToTexture` for bitmaps of ours: Dawn's Node binding has no image sources.
 *
 * The format is converted on the way, since Babylon uploads one 8-bit picture (its BRDF table) to a half-float texture.
 */
export function uploadBitmapsFrom(queue: GPUQueue): void {
  queue.copyExternalImageToTexture = ({ source, flipY }, destination) => {
    const bitmap = source as unknown as HostBitmap
    const { width, height } = bitmap
    const rows = flipY === true ? flipRows(bitmap.data, width * 4) : bitmap.data
    const pixels = destination.premultipliedAlpha === true ? premultiply(rows) : rows
    const { data, bytesPerPixel } = convertPixels(pixels, destination.texture.format)
    queue.writeTexture(
      destination,
      data,
      { bytesPerRow: width * bytesPerPixel, rowsPerImage: height },
      { width, height, depthOrArrayLayers: 1 },
    )
  }
}

function toBytes(source: ArrayBufferView | ArrayBuffer): Uint8Array {
  if (source instanceof ArrayBuffer) return new Uint8Array(source)
  return new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength)
}

function flipRows(data: Uint8Array, rowBytes: number): Uint8Array {
  const out = new Uint8Array(data.length)
  for (let from = 0, to = data.length - rowBytes; from < data.length; from += rowBytes, to -= rowBytes) {
    out.set(data.subarray(from, from + rowBytes), to)
  }
  return out
}

function premultiply(data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data)
  for (let i = 0; i < out.length; i += 4) {
    const alpha = out[i + 3]! / 255
    for (let c = 0; c < 3; c++) out[i + c] = Math.round(out[i + c]! * alpha)
  }
  return out
}

type Pixels = { data: Uint8Array<ArrayBuffer>; bytesPerPixel: number }

function convertPixels(rgba: Uint8Array, format: GPUTextureFormat): Pixels {
  switch (format) {
    case 'rgba8unorm':
    case 'rgba8unorm-srgb':
      return { data: new Uint8Array(rgba), bytesPerPixel: 4 }
    case 'rgba16float':
      return { data: new Uint8Array(Float16Array.from(rgba, (v) => v / 255).buffer), bytesPerPixel: 8 }
    case 'rgba32float':
      return { data: new Uint8Array(Float32Array.from(rgba, (v) => v / 255).buffer), bytesPerPixel: 16 }
    case 'r8unorm':
      return { data: rgba.filter((_, i) => i % 4 === 0) as Uint8Array<ArrayBuffer>, bytesPerPixel: 1 }
    case 'rg8unorm':
      return { data: rgba.filter((_, i) => i % 4 < 2) as Uint8Array<ArrayBuffer>, bytesPerPixel: 2 }
    default:
      throw new TypeError(`No conversion from a bitmap to a texture of format ${format}.`)
  }
}
