const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Ways to read something that SSML's `say-as` names, each from what is written to what is said. */
const READINGS: Readonly<Record<string, (written: string, format: string) => string | undefined>> = {
  characters: spellOut,
  'spell-out': spellOut,
  verbatim: spellOut,
  digits: (written) => written.replace(/\D/g, '').split('').join(' '),
  cardinal: (written) => written,
  number: (written) => written,
  ordinal: (written) => ordinal(Number(written)),
  telephone: (written) => written.replace(/[^\d+]+/g, ', ').replace(/\d(?=\d)/g, '$& '),
  date: readDate,
  time: (written) => written,
  currency: (written) => written,
  fraction: readFraction,
  expletive: () => 'beep',
}

/** What `say-as` may ask for. */
export const READING_NAMES: readonly string[] = Object.keys(READINGS)

/** What is said for something written; undefined where the reading does not fit it. */
export const readAs = (interpretAs: string, written: string, format: string): string | undefined =>
  READINGS[interpretAs]?.(written.trim(), format)

function spellOut(written: string): string {
  return [...written.replace(/\s+/g, '')].map((letter) => letter.toUpperCase()).join('. ')
}

function ordinal(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0) return undefined
  const [tens, ones] = [Math.floor(value / 10) % 10, value % 10]
  const ending = tens === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th')
  return `${value}${ending}`
}

/** `format` tells the order of year, month and day by their letters; without one, years come first or last. */
function readDate(written: string, format: string): string | undefined {
  const numbers = written.split(/[^\d]+/).map(Number)
  if (numbers.some((value) => !Number.isInteger(value))) return undefined
  const order = format === '' ? (/^\d{4}/.test(written) ? 'ymd' : 'mdy') : format
  const part = (letter: string) => numbers[order.indexOf(letter)]
  const [month, day, year] = [MONTHS[(part('m') ?? 0) - 1], part('d'), part('y')]
  if (month === undefined) return undefined
  return [month, day === undefined ? '' : ordinal(day), year ?? ''].join(' ').replace(/\s+/g, ' ').trim()
}

function readFraction(written: string): string | undefined {
  const [, above, below] = /^(\d+)\s*\/\s*(\d+)$/.exec(written) ?? []
  if (above === undefined || below === undefined) return undefined
  if (below === '2') return above === '1' ? 'one half' : `${above} halves`
  return `${above} ${ordinal(Number(below))}${above === '1' ? '' : 's'}`
}
