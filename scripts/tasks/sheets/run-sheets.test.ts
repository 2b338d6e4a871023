import { expect, it } from 'vitest'
import { runSheets } from './run-sheets.ts'
import { deal, type Tile } from './sheet.ts'

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runSheets(args, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
  })
  return { code, out, err }
}

it('refuses what it cannot draw, with the nearest name', async () => {
  expect(await run('gestrues', '--out', '/tmp')).toMatchObject({ code: 1, err: expect.stringContaining('"gestures"?') })
  const unknown = await run('gestures', '--only', 'wawe', '--out', '/tmp')
  expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('No gesture "wawe". Did you mean "wave"?') })
  const nobody = await run('gestures', '--avatar', 'mila', '--out', '/tmp')
  expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining('Did you mean "milla"?') })
})

it('keeps the sheets of the docs as they are when something else is asked for', async () => {
  expect(await run('gestures', '--only', 'wave')).toMatchObject({ code: 1, err: expect.stringContaining('--out') })
})

it('tells its subjects and shots when asked for help', async () => {
  const { code, out } = await run('--help')
  expect(code).toBe(0)
  expect(out).toContain('Subjects: alphabets, emotions, gestures')
})

it('deals tiles out evenly, in full rows', () => {
  const tiles = Array.from({ length: 33 }, (_, i) => ({ label: String(i) }) as Tile)
  expect(deal(tiles, 4, 4).map((some) => some.length)).toEqual([12, 12, 9])
  expect(deal(tiles, 4, 4).flat()).toEqual(tiles)
})
