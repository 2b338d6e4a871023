/** Pixels that one thread turns into whole 32-bit words: eight by two give two words of luma a row, and one of each chroma. */
const BLOCK = { width: 8, height: 2 } as const
const WORKGROUP = 8

/** Where the planes of a padded I420 picture lie in a buffer, bytes. Rows are padded to whole blocks. */
export type I420Layout = {
  readonly width: number
  readonly height: number
  readonly lumaStride: number
  readonly chromaStride: number
  readonly uOffset: number
  readonly vOffset: number
  readonly byteLength: number
}

/** @param width, height  Pixels, even. */
export function layOutI420(width: number, height: number): I420Layout {
  const lumaStride = Math.ceil(width / BLOCK.width) * BLOCK.width
  const chromaStride = lumaStride / 2
  const uOffset = lumaStride * height
  const vOffset = uOffset + (chromaStride * height) / 2
  return { width, height, lumaStride, chromaStride, uOffset, vOffset, byteLength: (lumaStride * height * 3) / 2 }
}

/** Copies padded planes into a tight I420 picture: width × height × 3 / 2 bytes, Y, U, V. */
export function packI420(padded: Uint8Array, layout: I420Layout): Uint8Array {
  const { width, height, lumaStride, chromaStride, uOffset, vOffset } = layout
  if (lumaStride === width) return padded.slice()
  const packed = new Uint8Array((width * height * 3) / 2)
  let to = 0
  const copyRows = (from: number, stride: number, bytes: number, rows: number) => {
    for (let row = 0; row < rows; row++, to += bytes) {
      packed.set(padded.subarray(from + row * stride, from + row * stride + bytes), to)
    }
  }
  copyRows(0, lumaStride, width, height)
  copyRows(uOffset, chromaStride, width / 2, height / 2)
  copyRows(vOffset, chromaStride, width / 2, height / 2)
  return packed
}

/** Workgroups along each axis for {@link i420Shader}. */
export function i420Workgroups({ width, height }: I420Layout): [number, number] {
  return [Math.ceil(width / BLOCK.width / WORKGROUP), Math.ceil(height / BLOCK.height / WORKGROUP)]
}

/**
 * A compute shader from an sRGB texture to I420: BT.709 matrix, limited range, chroma from the mean of 2 × 2 pixels.
 *
 * Done here rather than by the encoder, whose own conversion assumes BT.601 for RGB input.
 *
 * @source ITU-R BT.709-6, sections 3.2–3.5 and 8-bit quantization.
 */
export function i420Shader(layout: I420Layout): string {
  const { width, height, lumaStride, chromaStride, uOffset, vOffset } = layout
  return `
@group(0) @binding(0) var picture: texture_2d<f32>;
@group(0) @binding(1) var<storage, read_write> planes: array<u32>;

const LUMA = vec3f(0.2126, 0.7152, 0.0722);

fn pixel(x: u32, y: u32) -> vec3f {
  return textureLoad(picture, vec2u(min(x, ${width - 1}u), y), 0).rgb;
}

fn quantize(value: f32, zero: f32, span: f32) -> u32 {
  return u32(clamp(zero + span * value + 0.5, 0.0, 255.0));
}

@compute @workgroup_size(${WORKGROUP}, ${WORKGROUP})
fn main(@builtin(global_invocation_id) block: vec3u) {
  let x = block.x * ${BLOCK.width}u;
  let y = block.y * ${BLOCK.height}u;
  if (x >= ${width}u || y >= ${height}u) { return; }
  var upper = vec2u(0u);
  var lower = vec2u(0u);
  var u = 0u;
  var v = 0u;
  for (var pair = 0u; pair < 4u; pair++) {
    let a = pixel(x + 2u * pair, y);
    let b = pixel(x + 2u * pair + 1u, y);
    let c = pixel(x + 2u * pair, y + 1u);
    let d = pixel(x + 2u * pair + 1u, y + 1u);
    let word = pair / 2u;
    let shift = (pair % 2u) * 16u;
    upper[word] |= (quantize(dot(a, LUMA), 16.0, 219.0) | (quantize(dot(b, LUMA), 16.0, 219.0) << 8u)) << shift;
    lower[word] |= (quantize(dot(c, LUMA), 16.0, 219.0) | (quantize(dot(d, LUMA), 16.0, 219.0) << 8u)) << shift;
    let mean = (a + b + c + d) * 0.25;
    let luma = dot(mean, LUMA);
    u |= quantize((mean.b - luma) / 1.8556, 128.0, 224.0) << (pair * 8u);
    v |= quantize((mean.r - luma) / 1.5748, 128.0, 224.0) << (pair * 8u);
  }
  let row = (y * ${lumaStride}u + x) / 4u;
  planes[row] = upper.x;
  planes[row + 1u] = upper.y;
  planes[row + ${lumaStride / 4}u] = lower.x;
  planes[row + ${lumaStride / 4 + 1}u] = lower.y;
  let chroma = block.y * ${chromaStride / 4}u + block.x;
  planes[${uOffset / 4}u + chroma] = u;
  planes[${vOffset / 4}u + chroma] = v;
}
`
}
