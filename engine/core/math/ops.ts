/**
 * The functions of analysis from exact operations only: + − × ÷ √, comparison, floor, and the bits of a double.
 *
 * IEEE 754 fixes those to the last bit; `Math.sin` and its like are approximations that each JavaScript engine may
 * choose, and does: over 20 000 arguments each, sin and cos differ between Node 24 and Chromium 156, and ten of eleven
 * functions between those and Firefox 153 (measured 2026-11-20). Computed this way a pose is the same bits in all three.
 * Polynomials are Taylor's own, long enough that the first term left out is below half a unit in the last place. Errors
 * stated are measured maxima.
 *
 * Arguments are finite numbers; NaN and infinities are not promised anything but not to throw.
 */

/** Binary exponents a double can hold: the largest power of two, and the smallest that is not subnormal. */
const MAX_EXPONENT = 1023
const MIN_EXPONENT = -1022

/**
 * π/2 in three parts after Cody and Waite: the first two have 33 bits, so that their products with a whole number
 * below 2^20 are exact, and the third is the rest.
 */
const HALF_PI_HIGH = 1.5707963267341256
const HALF_PI_MIDDLE = 6.077100506303966e-11
const HALF_PI_LOW = 2.0222662487959506e-21
const HALF_PI = Math.PI / 2

/** ln 2 in two parts: 42 bits, exact times any exponent, and the rest. */
const LN2_HIGH = 0.6931471805598903
const LN2_LOW = 5.497923018708371e-14

/** atan(k / 8) for k = 0 … 8, correctly rounded. */
const ATAN_OF_EIGHTHS = [
  0, 0.12435499454676144, 0.24497866312686414, 0.35877067027057225, 0.4636476090008061, 0.5585993153435624,
  0.6435011087932844, 0.7188299996216245, 0.7853981633974483,
] as const

const bits = new DataView(new ArrayBuffer(8))

/**
 * Sine of an angle.
 *
 * @param angle  Radians, |angle| ≤ 1e6. Beyond, still the same bits everywhere but ever less a sine.
 * @returns      [−1, 1], within 3e-16.
 */
export function sin(angle: number): number {
  const turns = quarterTurns(angle)
  const rest = withinQuarter(angle, turns)
  switch (turns & 3) {
    case 0:
      return sinNearZero(rest)
    case 1:
      return cosNearZero(rest)
    case 2:
      return -sinNearZero(rest)
    default:
      return -cosNearZero(rest)
  }
}

/**
 * Cosine of an angle.
 *
 * @param angle  Radians, |angle| ≤ 1e6, as for {@link sin}.
 * @returns      [−1, 1], within 3e-16.
 */
export function cos(angle: number): number {
  const turns = quarterTurns(angle)
  const rest = withinQuarter(angle, turns)
  switch (turns & 3) {
    case 0:
      return cosNearZero(rest)
    case 1:
      return -sinNearZero(rest)
    case 2:
      return -cosNearZero(rest)
    default:
      return sinNearZero(rest)
  }
}

/**
 * Tangent of an angle.
 *
 * @param angle  Radians, |angle| ≤ 1e6.
 * @returns      Within 1e-15 of itself for |angle| ≤ 1; near the poles the error of the angle is what counts.
 */
export const tan = (angle: number): number => sin(angle) / cos(angle)

/**
 * Angle whose sine is given.
 *
 * @param sine  [−1, 1]; beyond counts as the nearer end, since dot products of unit vectors overshoot by rounding.
 * @returns     Radians, [−π/2, π/2], within 1e-15.
 */
export function asin(sine: number): number {
  const s = Math.max(-1, Math.min(1, sine))
  return atan2(s, Math.sqrt((1 - s) * (1 + s)))
}

/**
 * Angle whose cosine is given.
 *
 * @param cosine  [−1, 1]; beyond counts as the nearer end, as for {@link asin}.
 * @returns       Radians, [0, π], within 1e-15.
 */
export function acos(cosine: number): number {
  const c = Math.max(-1, Math.min(1, cosine))
  return atan2(Math.sqrt((1 - c) * (1 + c)), c)
}

