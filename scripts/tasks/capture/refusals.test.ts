import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { humWav } from './test-sounds.ts'
import { capture } from './test-streams.ts'

let root: string
/** Things to film. */
let given: string
/** Where films would go: empty before each test. */
let folder: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'refusals-'))
  given = join(root, 'given')
  await mkdir(given)
  const files: Record<string, string | Uint8Array> = {
    'hello.txt': 'Hello there.',
    'empty.txt': '',
    'blank.txt': ' \n\t',
    'binary.txt': Uint8Array.of(0xff, 0xfe, 0x80, 0x00),
    'zero.txt': 'a\0b',
    'hum.wav': humWav(2),
    'half.wav': humWav(2).subarray(0, 20_000),
    'text.wav': 'This is no sound.',
    'empty.wav': '',
  }
  for (const [name, data] of Object.entries(files)) await writeFile(join(given, name), data)
})
afterAll(() => rm(root, { recursive: true }))
beforeEach(async () => {
  folder = join(root, 'made')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
})

const file = (name: string) => join(given, name)

/** Runs a capture that must be refused: one sentence, a code other than 0, nothing written. */
async function refused(...args: readonly string[]): Promise<string> {
  const out = args.includes('--out') ? [] : ['--out', join(folder, 'film.mp4')]
  const ran = await capture(...args, ...out)
  expect(ran.code).toBe(1)
  expect(ran.out).toBe('')
  expect(ran.err).toMatch(/^capture: [^\n]+[.)]\n$/)
  expect(ran.err).not.toMatch(/\bat .*\.ts:\d+|A fault of the program/)
  expect(await readdir(folder)).toEqual([])
  return ran.err
}

describe('a text', () => {
  it.each([
    ['is nothing', ''],
    ['is only spaces', ' \n\t '],
    ['is only emoji', '🙂🎉'],
    ['is only punctuation', '… – !?'],
    ['is in another script', '你好，世界'],
    ['is only control characters', '\u0007\u001b'],
  ])('is refused when it %s', async (_, text) => {
    expect(await refused(text)).toMatch(/The text is empty|can be spoken/)
  })

  it('of 100,000 characters is refused with its estimate, with sentences and without', async () => {
    for (const text of ['Hello you. '.repeat(9091), 'a'.repeat(100_000)]) {
      expect(await refused(text)).toMatch(/has 100\d{3} characters, about 66\d\d s of speech; films may last 600 s/)
    }
  })

  it('is not refused for its white space', async () => {
    const text = `Hello${' '.repeat(100_000)}you.`
    expect(await refused(text, '--voice', 'nobody')).toContain('No voice')
  })

  it('that takes longer than --max-duration is refused by what was said of it so far', async () => {
    const text =
      'This sentence is long enough to take more than five seconds, whoever may be the one to say it, and it goes on.'
    expect(await refused(text, '--max-duration', '5', '-q')).toMatch(/about [6-9] s of speech; films may last 5 s/)
  })

  it('in two arguments is told to be put in quotes', async () => {
    expect(await refused('Hello', 'you')).toContain('put it in quotes')
  })
})

describe('a text file', () => {
  it.each([
    ['missing.txt', 'is not there'],
    ['binary.txt', 'does not hold text'],
    ['zero.txt', 'does not hold text'],
    ['empty.txt', 'The text is empty'],
    ['.', 'is no file'],
  ])('%s is refused: %s', async (name, why) => {
    expect(await refused('--text-file', file(name))).toContain(why)
  })
})

describe('a name that does not exist is refused with the nearest one:', () => {
  it.each([
    ['--voice', 'stl', '"slt"'],
    ['--shot', 'clouseup', '"close-up"'],
    ['--stage', 'studoi', '"studio"'],
    ['--avatar', 'mila', '"milla"'],
    ['--preset', 'fien', '"fine"'],
    ['--sho', 'x', '--show'],
  ])('%s %s', async (option, name, nearest) => {
    const message = await refused('Hello.', option, name)
    expect(message.toLowerCase()).toContain('did you mean')
    expect(message).toContain(nearest)
  })
})

