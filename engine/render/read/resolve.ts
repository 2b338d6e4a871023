const WORKGROUP = 8

/** Workgroups along each axis for {@link resolveShader}. */
export const resolveWorkgroups = (width: number, height: number): [number, number] => [
  Math.ceil(width / WORKGROUP),
  Math.ceil(height / WORKGROUP),
]

/**
 * A compute shader from a supersampled picture to one of the size shown.
 *
 * Each pixel is the mean of the drawn ones around it, weighted by a cubic bell one pixel wide on each side: a box would
 * leave steps where 1.5 drawn pixels make one, a wider kernel would soften lashes.
 */
export function resolveShader(width: number, height: number, supersampling: number): string {
  const taps = Math.ceil(supersampling * 2)
  return `
@group(0) @binding(0) var drawn: texture_2d<f32>;
@group(0) @binding(1) var shown: texture_storage_2d<rgba8unorm, write>;

const SCALE = ${supersampling.toFixed(6)};

fn bell(distance: f32) -> f32 {
  let t = max(1.0 - abs(distance), 0.0);
  return t * t * (3.0 - 2.0 * t);
}

@compute @workgroup_size(${WORKGROUP}, ${WORKGROUP})
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${width}u || id.y >= ${height}u) { return; }
  let centre = (vec2f(id.xy) + 0.5) * SCALE - 0.5;
  let first = vec2i(ceil(centre - SCALE));
  let last = vec2i(textureDimensions(drawn)) - 1;
  var across: array<f32, ${taps}>;
  for (var i = 0; i < ${taps}; i++) { across[i] = bell((f32(first.x + i) - centre.x) / SCALE); }
  var sum = vec4f(0.0);
  for (var j = 0; j < ${taps}; j++) {
    let y = clamp(first.y + j, 0, last.y);
    var row = vec4f(0.0);
    for (var i = 0; i < ${taps}; i++) {
      row += vec4f(textureLoad(drawn, vec2i(clamp(first.x + i, 0, last.x), y), 0).rgb, 1.0) * across[i];
    }
    sum += row * bell((f32(first.y + j) - centre.y) / SCALE);
  }
  textureStore(shown, id.xy, vec4f(sum.rgb / sum.a, 1.0));
}
`
}
