import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkOutput, checkOutputFolder } from './check-output.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'output-'))
})
afterAll(() => rm(folder, { recursive: true }))

const refusal = (code: string, text: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(text) })

it('accepts a new file, an old one and a relative path, and leaves no trace', async () => {
  const path = join(folder, 'film.mp4')
  expect(await checkOutput(path)).toBe(path)
  await writeFile(path, 'older')
  expect(await checkOutput(relative(process.cwd(), path), 1e6)).toBe(path)
  expect(await readdir(folder)).toEqual(['film.mp4'])
})

it('refuses a folder that does not exist', async () => {
  await expect(checkOutput(join(folder, 'no', 'film.mp4'))).rejects.toThrow(
    refusal('encode/no-folder', join(folder, 'no')),
  )
})

it('refuses a file where the folder should be', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  await expect(checkOutput(join(file, 'film.mp4'))).rejects.toThrow(refusal('encode/no-folder', file))
  await expect(checkOutput(join(file, 'deeper', 'film.mp4'))).rejects.toThrow(refusal('encode/no-folder', 'deeper'))
})

it('refuses the name of a folder and suggests a file in it', async () => {
  const inside = join(folder, 'films')
  await mkdir(inside)
  await expect(checkOutput(inside)).rejects.toThrow(refusal('encode/is-a-folder', join(inside, 'film.mp4')))
  await expect(checkOutput(`${join(folder, 'film')}/`)).rejects.toThrow(
    refusal('encode/is-a-folder', 'needs the name of a file'),
  )
})

// Nobody can make a file there, not even root, whom permissions do not bind.
it.runIf(process.platform === 'linux')('refuses a folder where no file can be made', async () => {
  await expect(checkOutput('/proc/film.mp4')).rejects.toThrow(
    refusal('encode/not-writable', '/proc cannot be written to'),
  )
})

it('refuses a device, which the film would replace', async () => {
  await expect(checkOutput('/dev/null')).rejects.toThrow(refusal('encode/not-writable', '/dev/null is a device'))
})

it('accepts a folder that is there or can be made, and refuses one that cannot', async () => {
  const pictures = join(folder, 'pictures')
  expect(await checkOutputFolder(pictures)).toBe(pictures)
  await mkdir(pictures)
  expect(await checkOutputFolder(`${pictures}/`)).toBe(pictures)
  expect(await readdir(pictures)).toEqual([])
  await expect(checkOutputFolder(join(folder, 'film.mp4'))).rejects.toThrow(refusal('encode/not-writable', 'is a file'))
  await expect(checkOutputFolder(join(folder, 'no', 'pictures'))).rejects.toThrow(refusal('encode/no-folder', 'no'))
})

it('refuses a film larger than the disk and gives both numbers', async () => {
  await expect(checkOutput(join(folder, 'film.mp4'), 1e18)).rejects.toThrow(
    refusal('encode/no-space', 'needs about 1,000,000,000,000 MB'),
  )
  expect(await readdir(folder)).not.toContain(expect.stringContaining('partial'))
})
