import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONTENT_FOLDER } from '../../../engine/api/node.ts'
import { runExport } from '../export/run-export.ts'
import { runImportClip } from './run-import-clip.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proscenium-clips-'))
  mkdirSync(join(folder, 'clips'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(task: typeof runExport, ...args: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const stream = { write: (text: string) => (said += text) }
  return { code: await task(args, stream, stream), said }
}

const importFile = (file: string, ...args: string[]) => run(runImportClip, file, '--content', folder, ...args)
const TAKE = join(CONTENT_FOLDER, 'takes/greeting.json')

describe('export, then import', () => {
  it('brings what an actor did in a take back as a clip', async () => {
    const out = join(folder, 'greeting.vrma')
    const exported = await run(runExport, '--take', TAKE, '--actor', 'ana', '--out', out)
    expect(exported.said).toMatch(/greeting\.vrma: \d\.\d\d s, \d+ frames at 30 fps, .* of milla\.\n$/)
    const { code, said } = await importFile(out, '--name', 'greeting', '--mask', 'upper')
    expect([code, said]).toEqual([0, expect.stringMatching(/bones of \d+ joints \(VRMA\)/)])
    const clip = JSON.parse(readFileSync(join(folder, 'clips/greeting.json'), 'utf8'))
    expect(clip).toMatchObject({ version: 1, mask: 'upper', loop: false, source: 'greeting.vrma' })
    expect(Object.keys(clip.face)).toContain('viseme_PP')
  })
})

describe('import-clip', () => {
  it('explains itself', async () => {
    const { code, said } = await run(runImportClip, '--help')
    expect([code, said]).toEqual([0, expect.stringContaining('npm run import-clip -- walk.bvh --name walk')])
  })

  it.each([
    ['no file', [], 'No file is named'],
    ['no name', ['x.bvh'], 'needs a --name'],
    ['a name with a path', ['x.bvh', '--name', '../x'], 'lower-case letters'],
    ['a file that is not there', ['none.bvh', '--name', 'x'], 'is not there'],
    ['a mask nobody knows', ['x.bvh', '--name', 'x', '--mask', 'feet'], 'mask'],
    ['a time that is none', ['x.bvh', '--name', 'x', '--from', 'soon'], '--from is "soon"'],
  ])('refuses %s in one line, and writes nothing', async (_, args, words) => {
    const before = readdirSync(join(folder, 'clips'))
    const { code, said } = await run(runImportClip, ...args, '--content', folder, '--quiet')
    expect(code).toBe(1)
    expect(said).toContain(words)
    expect(said.trimEnd()).not.toContain('\n')
    expect(readdirSync(join(folder, 'clips'))).toEqual(before)
  })

  it('leaves the clip of that name as it was when a file is refused', async () => {
    const kept = join(folder, 'clips/kept.json')
    writeFileSync(kept, 'as it was')
    writeFileSync(join(folder, 'torn.bvh'), 'HIERARCHY ROOT a {')
    expect((await importFile(join(folder, 'torn.bvh'), '--name', 'kept')).code).toBe(1)
    expect(readFileSync(kept, 'utf8')).toBe('as it was')
  })
})

describe('export', () => {
  it.each([
    ['no take', ['--actor', 'ana'], 'No take is named'],
    ['nobody', ['--take', TAKE], 'Nobody is named'],
    ['an actor who is not in it', ['--take', TAKE, '--actor', 'anna'], 'Did you mean "ana"?'],
    ['a kind of file nobody knows', ['--take', TAKE, '--actor', 'ana', '--format', 'fbx'], 'vrma, glb'],
    ['a folder that is not there', ['--take', TAKE, '--actor', 'ana', '--out', '/nowhere/x.vrma'], 'does not exist'],
  ])('refuses %s in one line', async (_, args, words) => {
    const { code, said } = await run(runExport, ...args, '--quiet')
    expect(code).toBe(1)
    expect(said).toContain(words)
    expect(said.trimEnd()).not.toContain('\n')
    expect(existsSync('/nowhere')).toBe(false)
  })
})