/**
 * Angle of the direction (x, y), counter-clockwise from +X.
 *
 * Both zero gives 0. Unlike `Math.atan2`, a negative zero is a zero: the direction (−1, −0) lies at +π.
 *
 * @returns  Radians, (−π, π], within 1e-15.
 */
export function atan2(y: number, x: number): number {
  const ax = Math.abs(x)
  const ay = Math.abs(y)
  if (ax === 0 && ay === 0) return 0
  const acute = ay <= ax ? atanUpToOne(ay / ax) : HALF_PI - atanUpToOne(ax / ay)
  const upper = x < 0 ? Math.PI - acute : acute
  return y < 0 ? -upper : upper
}

/**
 * e to a power.
 *
 * @param power  Any; above 709.78 the result is Infinity, below −745.14 it is 0.
 * @returns      Within 4e-16 of itself (subnormal results, below 2e-308, keep fewer digits).
 */
export function exp(power: number): number {
  if (power > 709.79) return Number.POSITIVE_INFINITY
  if (power < -745.14) return 0
  const exponent = Math.floor(power * Math.LOG2E + 0.5)
  const rest = power - exponent * LN2_HIGH - exponent * LN2_LOW
  return scaleByPowerOfTwo(expNearZero(rest), exponent)
}

/**
 * Natural logarithm.
 *
 * @param value  > 0. Zero gives −Infinity, a negative number NaN.
 * @returns      Within 5e-16 of itself.
 */
export function log(value: number): number {
  if (value < 0) return Number.NaN
  if (value === 0) return Number.NEGATIVE_INFINITY
  if (value === Number.POSITIVE_INFINITY) return value
  let exponent = exponentOf(value)
  let mantissa = scaleByPowerOfTwo(value, -exponent)
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    exponent += 1
  }
  return exponent * LN2_HIGH + (logNearOne(mantissa) + exponent * LN2_LOW)
}

/**
 * A power.
 *
 * Whole exponents up to ±64 are multiplied out, so that squares and cubes are what one would write by hand.
 *
 * @param base      Any for a whole exponent; otherwise ≥ 0 (a negative one gives NaN).
 * @param exponent  Any. An exponent of 0 gives 1, for a base of 0 too.
 * @returns         Within 2e-13 of itself; within 1e-14 where the result lies between 1e-6 and 1e6.
 */
export function pow(base: number, exponent: number): number {
  const isWhole = Math.floor(exponent) === exponent
  if (isWhole && Math.abs(exponent) <= 64)
    return exponent < 0 ? 1 / multiplyOut(base, -exponent) : multiplyOut(base, exponent)
  if (base === 0) return exponent > 0 ? 0 : Number.POSITIVE_INFINITY
  if (base > 0) return exp(exponent * log(base))
  if (!isWhole) return Number.NaN
  const magnitude = exp(exponent * log(-base))
  return Math.floor(exponent / 2) * 2 === exponent ? magnitude : -magnitude
}

/** Length of (x, y), within 3e-16 of itself. Components up to 1e150. */
export const hypot2 = (x: number, y: number): number => Math.sqrt(x * x + y * y)

/** Length of (x, y, z), within 5e-16 of itself. Components up to 1e150. */
export const hypot3 = (x: number, y: number, z: number): number => Math.sqrt(x * x + y * y + z * z)

/** The whole number of quarter turns nearest to an angle. */
const quarterTurns = (angle: number): number => Math.floor(angle / HALF_PI + 0.5)

/** What is left of an angle after its quarter turns, |rest| ≤ π/4 and a hair. The order of subtraction is the method. */
function withinQuarter(angle: number, turns: number): number {
  return angle - turns * HALF_PI_HIGH - turns * HALF_PI_MIDDLE - turns * HALF_PI_LOW
}

/** Taylor to x^17, |x| ≤ π/4; the next term is below 8e-20. */
function sinNearZero(x: number): number {
  const s = x * x
  let sum = 1 / 355687428096000
  sum = sum * s - 1 / 1307674368000
  sum = sum * s + 1 / 6227020800
  sum = sum * s - 1 / 39916800
  sum = sum * s + 1 / 362880
  sum = sum * s - 1 / 5040
  sum = sum * s + 1 / 120
  sum = sum * s - 1 / 6
  return x + x * (sum * s)
}

