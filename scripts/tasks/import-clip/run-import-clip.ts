import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { makeAuthored } from '../../../content/motion/authored/authored.ts'
import { AUTHORED } from '../../../content/motion/authored/index.ts'
import { importClip } from '../../../content/motion/import-clip.ts'
import type { RestKind } from '../../../content/motion/retarget.ts'
import { formatClip } from '../../../content/motion/write-clip.ts'
import {
  CLIP_MASKS,
  type ClipMask,
  CONTENT_FOLDER,
  checkOutput,
  EngineError,
  StagedFiles,
} from '../../../engine/api/node.ts'
import { explain } from '../capture/explain.ts'
import { createProgress, type Output } from '../capture/progress.ts'
import { number } from '../parse-number.ts'
import { describeImport } from './describe-import.ts'

type Options = {
  readonly name?: string
  readonly from?: number
  readonly to?: number
  readonly loop: boolean
  readonly mask: ClipMask
  readonly rest: RestKind
  readonly plant: boolean
  readonly map?: string
  readonly animation?: string
  readonly description?: string
  readonly licence: string
  readonly content: string
  readonly authored: boolean
  readonly quiet: boolean
}

/** The longest motion that is read, seconds; see content/motion. */
const MAX_SECONDS = 3600
const NAME = /^[a-z][a-z0-9-]{0,39}$/

const EXAMPLES = `
Examples:
  npm run import-clip -- walk.bvh --name walk                            a capture of any skeleton
  npm run import-clip -- idle.vrma --name idle --loop                    goes round without a seam, on the spot
  npm run import-clip -- wave.glb --animation Wave --name wave --mask upper --from 0.5 --to 2
  npm run import-clip -- odd.bvh --name odd --map names.json             { "hips": "Root01", "leftUpperArm": "L_Arm", … }
  npm run import-clip -- --authored                                      the clips that come with the engine, made anew

The clip is written to content/clips/<name>.json when all of it is right, and not at all otherwise. Play it:
  stage.actor('ana').playClip('walk', { mask: 'full', loop: false })`

const command = (): Command =>
  new Command('import-clip')
    .description('Brings motion from BVH, VRMA, VRM or glTF to a clip that any avatar can play.')
    .argument('[file]', '.bvh, .vrma, .vrm, .glb or .gltf')
    .option('--name <id>', 'what commands call it: lower-case letters, digits, dashes')
    .addOption(new Option('--from <s>', 'where to begin, seconds').argParser(number('--from', 0, MAX_SECONDS)))
    .addOption(new Option('--to <s>', 'where to end, seconds').argParser(number('--to', 0, MAX_SECONDS)))
    .option('--loop', 'make its end flow into its beginning, and take its travel out', false)
    .addOption(new Option('--mask <part>', 'what of the body to keep').choices(CLIP_MASKS).default('full'))
    .addOption(
      new Option(
        '--rest <pose>',
        'what the skeleton stands in where nothing moves it: found out by its limbs, a T-pose, or its first frame',
      )
        .choices(['auto', 'tpose', 'first-frame'])
        .default('auto'),
    )
    .option('--no-plant', 'leave feet as they were captured, sliding where they do')
    .option('--map <file>', 'JSON of bones of the humanoid and the names of the joints that are them')
    .option('--animation <name>', 'which animation of a glTF; the first by default')
    .option('--description <sentence>', 'what is seen')
    .option('--licence <id>', 'under which it may be used, as SPDX writes it', 'LicenseRef-own')
    .option('--content <folder>', "content of your own, laid out like this project's", CONTENT_FOLDER)
    .option('--authored', 'make the clips anew that come with the engine', false)
    .option('-q, --quiet', 'no progress, only the last line', false)
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments(false)

/** @returns  The exit code. */
export async function runImportClip(args: readonly string[], out: Output, warn: Output): Promise<number> {
  const program = command().exitOverride()
  program.configureOutput({ writeOut: (text) => out.write(text), writeErr: () => {} })
  try {
    program.parse(args, { from: 'user' })
    const options = program.opts<Options>()
    const done = options.authored ? writeAuthored(options) : await importFile(program.args[0], options, warn)
    out.write(`${done}\n`)
    return 0
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error && error.exitCode === 0) return 0
    warn.write(`import-clip: ${explain(error)}\n`)
    return 1
  }
}

async function importFile(file: string | undefined, options: Options, warn: Output): Promise<string> {
  const name = requireName(file, options)
  using files = new StagedFiles()
  files.makeFolder(join(options.content, 'clips'))
  const path = await checkOutput(join(options.content, 'clips', `${name}.json`))
  const { map, from, to, animation, description = `${name}, from ${file}`, ...rest } = options
  const progress = createProgress(options.quiet, warn)
  try {
    const { clip, report } = await importClip(file!, {
      ...rest,
      description: description.slice(0, 500),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(animation === undefined ? {} : { animation }),
      ...(map === undefined ? {} : { map: await readMap(map) }),
      onProgress: progress.phase,
    })
    files.add(path, formatClip(clip))
    files.publish()
    return `${path}: ${describeImport(report)}`
  } finally {
    progress.stop()
  }
}

function requireName(file: string | undefined, { name }: Options): string {
  if (file === undefined) throw badInput('No file is named. Name a BVH, VRMA, VRM or glTF file; --help shows examples.')
  if (name === undefined) throw badInput('The clip needs a --name, which commands call it by. --help shows examples.')
  if (NAME.test(name)) return name
  throw badInput(
    `--name is "${name.slice(0, 60)}"; it takes lower-case letters, digits and dashes, at most 40, a letter first.`,
  )
}

const readMap = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const problem = cause.code === 'ENOENT' ? 'is not there' : `cannot be read (${cause.code})`
    throw new EngineError('clip/bad-map', `The map "${path}" ${problem}.`, { cause })
  })

function writeAuthored({ content }: Options): string {
  using files = new StagedFiles()
  for (const authored of AUTHORED)
    files.add(join(content, 'clips', `${authored.name}.json`), formatClip(makeAuthored(authored)))
  files.publish()
  return AUTHORED.map(({ name }) => join(content, 'clips', `${name}.json`)).join('\n')
}

const badInput = (message: string): EngineError => new EngineError('api/bad-input', message)
