import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createFliteVoice,
  createSpeaker,
  loadFliteInNode,
  openContent,
  recordShow,
  writeTake,
} from '../../../engine/api/node.ts'
import { capture } from './test-streams.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'takes-'))
  await mkdir(join(root, 'made'))
  const { take, blobs } = await recordShow(
    async (stage) => {
      const milla = stage.spawnActor({ id: 'milla' })
      milla.express('friendly')
      await milla.say('Hi.')
    },
    {
      content: openContent(),
      stage: 'studio',
      seed: 1,
      speakerFor: (blobs) => createSpeaker([createFliteVoice(loadFliteInNode)], blobs),
      signal: new AbortController().signal,
      maxSeconds: 10,
    },
  )
  writeTake(join(root, 'good.json'), take, blobs)
})
afterAll(() => rm(root, { recursive: true }))

/** A copy of the good take with something changed in its text, or its speech. */
async function spoil(
  change: (text: string) => string,
  speech?: (folder: string, file: string) => Promise<void>,
): Promise<string> {
  const path = join(root, 'bad.json')
  const blobs = join(root, 'bad.blobs')
  const text = await readFile(join(root, 'good.json'), 'utf8')
  await rm(blobs, { recursive: true, force: true })
  await cp(join(root, 'good.blobs'), blobs, { recursive: true })
  await writeFile(path, change(text))
  if (speech !== undefined) for (const name of await readdir(blobs)) await speech(blobs, name)
  else expect(await readFile(path, 'utf8')).not.toBe(text)
  return path
}

/** Films a take that must be refused: one sentence, nothing written. */
async function refused(path: string, ...more: readonly string[]): Promise<string> {
  const folder = join(root, 'made')
  const args = [
    '--from-take',
    path,
    '--out',
    join(folder, 'film.mp4'),
    '--frames',
    join(folder, 'frames'),
    '-q',
    ...more,
  ]
  const ran = await capture(...args)
  expect(ran.code).toBe(1)
  expect(ran.err).toMatch(/^capture: [^\n]+\.\n$/)
  expect(ran.err).not.toMatch(/\bat .*\.ts:\d+|A fault of the program/)
  expect(await readdir(folder)).toEqual([])
  return ran.err
}

describe('a take is refused when', () => {
  it('it is not there, is a folder, or is no take', async () => {
    expect(await refused(join(root, 'missing.json'))).toContain('is not there')
    expect(await refused(root)).toContain('cannot be read')
    expect(await refused(await spoil(() => 'Hello.'))).toContain('is not a take')
    expect(await refused(await spoil(() => '{}'))).toContain('is not a take')
    expect(await refused(await spoil((text) => text.slice(0, 1000)))).toContain('is not a take')
  })

  it('another version recorded it', async () => {
    const path = await spoil((text) => text.replace(/"engine":"[^"]*"/, '"engine":"9.9.9"'))
    expect(await refused(path)).toContain('was recorded by engine 9.9.9')
  })

  it('content has changed since, or is gone', async () => {
    const changed = await spoil((text) => text.replace(/("gestures\/wave.json":")\w{8}/, '$100000000'))
    expect(await refused(changed)).toMatch(/content\/gestures\/wave.json at 00000000, which is now/)
    const gone = await spoil((text) => text.replace('"gestures/wave.json"', '"gestures/gone.json"'))
    expect(await refused(gone)).toContain('which is not there')
    expect(await refused(await spoil((text) => text.replace('"stage":"studio"', '"stage":"studoi"')))).toContain(
      'Did you mean "studio"?',
    )
    expect(await refused(await spoil((text) => text.replace('"avatar":"milla"', '"avatar":"nobody"')))).toContain(
      'avatars/nobody',
    )
  })

  it('its speech is missing, damaged, or not named', async () => {
    expect(
      await refused(
        await spoil(
          (text) => text,
          (folder, file) => rm(join(folder, file)),
        ),
      ),
    ).toContain('is missing')
    const damaged = await spoil(
      (text) => text,
      (folder, file) => writeFile(join(folder, file), 'noise'),
    )
    expect(await refused(damaged)).toContain('sha256 differs')
    expect(await refused(await spoil((text) => text.replace(/"blobs":\[[^\]]*\]/, '"blobs":[]')))).toContain(
      'not beside it',
    )
  })

  it('it does not come to the state it was recorded with', async () => {
    const path = await spoil((text) => text.replace(/("stateHash":")..../, '$1....'))
    expect(await refused(path)).toContain('it was recorded with')
  })

  it('it holds commands that its stage cannot play', async () => {
    expect(await refused(await spoil((text) => text.replace('"name":"express"', '"name":"exprezz"')))).toContain(
      '"exprezz"',
    )
    expect(await refused(await spoil((text) => text.replace('"at":"centre"', '"at":"nowhere"')))).toContain(
      'cannot play',
    )
    expect(await refused(await spoil((text) => text.replace('"name":"friendly"', '"name":"grim"')))).toContain(
      'cannot play',
    )
  })

  it('another shot is asked for than the stage has, or less time than it takes', async () => {
    const good = join(root, 'good.json')
    expect(await refused(good, '--shot', 'wied')).toContain('Did you mean "wide"?')
    expect(await refused(good, '--max-duration', '1')).toContain('films may last 1 s')
  })
})
