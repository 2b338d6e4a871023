/**
 * A uniform random number that depends on nothing but its arguments.
 *
 * Stateless on purpose: a new consumer never shifts another, and any tick can be computed alone.
 *
 * @param seed    The take's seed, any 32-bit integer.
 * @param stream  Who asks; a name, so that consumers never collide ("blink/ana").
 * @param index   Which draw of that stream, an integer.
 * @returns       [0, 1), a multiple of 2^-32.
 */
export function random(seed: number, stream: string, index: number): number {
  let h = mix(seed ^ 0x9e3779b9)
  for (let i = 0; i < stream.length; i++) h = mix(h ^ stream.charCodeAt(i))
  h = mix(h ^ (index >>> 0))
  h = mix(h ^ Math.floor(index / 0x100000000))
  return (h >>> 0) / 0x100000000
}

/** An integer avalanche with low bias. Source: C. Wellons, "Prospecting for Hash Functions", lowbias32 (2018). */
function mix(value: number): number {
  let h = (value + 0x9e3779b9) | 0
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return h ^ (h >>> 16)
}