describe('a value that cannot be is refused:', () => {
  it.each([
    ['--size', 'abc', 'is not a size'],
    ['--size', '641x360', 'Try 642x360'],
    ['--size', '4000x3000', '256x256 to 3840x2160'],
    ['--size', '0x0', '256x256 to 3840x2160'],
    ['--fps', '0', 'Choose one of 24, 25, 30, 50 and 60'],
    ['--fps', '29.97', 'Choose one of'],
    ['--rate', '3', 'from 0.5 to 2'],
    ['--pitch', 'high', 'from 0.5 to 2'],
    ['--seed', '-1', 'whole number'],
    ['--seed', '1.5', 'whole number'],
    ['--stillness', '', 'from 0 to 1'],
    ['--max-duration', '0', 'from 1 to 14400'],
    ['--workers', '0', 'from 1 to 16'],
  ])('%s %s', async (option, value, why) => {
    expect(await refused('Hello.', option, value)).toContain(why)
  })
})

describe('a recording', () => {
  const speak = (name: string, ...more: string[]) =>
    refused('--audio', file(name), '--transcript', file('hello.txt'), ...more)

  it.each([
    ['missing.wav', 'no sound file at'],
    ['.', 'no sound file at'],
    ['empty.wav', 'is empty, 0 bytes'],
    ['text.wav', 'of no kind that is known'],
    ['half.wav', 'is truncated'],
  ])('%s is refused: %s', async (name, why) => {
    expect(await speak(name)).toContain(why)
  })

  it('without words of its own is refused', async () => {
    expect(await refused('--audio', file('hum.wav'))).toContain('--audio needs --transcript')
    for (const name of ['empty.txt', 'blank.txt']) {
      expect(await refused('--audio', file('hum.wav'), '--transcript', file(name))).toContain('holds no words')
    }
    expect(await refused('--transcript', file('hello.txt'))).toContain('Give one with --audio')
  })

  it('longer than --max-duration is refused with its length', async () => {
    expect(await speak('hum.wav', '--max-duration', '1')).toContain('lasts 2.0 s; films may last 1 s')
  })
})

describe('a place to write to', () => {
  it.each([
    [['--out', 'no/film.mp4'], 'does not exist'],
    [['--out', '.'], 'is a folder'],
    [['--out', 'film.avi'], 'Films are written as .mp4 only: name it'],
    [['--out', 'film'], 'has no ending'],
    [['--take', 'no/take.json'], 'does not exist'],
    [['--take', 'take.txt'], 'Takes are written as .json only'],
    [['--frames', 'no/frames'], 'does not exist'],
    [['--frames', '../given/hello.txt'], 'is a file; a folder is needed'],
  ])('%s is refused: %s', async ([option, path], why) => {
    expect(await refused('Hello.', option!, join(folder, path!))).toContain(why)
  })

  // Nobody can make a file there, not even root, whom permissions do not bind.
  it.runIf(process.platform === 'linux')('that is read-only is refused', async () => {
    expect(await refused('Hello.', '--out', '/proc/film.mp4')).toContain('/proc cannot be written to')
    expect(await refused('Hello.', '--frames', '/proc/frames')).toContain('/proc cannot be written to')
  })

  it('must not be what the film is made of, nor be named twice', async () => {
    const path = join(root, 'own.mp4')
    await copyFile(file('hello.txt'), path)
    expect(await refused('--text-file', path, '--out', path)).toContain('is named twice')
    const take = join(folder, 'film.json')
    expect(await refused('Hello.', '--take', take, '--frames', take)).toContain('is named twice')
  })
})

describe('options that make no sense together are refused:', () => {
  it.each([
    [[]],
    [['Hello.', '--text-file', 'x']],
    [['Hello.', '--audio', 'x', '--transcript', 'x']],
    [['--show', 'x', '--from-take', 'x']],
    [['Hello.', '--transcript', 'x']],
    [['--audio', 'x', '--transcript', 'x', '--voice', 'slt']],
    [['--audio', 'x', '--transcript', 'x', '--rate', '1']],
    [['--show', 'x', '--voice', 'slt']],
    [['--show', 'x', '--stillness', '0']],
    [['--show', 'x', '--avatar', 'milla']],
    [['--from-take', 'x', '--seed', '1']],
    [['--from-take', 'x', '--stage', 'studio']],
    [['--from-take', 'x', '--take', 'y.json']],
  ])('%j', async (args) => {
    expect(await refused(...args)).toMatch(/Leave (all but one|one of them) out|Nothing to film/)
  })
})

it('shows help on request, without an error', async () => {
  const { code, out, err } = await capture('--help')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  for (const option of [
    '--voice',
    '--shot',
    '--fps',
    '--size',
    '--seed',
    '--stillness',
    '--preset',
    '--out',
    '--workers',
  ]) {
    expect(out).toContain(option)
  }
})
