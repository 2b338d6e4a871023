import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadShow } from './load-show.ts'
import { capture } from './test-streams.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shows-'))
  await mkdir(join(root, 'made'))
})
afterAll(() => rm(root, { recursive: true }))

let count = 0
/** A show file with a body of its own, for modules are loaded once. */
async function write(text: string): Promise<string> {
  const path = join(root, `show-${count++}.ts`)
  await writeFile(path, text)
  return path
}

const show = (body: string): Promise<string> => write(`export default async (stage) => {\n${body}\n}\n`)

/** Captures a show that must fail: one sentence, nothing written. */
async function refused(path: string, ...more: readonly string[]): Promise<string> {
  const folder = join(root, 'made')
  const ran = await capture(
    '--show',
    path,
    '--out',
    join(folder, 'film.mp4'),
    '--take',
    join(folder, 'take.json'),
    '-q',
    ...more,
  )
  expect(ran.code).toBe(1)
  expect(ran.err).toMatch(/^capture: [^\n]+\.\n$/)
  expect(ran.err).not.toMatch(/\bat .*:\d+:\d+|A fault of the program/)
  expect(await readdir(folder)).toEqual([])
  return ran.err
}

describe('a show is refused when it', () => {
  it('is not there, or is no file', async () => {
    expect(await refused(join(root, 'missing.ts'))).toContain('is not there')
    expect(await refused(root)).toContain('is no file')
  })

  it('cannot be parsed, with the line', async () => {
    expect(await refused(await show('  const x = ;'))).toContain('cannot be loaded, line 2')
  })

  it('imports what is not there', async () => {
    expect(await refused(await write("import './nothing.ts'"))).toMatch(/cannot be loaded.*: Cannot find module/)
  })

  it('throws while it loads, with the line', async () => {
    expect(await refused(await write("\nthrow new Error('no\\nluck')"))).toContain('line 2: no.')
  })

  it('has no default export', async () => {
    expect(await refused(await write('export const stage = 1'))).toContain('has no default export')
  })

  it('asks for a stage that does not exist', async () => {
    const path = await write("export const stageName = 'studoi'\nexport default async () => {}")
    expect(await refused(path)).toContain('No stage "studoi". Did you mean "studio"?')
  })

  it('waits for ever while it loads', async () => {
    const path = await write('await new Promise(() => {})')
    await expect(loadShow(path, new AbortController().signal, 0.2)).rejects.toMatchObject({ code: 'show/bad-file' })
  })
})

describe('a show fails with one sentence when it', () => {
  it('throws, with the line', async () => {
    expect(await refused(await show("  throw new Error('lost the thread')"))).toMatch(
      /failed at line 2: lost the thread\./,
    )
  })

  it('throws something that is no error', async () => {
    expect(await refused(await show("  throw 'words'"))).toContain('failed: words.')
  })

  it('throws where nobody waits for it', async () => {
    const path = await show("  setTimeout(() => { throw new TypeError('too late') }, 1)\n  await stage.wait(500)")
    expect(await refused(path)).toMatch(/failed at line 2: too late/)
  })

  it('forgets to wait for a line that cannot be said', async () => {
    const path = await show("  const a = stage.spawnActor({ id: 'a' })\n  void a.say('…')\n  await stage.wait(500)")
    expect(await refused(path)).toContain('can be spoken')
  })

  it('names what does not exist', async () => {
    const spawn = "const a = stage.spawnActor({ id: 'a', voice: 'stl' })"
    expect(await refused(await show(`${spawn}; a.gesture('wawe')`))).toContain('Did you mean "wave"?')
    expect(await refused(await show(`${spawn}; await a.say('Hi.')`))).toContain('Did you mean "slt"?')
    expect(await refused(await show("stage.cutTo('wied')"))).toContain('Did you mean "wide"?')
  })

  it('says more than a film can hold, in one line or in many, long before all of it is spoken', async () => {
    const short = ['--max-duration', '20']
    const spawn = "const a = stage.spawnActor({ id: 'a' })"
    expect(await refused(await show(`${spawn}; await a.say('Hello you. '.repeat(9091))`), ...short)).toMatch(
      /has 100001 characters, about \d+ s of speech; films may last 20 s/,
    )
    const many = `${spawn}; for (let i = 0; i < 9091; i++) void a.say('Hello you.'); await stage.wait(1)`
    expect(await refused(await show(many), ...short)).toMatch(/lasts until second 2\d; films may last 20 s/)
  })

  it('never ends', async () => {
    expect(await refused(await show('await new Promise(() => {})'), '--max-duration', '20')).toContain(
      'films may last 20 s',
    )
    expect(await refused(await show('for (;;) await stage.wait(1)'), '--max-duration', '20')).toContain(
      'films may last 20 s',
    )
  })
})
