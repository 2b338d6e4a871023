import { join } from 'node:path'
import { Command, Option } from 'commander'
import {
  CONTENT_FOLDER,
  checkOutputFolder,
  EngineError,
  openContent,
  PRESET_NAMES,
  type Preset,
  requireListed,
  StagedFiles,
} from '../../../engine/api/node.ts'
import { explain } from '../capture/explain.ts'
import { listenForInterruption } from '../capture/interruption.ts'
import { createProgress, type Output } from '../capture/progress.ts'
import { drawSheets } from './draw-sheets.ts'
import { SHEETS } from './index.ts'
import type { Sheet } from './sheet.ts'

/** Where the command writes: names of files to `out`, all else to `err`. */
type Streams = { readonly out: Output; readonly err: Output }

type Options = {
  readonly only?: string
  readonly avatar?: string
  readonly shot?: string
  readonly out?: string
  readonly preset: Preset
  readonly quiet: boolean
  readonly content: string
}

const DOCS = 'docs/pictures'
const PICTURES = { things: 'pictures', pace: 'a second' }

const EXAMPLES = `
Examples:
  npm run sheets                                                   all of docs/pictures' sheets
  npm run sheets -- gestures                                       those of one subject
  npm run sheets -- gestures --only wave,shrug --shot left --avatar mateo --out looks

Subjects: ${Object.keys(SHEETS).join(', ')}. Shots: those of the studio, and face, front, left, right, side, signing, full-left.`

const sheetsCommand = (): Command =>
  new Command('sheets')
    .description("Draws contact sheets of what actors can do, by the product's own renderer.")
    .argument('[subjects...]', 'what to draw; all by default')
    .option('--only <names>', 'these alone, with commas between them')
    .option('--avatar <name>', 'on somebody else than Milla')
    .option('--shot <name>', "in another shot than the sheet's own")
    .option('-o, --out <folder>', `where sheets go; default ${DOCS}`)
    .addOption(new Option('--preset <name>', 'how finely to draw').choices(PRESET_NAMES).default('default'))
    .option('--content <folder>', "content of your own, laid out like this project's", CONTENT_FOLDER)
    .option('-q, --quiet', 'no progress', false)
    .addHelpText('after', EXAMPLES)

/** @returns  The exit code: 0 when all is drawn; 1 with what is wrong; 128 and the signal's number when stopped. */
export async function runSheets(args: readonly string[], { out, err }: Streams): Promise<number> {
  using interruption = listenForInterruption()
  const { signal } = interruption
  const command = sheetsCommand()
    .exitOverride()
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: () => {} })
  try {
    command.parse(args, { from: 'user' })
    const options = command.opts<Options>()
    const progress = createProgress(options.quiet, err, PICTURES)
    try {
      const folder = await checkOutputFolder(outputOf(options))
      const content = openContent(options.content)
      const sheets = await laySheets(command.args, { ...options, content })
      progress.phase('Drawing')
      for await (const { file, webp } of drawSheets(sheets, { content, preset: options.preset, signal, progress })) {
        using staged = new StagedFiles()
        staged.add(join(folder, file), webp)
        staged.publish()
        progress.stop()
        out.write(`${join(folder, file)}\n`)
      }
    } finally {
      progress.stop()
    }
    return 0
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error && error.exitCode === 0) return 0
    err.write(`sheets: ${explain(signal.reason ?? error)}\n`)
    return interruption.exitCode() ?? 1
  }
}

/** The docs show everything on Milla: what differs goes elsewhere. */
function outputOf({ out, only, avatar, shot }: Options): string {
  if (out !== undefined) return out
  if (only === undefined && avatar === undefined && shot === undefined) return DOCS
  throw new EngineError(
    'api/bad-input',
    `A sheet that differs from those of ${DOCS} needs a folder of its own. Name one with --out.`,
  )
}

async function laySheets(
  subjects: readonly string[],
  {
    content,
    avatar = 'milla',
    shot,
    only,
  }: Omit<Options, 'content'> & { readonly content: ReturnType<typeof openContent> },
): Promise<Sheet[]> {
  const known = Object.keys(SHEETS)
  for (const subject of subjects) requireListed(known, subject, 'subject of sheets', 'content/missing-file')
  requireListed(await content.list('avatars'), avatar, 'avatar', 'stage/unknown-avatar')
  const wanted = {
    content,
    avatar,
    ...(shot === undefined ? {} : { shot }),
    ...(only === undefined ? {} : { only: only.split(',') }),
  }
  const asked = subjects.length === 0 ? known : subjects
  return (await Promise.all(asked.map((subject) => SHEETS[subject]!(wanted)))).flat()
}
