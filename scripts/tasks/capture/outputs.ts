import { extname, resolve } from 'node:path'
import { blobFolder, checkOutput, checkOutputFolder, EngineError } from '../../../engine/api/node.ts'
import type { CaptureOptions } from './options.ts'

/** Where everything goes that a capture makes, absolute. */
export type Outputs = {
  readonly film: string
  readonly captions: string
  readonly take: string | undefined
  readonly frames: string | undefined
}

/**
 * Decides where everything goes, and refuses places that cannot be written to before anything is spent on them.
 *
 * @throws  `api/bad-input`, and what `checkOutput` throws.
 */
export async function checkOutputs(options: CaptureOptions): Promise<Outputs> {
  const { out, take, frames } = options
  const film = await checkOutput(out)
  requireEnding('--out', out, '.mp4', 'Films are written as')
  const captions = await checkOutput(`${film.slice(0, -extname(film).length)}.vtt`, 0, 'film.vtt')
  if (take !== undefined) {
    await checkOutput(take, 0, 'take.json')
    requireEnding('--take', take, '.json', 'Takes are written as')
    await checkOutputFolder(blobFolder(resolve(take)))
  }
  if (frames !== undefined) await checkOutputFolder(frames)
  const outputs = { film, captions, take: take && resolve(take), frames: frames && resolve(frames) }
  refuseOverwriting(outputs, options)
  return outputs
}

function requireEnding(option: string, path: string, ending: string, how: string): void {
  const found = extname(path)
  if (found.toLowerCase() === ending) return
  const has = found === '' ? 'has no ending' : `ends in ${found}`
  const better = path.slice(0, path.length - found.length) + ending
  throw new EngineError('api/bad-input', `${option} "${path}" ${has}. ${how} ${ending} only: name it ${better}.`)
}

/** What is made must not take the place of what it is made of, nor of something else that is made. */
function refuseOverwriting({ film, captions, take, frames }: Outputs, options: CaptureOptions): void {
  const made = [film, captions, take, frames].filter((path) => path !== undefined)
  const { textFile, audio, transcript, show, fromTake } = options
  const used = [textFile, audio, transcript, show, fromTake].filter((path) => path !== undefined)
  const twice =
    made.find((path, i) => made.indexOf(path) !== i) ??
    used.map((path) => resolve(path)).find((path) => made.includes(path))
  if (twice === undefined) return
  throw new EngineError(
    'api/bad-input',
    `${twice} is named twice, and would be overwritten. Choose another name for one of them.`,
  )
}
