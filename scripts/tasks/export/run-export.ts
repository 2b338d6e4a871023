import { basename } from 'node:path'
import { Command, Option } from 'commander'
import type { Performance } from '../../../content/motion/performance.ts'
import { writeAnimatedModel } from '../../../content/motion/write-animated-model.ts'
import { writeVrma } from '../../../content/motion/write-vrma.ts'
import {
  type Baked,
  bakeTake,
  bmlOfTake,
  CONTENT_FOLDER,
  checkContent,
  checkOutput,
  EngineError,
  hashContent,
  loadCatalogue,
  openContent,
  readTake,
  StagedFiles,
} from '../../../engine/api/node.ts'
import { explain } from '../capture/explain.ts'
import { createProgress, type Output, type Progress } from '../capture/progress.ts'

const FORMATS = ['vrma', 'glb', 'bml'] as const

type Options = {
  readonly take?: string
  readonly actor?: string
  readonly format: (typeof FORMATS)[number]
  readonly fps: '30' | '60'
  readonly out?: string
  readonly content: string
  readonly quiet: boolean
}

const EXAMPLES = `
Examples:
  npm run export -- --take show.json --actor ana                         show-ana.vrma: for any VRM, in any program
  npm run export -- --take show.json --actor ana --format glb            show-ana.glb: the avatar itself, animated
  npm run export -- --take show.json --actor ana --format bml            show-ana.bml: words, gestures and faces with their sync points
  npm run export -- --take show.json --actor ana --fps 60 --out wave.vrma

A VRMA holds bones, hips, gaze and expressions; of the face, what VRM has no preset for goes by its ARKit name. A GLB also
holds what follows from these: elbows and wrists, hair and cloth as they swung. Record takes with: npm run capture -- … --take`

const command = (): Command =>
  new Command('export')
    .description('Writes what one actor does in a take to a file that other programs play.')
    .option('--take <file>', 'the performance: a take of `npm run capture`')
    .option('--actor <id>', 'whose')
    .addOption(
      new Option('--format <kind>', 'motion alone, the model with it, or what is said and acted along with it')
        .choices(FORMATS)
        .default('vrma'),
    )
    .addOption(new Option('--fps <n>', 'frames a second').choices(['30', '60']).default('30'))
    .option('-o, --out <file>', 'where it goes; default: named after take and actor, here')
    .option('--content <folder>', "content of your own, laid out like this project's", CONTENT_FOLDER)
    .option('-q, --quiet', 'no progress, only the last line', false)
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments(false)

/** @returns  The exit code. */
export async function runExport(args: readonly string[], out: Output, warn: Output): Promise<number> {
  const program = command().exitOverride()
  program.configureOutput({ writeOut: (text) => out.write(text), writeErr: () => {} })
  try {
    program.parse(args, { from: 'user' })
    const options = program.opts<Options>()
    const progress = createProgress(options.quiet, warn, { things: 'ticks', pace: 'ticks/s' })
    try {
      const done = await exportTake(options, progress)
      progress.stop()
      out.write(`${done}\n`)
    } finally {
      progress.stop()
    }
    return 0
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error && error.exitCode === 0) return 0
    warn.write(`export: ${explain(error)}\n`)
    return 1
  }
}

async function exportTake(options: Options, progress: Progress): Promise<string> {
  const { take: path, actor, format, fps, content: folder } = options
  if (path === undefined) throw badInput('No take is named. Name one: --take show.json; --help shows examples.')
  if (actor === undefined) throw badInput('Nobody is named. Say whose performance: --actor ana; --help shows examples.')
  const title = `${basename(path, '.json')}-${actor}`
  const target = await checkOutput(options.out ?? `${title}.${format}`, 0, `${title}.${format}`)
  const { take } = await readTake(path)
  const content = openContent(folder)
  const catalogue = await loadCatalogue(content, take.stage)
  checkContent(take, await hashContent(content, take))
  progress.phase('Playing the take')
  if (format === 'bml') return publishBml(target, bmlOfTake(take, catalogue, actor), actor)
  const baked = bakeTake(take, catalogue, { actor, fps: fps === '30' ? 30 : 60, onProgress: progress.count })
  progress.stop()
  progress.phase('Writing')
  const performance = performanceOf(baked)
  const bytes =
    format === 'vrma'
      ? await writeVrma(performance, title)
      : await writeAnimatedModel((await content.avatar(baked.avatar)).model, performance, title)
  using files = new StagedFiles()
  files.add(target, bytes)
  files.publish()
  const seconds = (baked.frames - 1) / baked.fps
  return `${target}: ${seconds.toFixed(2)} s, ${baked.frames} frames at ${baked.fps} fps, ${(bytes.length / 2 ** 20).toFixed(2)} MiB, of ${baked.avatar}.`
}

function publishBml(target: string, bml: string, actor: string): string {
  using files = new StagedFiles()
  files.add(target, bml)
  files.publish()
  return `${target}: what ${actor} says and does along with it, as BML 1.0.`
}

const performanceOf = ({ wearable, avatar: _, ...baked }: Baked): Performance => ({
  ...baked,
  rig: wearable.rig,
  rest: wearable.rest,
})

const badInput = (message: string): EngineError => new EngineError('api/bad-input', message)
