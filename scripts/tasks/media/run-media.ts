import { join } from 'node:path'
import { Command } from 'commander'
import { importPicture, type PictureFacts } from '../../../content/forge/pictures/import-picture.ts'
import { PICTURES } from '../../../content/forge/pictures/index.ts'
import { writePicture } from '../../../content/forge/pictures/write-picture.ts'
import { CONTENT_FOLDER, EngineError } from '../../../engine/api/node.ts'
import { explain } from '../capture/explain.ts'

export type MediaStreams = { readonly write: (text: string) => void; readonly warn: (text: string) => void }

type Options = Partial<PictureFacts> & { readonly add?: string; readonly licence: string; readonly content: string }

const EXAMPLES = `
Examples:
  npm run media                     draws the pictures that come with the engine
  npm run media -- dusk stars       only these
  npm run media -- --add holiday.jpg --name holiday --title "Our holiday" --alt "A beach in the rain."

A picture is brought to 2048 pixels and 1 MiB at most, and loses what its camera noted about place and time.`

const command = (): Command =>
  new Command('media')
    .description(
      "Draws the pictures of content/media anew, or takes in one of your own, to be shown on a stage's screen.",
    )
    .argument('[names...]', 'pictures to draw; all by default')
    .option('--add <file>', 'take in this picture: PNG, JPEG, WebP, AVIF, TIFF, GIF or SVG')
    .option('--name <id>', 'what commands call it: lower-case letters, digits, dashes')
    .option('--title <words>', 'what lists call it')
    .option('--alt <sentence>', 'what is seen, for who cannot see it')
    .option('--licence <id>', 'under which it may be shown, as SPDX writes it', 'LicenseRef-own')
    .option('--content <folder>', "content of your own, laid out like this project's", CONTENT_FOLDER)
    .addHelpText('after', EXAMPLES)

/** @returns  The exit code. */
export async function runMedia(args: readonly string[], { write, warn }: MediaStreams): Promise<number> {
  const program = command()
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => {} })
  try {
    program.parse(args, { from: 'user' })
    const options = program.opts<Options>()
    const done = options.add === undefined ? await drawAll(program.args, options) : await add(options.add, options)
    for (const path of done) write(`${path}\n`)
    return 0
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error && error.exitCode === 0) return 0
    warn(`media: ${explain(error)}\n`)
    return 1
  }
}

async function drawAll(names: readonly string[], { content }: Options): Promise<string[]> {
  const known = PICTURES.map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new EngineError('content/missing-file', `No picture "${unknown}" is drawn here. Known: ${known.join(', ')}.`)
  }
  const asked = PICTURES.filter(({ name }) => names.length === 0 || names.includes(name))
  for (const picture of asked) await writePicture(join(content, 'media'), picture)
  return asked.map(({ name }) => join(content, 'media', name))
}

async function add(file: string, { name, title, alt, licence, content }: Options): Promise<string[]> {
  const missing = Object.entries({ name, title, alt }).find(([, value]) => value === undefined)
  if (missing !== undefined) {
    throw new EngineError('api/bad-input', `A picture to be added needs --${missing[0]}. --help shows an example.`)
  }
  await importPicture(join(content, 'media'), file, { name: name!, title: title!, alt: alt!, licence })
  return [join(content, 'media', name!)]
}
