import { type Hash, hashDigits, hashNumber, hashText, startHash } from '../core/hash.ts'
import { fractalNoise, gradientNoise, valueNoise } from '../core/math/noise.ts'
import { acos, asin, atan2, cos, exp, hypot2, hypot3, log, pow, sin, tan } from '../core/math/ops.ts'
import { stepSpring } from '../core/math/spring.ts'
import { random } from '../core/random.ts'

const SEED = 20261120
const CALLS = 20_000

/** Every function of `ops` over its range, 20 000 times each. */
export function opsBattery(): string {
  const hash = startHash()
  for (let i = 0; i < CALLS; i++) {
    const x = 2 * random(SEED, 'x', i) - 1
    const y = 2 * random(SEED, 'y', i) - 1
    const z = 2 * random(SEED, 'z', i) - 1
    for (const angle of [x * 4, x * 1e3, x * 1e6]) for (const f of [sin, cos, tan]) hashNumber(hash, f(angle))
    for (const value of [asin(x), acos(x), atan2(y, x), atan2(y * 1e-9, x), hypot2(x, y), hypot3(x, y, z)]) {
      hashNumber(hash, value)
    }
    hashPowers(hash, x, y, z)
  }
  return hashDigits(hash)
}

function hashPowers(hash: Hash, x: number, y: number, z: number): void {
  for (const value of [exp(x), exp(y * 700), exp(-709 - 36 * Math.abs(z))]) hashNumber(hash, value)
  for (const value of [log(Math.abs(x)), log(1 + x * 1e-3), log(exp(y * 700)), log(5e-324)]) hashNumber(hash, value)
  for (const value of [pow(Math.abs(x), y), pow(2 + y, z * 30), pow(x, 7), pow(x, -3)]) hashNumber(hash, value)
}

/** Random numbers, noises and springs, over seeds, streams, places before and after zero. */
export function noiseBattery(): string {
  const hash = startHash()
  const spring = [0, 0]
  for (let i = 0; i < CALLS; i++) {
    const place = (random(SEED, 'place', i) - 0.5) * 2000
    hashNumber(hash, random(i, 'blink/ana', 2 ** 40 + i))
    hashNumber(hash, gradientNoise(SEED, 'sway', place))
    hashNumber(hash, valueNoise(i, 'sway', place))
    hashNumber(hash, fractalNoise(SEED, 'Atem ä 呼吸', place, 4))
    stepSpring(spring, 0, Math.floor(place) / 1000, 8, 1 / 60)
    hashNumber(hash, spring[0]! + spring[1]!)
  }
  return hashDigits(hash)
}

/** The hash itself, over numbers at the ends of their range and text beyond ASCII. */
export function hashBattery(): string {
  const hash = startHash()
  for (const value of [0, -0, 1, -1, 5e-324, 1.7976931348623157e308, Number.POSITIVE_INFINITY, Number.NaN, 0 / 0]) {
    hashNumber(hash, value)
  }
  for (const text of ['', 'proscenium', 'Grüße', '你好', '👩‍🚀']) hashText(hash, text)
  return hashDigits(hash)
}
