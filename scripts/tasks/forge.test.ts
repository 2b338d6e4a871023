import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import milla from '../../content/avatars/milla/recipe.json' with { type: 'json' }

const COMMAND = join(import.meta.dirname, 'forge.ts')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forge-'))
})

afterEach(() => rm(folder, { recursive: true }))

/** Runs the command, which must fail, and returns what it says, line by line. */
async function refusal(...args: string[]): Promise<string[]> {
  const failed = await promisify(execFile)(process.execPath, [COMMAND, ...args]).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  )
  expect(failed?.code).toBe(1)
  return failed!.stderr.trim().split('\n')
}

test('says one sentence for each problem of a recipe, and writes nothing', async () => {
  const path = join(folder, 'recipe.json')
  const faulty = { seed: 1.5, hair: { ...milla.hair, colour: 'brown' }, eyes: { colour: '#GGGGGG' }, hat: true }
  await writeFile(path, JSON.stringify({ ...milla, ...faulty }))
  const lines = await refusal(path)
  expect(lines).toEqual([
    'seed: must be a whole number from 0 to 4294967295, not 1.5.',
    expect.stringMatching(/^eyes\.colour: must be a colour like .*"#GGGGGG"\.$/),
    expect.stringMatching(/^hair\.colour: must be a colour like .*"brown"\.$/),
    'hat: is not a field; did you mean accessories.hat?',
  ])
  expect(await readdir(folder)).toEqual(['recipe.json'])
})

test('says what is wrong with a file that is not there, or not JSON', async () => {
  expect(await refusal(join(folder, 'none.json'))).toEqual([expect.stringMatching(/^Cannot read .*none\.json: ENOENT/)])
  await writeFile(join(folder, 'broken.json'), '{ "version": 1,')
  expect(await refusal(join(folder, 'broken.json'))).toEqual([expect.stringMatching(/^broken\.json is not JSON: /)])
})

test('says how it is used when no recipe is named, or one thing too many', async () => {
  const usage = ['Usage: npm run forge -- content/avatars/<name>/recipe.json [--vrm]']
  expect(await refusal()).toEqual(usage)
  expect(await refusal('--vmr', 'recipe.json')).toEqual(usage)
  expect(await refusal('recipe.json', '--vmr')).toEqual(usage)
})

test('writes a VRM beside the model when asked to', async () => {
  const path = join(folder, 'recipe.json')
  await writeFile(path, JSON.stringify(milla))
  await promisify(execFile)(process.execPath, [COMMAND, path, '--vrm'])
  expect((await readdir(folder)).sort()).toEqual(['LICENSE', 'model.glb', 'model.vrm', 'recipe.json', 'rig.json'])
  expect(await readFile(join(folder, 'model.vrm'), 'latin1')).toContain('"VRMC_vrm":{"specVersion":"1.0"')
}, 60_000)
