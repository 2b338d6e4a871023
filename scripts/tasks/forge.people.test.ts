import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import milla from '../../content/avatars/milla/recipe.json' with { type: 'json' }
import { randomRecipe } from '../../content/forge/random-recipe.ts'
import { readRecipe } from './forge/read-recipe.ts'
import { runForge } from './forge/run-forge.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forge-'))
})

afterEach(() => rm(folder, { recursive: true }))

/** Runs the command and keeps what it writes. */
async function forge(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const seen = { out: '', err: '' }
  const stream = (name: keyof typeof seen) => ({
    write(text: string) {
      seen[name] += text
    },
  })
  return { code: await runForge(args, { out: stream('out'), err: stream('err') }), ...seen }
}

/** What the command says where it must fail, having written nothing. */
async function refusal(...args: string[]): Promise<string> {
  const before = await readdir(folder)
  const { code, out, err } = await forge(...args)
  expect({ code, out, files: await readdir(folder) }).toEqual({ code: 1, out: '', files: before })
  return err
}

test('says one sentence for each problem of a recipe, and writes nothing', async () => {
  const path = join(folder, 'recipe.json')
  const faulty = { seed: 1.5, hair: { ...milla.hair, colour: 'brown' }, eyes: { colour: '#GGGGGG' }, hat: true }
  await writeFile(path, JSON.stringify({ ...milla, ...faulty }))
  expect((await refusal(path)).trimEnd().split('\n')).toEqual([
    'seed: must be a whole number from 0 to 4294967295, not 1.5.',
    expect.stringMatching(/^eyes\.colour: must be a colour like .*"#GGGGGG"\.$/),
    expect.stringMatching(/^hair\.colour: must be a colour like .*"brown"\.$/),
    'hat: is not a field; did you mean accessories.hat?',
  ])
})

test('says what is wrong with a file that is not there, or not JSON', async () => {
  expect(await refusal(join(folder, 'none.json'))).toMatch(/^Cannot read .*none\.json: ENOENT/)
  await writeFile(join(folder, 'broken.json'), '{ "version": 1,')
  expect(await refusal(join(folder, 'broken.json'))).toMatch(/^broken\.json is not JSON: /)
})

test('refuses a command line that names nothing, too much, or what does not go together', async () => {
  const recipe = 'recipe.json'
  expect(await refusal()).toMatch(/^forge: No recipe is named\. Name one: .*\n$/)
  expect(await refusal('--levles', recipe)).toMatch(/Unknown option '--levles'.*Did you mean --levels/)
  expect(await refusal(recipe, 'other.json')).toMatch(/Too many arguments/)
  expect(await refusal('--random', '5', recipe)).toContain(`The recipe ${recipe} has no say in a sheet of people`)
  expect(await refusal('--preview', '--random', '5', recipe)).toContain('--preview has no say in')
  expect(await refusal('--levels', '--preview', recipe)).toContain('--levels has no say in a preview')
  expect(await refusal('--seed', '2', recipe)).toContain('--seed has no say in making a model')
  expect(await refusal('--random', '0')).toContain('--random is "0"; it takes a whole number from 1 to 200.')
  expect(await refusal('--random', '5', '--write', '6', recipe)).toContain('--write 6 needs --random with a number of')
  expect(await refusal('--write', '6', recipe)).toContain('--write 6 needs --random')
  expect(await refusal('--random', '5', '--out', join(folder, 'none', 'sheet.png'))).toContain('does not exist')
})

test('writes the recipe of one of the people whom a sheet shows, ready to be forged', async () => {
  const path = join(folder, 'recipe.json')
  expect(await forge('--random', '50', '--seed', '3', '--write', '7', path)).toMatchObject({ code: 0, err: '' })
  expect(await readRecipe(path)).toEqual(randomRecipe(3, 6))
})

test('prints the schema for editors, and help', async () => {
  const { out } = await forge('--schema')
  expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: { age: { minimum: 16, maximum: 85 } } })
  expect((await forge('--help')).out).toContain('npm run forge -- --random 50 --seed 1')
})

test('writes the model, and a VRM for other viewers, beside the recipe', async () => {
  const path = join(folder, 'recipe.json')
  await writeFile(path, JSON.stringify(milla))
  expect((await forge(path, '--quiet')).out).toMatch(/^Milla: model\.glb [\d,]+ triangles, [\d.]+ MB; in [\d.]+ s\n$/)
  expect((await readdir(folder)).sort()).toEqual(['LICENSE', 'model.glb', 'model.vrm', 'recipe.json', 'rig.json'])
  expect(await readFile(join(folder, 'model.vrm'), 'latin1')).toContain('"VRMC_vrm":{"specVersion":"1.0"')
}, 240_000)
