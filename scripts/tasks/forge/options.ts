import { Command, Option } from 'commander'
import { EngineError } from '../../../engine/api/node.ts'
import { parseCommand } from '../parse-command.ts'
import { whole } from '../parse-number.ts'

/** What the forge is to do: the command line asks for one of these. */
export type Errand = 'model' | 'preview' | 'random' | 'write' | 'schema'

/** What the forge was asked for, parsed but not yet read. */
export type ForgeOptions = {
  readonly errand: Errand
  readonly recipe?: string
  readonly levels: boolean
  readonly random?: number
  readonly write?: number
  readonly seed: number
  readonly out?: string
  readonly quiet: boolean
}

/** More faces on one sheet are too small to tell apart. */
const MAX_PEOPLE = 200

/** What there is to say about each errand, and which options have a say in it; others are refused, never ignored. */
const ERRANDS: Readonly<Record<Errand, { readonly what: string; readonly takes: readonly string[] }>> = {
  schema: { what: 'the schema', takes: [] },
  write: { what: 'writing a recipe', takes: ['recipe', 'random', 'seed'] },
  random: { what: 'a sheet of people made by chance', takes: ['seed', 'out'] },
  preview: { what: 'a preview', takes: ['recipe', 'out'] },
  model: { what: 'making a model', takes: ['recipe', 'levels'] },
}

const EXAMPLES = `
Examples:
  npm run forge -- content/avatars/milla/recipe.json                model.glb, model.vrm, rig.json, LICENSE beside it
  npm run forge -- content/avatars/milla/recipe.json --preview      preview.png: faces, all sides, figure, hands
  npm run forge -- --random 50 --seed 1                             random-1.png: fifty people, numbered
  npm run forge -- --random 50 --seed 1 --write 7 ana/recipe.json   the recipe of number 7, to be changed by hand
  npm run --silent forge -- --schema > recipe.schema.json           every field, its range and meaning, for editors

Files appear together when all are whole. Ctrl-C stops and leaves nothing half-written; a second one quits at once.`

/**
 * Reads the command line.
 *
 * @param write  Where help goes.
 * @returns      Undefined when help was asked for and has been shown.
 * @throws       `api/bad-input`; commander's errors.
 */
export function parseOptions(args: readonly string[], write: (text: string) => void): ForgeOptions | undefined {
  const command = forgeCommand()
  if (!parseCommand(command, args, write)) return undefined
  const [recipe] = command.args
  const options = { ...command.opts<Omit<ForgeOptions, 'errand'>>(), ...(recipe === undefined ? {} : { recipe }) }
  const given = Object.keys(options).filter((name) => name === 'recipe' || command.getOptionValueSource(name) === 'cli')
  return { ...options, errand: chooseErrand(options, given) }
}

function forgeCommand(): Command {
  return new Command('forge')
    .usage('[options] [recipe.json]')
    .description('Makes an avatar from its recipe, and shows what a recipe makes.')
    .argument('[recipe.json]', 'who is made; with --write, where the recipe goes')
    .option('--levels', 'also write model-medium.glb and model-low.glb, for groups and crowds', false)
    .option('--preview', 'draw a contact sheet instead: preview.png beside the recipe', false)
    .addOption(
      new Option('--random <n>', 'draw a sheet of n people made by chance').argParser(whole('--random', 1, MAX_PEOPLE)),
    )
    .addOption(
      new Option('--seed <n>', 'which crowd --random meets').argParser(whole('--seed', 0, 0xffffffff)).default(1),
    )
    .addOption(
      new Option('--write <number>', 'write the recipe of one of them').argParser(whole('--write', 1, MAX_PEOPLE)),
    )
    .option('-o, --out <file>', 'where a sheet goes, .png')
    .option('--schema', 'print the JSON Schema of a recipe', false)
    .option('-q, --quiet', 'no progress, only the last line', false)
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments(false)
}

type Parsed = Omit<ForgeOptions, 'errand'>

/** One errand at a time: refuses options that make no sense together. */
function chooseErrand({ random, write, recipe }: Parsed, given: readonly string[]): Errand {
  const errand = (Object.keys(ERRANDS) as Errand[]).find((name) => given.includes(name)) ?? 'model'
  const { what, takes } = ERRANDS[errand]
  const stray = given.find((name) => ![errand, ...takes, 'quiet'].includes(name))
  if (stray !== undefined) {
    const name = stray === 'recipe' ? `The recipe ${recipe}` : `--${stray}`
    throw badInput(`${name} has no say in ${what}. Leave it out.`)
  }
  if (write !== undefined && (random ?? 0) < write) {
    throw badInput(`--write ${write} needs --random with a number of at least ${write}, as on the sheet. Add it.`)
  }
  if (takes.includes('recipe') && recipe === undefined) {
    throw badInput('No recipe is named. Name one: content/avatars/<name>/recipe.json; --help tells more.')
  }
  return errand
}

const badInput = (message: string): EngineError => new EngineError('api/bad-input', message)
