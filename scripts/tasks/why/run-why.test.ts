import { expect, it } from 'vitest'
import { runWhy } from './run-why.ts'

const TAKE = 'content/takes/greeting.json'

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const code = await runWhy(args, {
    out: { write: (text) => (out += text) },
    err: { write: (text) => (err += text) },
  })
  return { code, out, err }
}

it('tells whose mouth it is while somebody speaks', async () => {
  const { code, out } = await run(TAKE, '--at', '1.2', '--channel', 'visemes')
  expect(code).toBe(0)
  expect(out).toMatch(/^\w+ at 1\.20 s \(tick 72\): /)
  expect(out).toMatch(/viseme_\w+ +0\.\d{3} +sampleMouth +sampleMouth \+0\.\d{3} \(\w+\/line-1\/0/)
})

it('tells other programs everything', async () => {
  const { out } = await run(TAKE, '--at', '1', '--json', '--all')
  const story = JSON.parse(out) as { tick: number; channels: unknown[] }
  expect(story.tick).toBe(60)
  expect(story.channels.length).toBeGreaterThan(110)
})

it('refuses moments, actors and files that are not there, with what to do', async () => {
  expect(await run(TAKE, '--at', '99')).toMatchObject({ code: 1, err: expect.stringContaining('Name a moment within') })
  expect(await run(TAKE)).toMatchObject({ code: 1, err: expect.stringContaining('--at') })
  expect(await run(TAKE, '--at', 'noon')).toMatchObject({ code: 1, err: expect.stringContaining('a number from 0') })
  expect(await run(TAKE, '--at', '1', '--actor', 'bn')).toMatchObject({ err: expect.stringContaining('"ben"') })
  expect(await run('film.mp4', '--at', '1')).toMatchObject({ err: expect.stringContaining('neither a take') })
  expect((await run('--help')).out).toContain('Examples:')
})