/** Taylor to x^16, |x| ≤ π/4; the next term is below 3e-18. */
function cosNearZero(x: number): number {
  const s = x * x
  let sum = 1 / 20922789888000
  sum = sum * s - 1 / 87178291200
  sum = sum * s + 1 / 479001600
  sum = sum * s - 1 / 3628800
  sum = sum * s + 1 / 40320
  sum = sum * s - 1 / 720
  sum = sum * s + 1 / 24
  sum = sum * s - 1 / 2
  return 1 + sum * s
}

/** Taylor to x^14, |x| ≤ ln(2) / 2; the next term is below 1e-19. */
function expNearZero(x: number): number {
  let sum = 1 / 87178291200
  sum = sum * x + 1 / 6227020800
  sum = sum * x + 1 / 479001600
  sum = sum * x + 1 / 39916800
  sum = sum * x + 1 / 3628800
  sum = sum * x + 1 / 362880
  sum = sum * x + 1 / 40320
  sum = sum * x + 1 / 5040
  sum = sum * x + 1 / 720
  sum = sum * x + 1 / 120
  sum = sum * x + 1 / 24
  sum = sum * x + 1 / 6
  sum = sum * x + 1 / 2
  return 1 + (x + sum * (x * x))
}

/** ln x = 2 artanh((x − 1) / (x + 1)) as a series to the 21st power, x in [√½, √2]; the next term is below 1e-18. */
function logNearOne(x: number): number {
  const f = x - 1
  const t = f / (2 + f)
  const s = t * t
  let sum = 1 / 21
  sum = sum * s + 1 / 19
  sum = sum * s + 1 / 17
  sum = sum * s + 1 / 15
  sum = sum * s + 1 / 13
  sum = sum * s + 1 / 11
  sum = sum * s + 1 / 9
  sum = sum * s + 1 / 7
  sum = sum * s + 1 / 5
  sum = sum * s + 1 / 3
  return 2 * (t + t * (sum * s))
}

/** atan on [0, 1]: the nearest eighth from the table, then Taylor to x^13 on a rest of at most 1/16. */
function atanUpToOne(x: number): number {
  const eighth = Math.floor(x * 8 + 0.5)
  const near = eighth / 8
  const t = (x - near) / (1 + x * near)
  const s = t * t
  let sum = 1 / 13
  sum = sum * s - 1 / 11
  sum = sum * s + 1 / 9
  sum = sum * s - 1 / 7
  sum = sum * s + 1 / 5
  sum = sum * s - 1 / 3
  return ATAN_OF_EIGHTHS[eighth]! + (t + t * (sum * s))
}

/** base^exponent by squaring, for a whole exponent ≥ 0. */
function multiplyOut(base: number, exponent: number): number {
  let result = 1
  let square = base
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left & 1) result *= square
    square *= square
  }
  return result
}

/** The whole e with 2^e ≤ value < 2^(e + 1), for a finite value > 0. */
function exponentOf(value: number): number {
  bits.setFloat64(0, value)
  const exponent = bits.getUint16(0) >> 4
  if (exponent > 0) return exponent - 1023
  return exponentOf(value * 0x10000000000000) - 52
}

/** value × 2^exponent. Exact unless the result is subnormal. */
function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (exponent > MAX_EXPONENT) return value * powerOfTwo(MAX_EXPONENT) * powerOfTwo(exponent - MAX_EXPONENT)
  if (exponent < MIN_EXPONENT) return value * powerOfTwo(MIN_EXPONENT) * powerOfTwo(exponent - MIN_EXPONENT)
  return value * powerOfTwo(exponent)
}

/** 2^exponent for −1022 ≤ exponent ≤ 1023, put together from its bits. */
function powerOfTwo(exponent: number): number {
  bits.setInt32(0, (exponent + 1023) << 20)
  bits.setInt32(4, 0)
  return bits.getFloat64(0)
}
