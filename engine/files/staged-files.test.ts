import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StagedFiles } from './staged-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staged-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('staged files', () => {
  it('are hidden until they are published, and replace what was there', async () => {
    await writeFile(join(folder, 'film.vtt'), 'old')
    using files = new StagedFiles()
    files.add(join(folder, 'film.vtt'), 'new')
    files.add(join(folder, 'take.json'), Uint8Array.of(123, 125))
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual(['film.vtt'])
    expect(await readFile(join(folder, 'film.vtt'), 'utf8')).toBe('old')
    files.publish()
    expect(await readdir(folder)).toEqual(['film.vtt', 'take.json'])
    expect(await readFile(join(folder, 'film.vtt'), 'utf8')).toBe('new')
    expect(await readFile(join(folder, 'take.json'), 'utf8')).toBe('{}')
  })

  it('vanish with their folders when they are not published, and leave older files alone', async () => {
    await writeFile(join(folder, 'film.vtt'), 'old')
    {
      using files = new StagedFiles()
      files.add(join(folder, 'film.vtt'), 'new')
      files.makeFolder(join(folder, 'frames'))
      files.add(join(folder, 'frames', 'frame-000000.png'), 'picture')
    }
    expect(await readdir(folder)).toEqual(['film.vtt'])
    expect(await readFile(join(folder, 'film.vtt'), 'utf8')).toBe('old')
  })

  it('stay once they are published, and so do their folders', async () => {
    {
      using files = new StagedFiles()
      files.makeFolder(join(folder, 'frames'))
      files.add(join(folder, 'frames', 'frame-000000.png'), 'picture')
      files.publish()
    }
    expect(await readdir(join(folder, 'frames'))).toEqual(['frame-000000.png'])
  })

  it('are all as before when one of them cannot take its name', async () => {
    await writeFile(join(folder, 'film.vtt'), 'old')
    {
      using files = new StagedFiles()
      files.add(join(folder, 'film.vtt'), 'new')
      files.add(join(folder, 'take.json'), '{}')
      files.add(join(folder, 'film.mp4'), 'film')
      await mkdir(join(folder, 'film.mp4'))
      expect(() => files.publish()).toThrow(/film.mp4 cannot be written \(EISDIR\)/)
      expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual(['film.mp4', 'film.vtt'])
    }
    expect(await readdir(folder)).toEqual(['film.mp4', 'film.vtt'])
    expect(await readFile(join(folder, 'film.vtt'), 'utf8')).toBe('old')
  })

  it('may have been written by others', async () => {
    await writeFile(join(folder, '.film.mp4.partial'), 'film')
    {
      using files = new StagedFiles()
      files.adopt(join(folder, 'film.mp4'), join(folder, '.film.mp4.partial'))
      files.publish()
    }
    expect(await readdir(folder)).toEqual(['film.mp4'])
  })

  it('keep a folder that was there before, and one that others use', async () => {
    await mkdir(join(folder, 'old'))
    {
      using files = new StagedFiles()
      files.makeFolder(join(folder, 'old'))
      files.makeFolder(join(folder, 'shared'))
      await writeFile(join(folder, 'shared', 'other'), '')
    }
    expect(await readdir(folder)).toEqual(['old', 'shared'])
  })

  it('are refused where no file or folder can be made', async () => {
    await writeFile(join(folder, 'file'), '')
    using files = new StagedFiles()
    expect(() => files.add(join(folder, 'no', 'x.vtt'), '')).toThrow(/cannot be written \(ENOENT\)/)
    expect(() => files.makeFolder(join(folder, 'file', 'x'))).toThrow(/cannot be written \(ENOTDIR\)/)
    expect(() => files.makeFolder(join(folder, 'file'))).toThrow(/cannot be written \(EEXIST\)/)
  })
})
