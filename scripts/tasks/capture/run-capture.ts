import { rm, writeFile } from 'node:fs/promises'
import { CommanderError } from 'commander'
import {
  checkContent, checkOutput, createNodeHost, EngineError, type FilmReport, filmTake, formatWebVtt, loadCatalogue,
  type NodeHost, openContent, readTake, type Size, writeTake,
} from '../../../engine/api/node.ts'
import { captureCommand, type CaptureOptions } from './options.ts'
import { type Performance, rehearseCapture } from './rehearse-capture.ts'
import { createProgress, type Progress } from './progress.ts'
import { summarize } from './summary.ts'

const DEFAULT_OUT = 'film.mp4'
const DEFAULT_SIZE: Size = { width: 1280, height: 720 }
/** Size where the slow driver of last resort draws. */
const SLOW_SIZE: Size = { width: 640, height: 360 }
/** Exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130

/**
 * The capture command.
 *
 * @param args  As typed, without the program.
 * @returns     The exit code: 0 when the film is whole, 1 with one sentence on the error stream when there is none.
 */
export async function runCapture(args: readonly string[]): Promise<number> {
  const stop = new AbortController()
  const onSignal = () => stop.abort(new EngineError('show/cancelled', 'Stopped. Nothing half-written is left.'))
  // A show that does not await what it asked for still fails by it.
  const onRejection = (reason: unknown) => stop.abort(reason)
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  process.on('unhandledRejection', onRejection)
  try {
    const options = parseOptions(args)
    if (options !== undefined) await capture(options, stop.signal)
    return 0
  } catch (error) {
    return explain(error, stop.signal)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
    process.off('unhandledRejection', onRejection)
  }
}

/** Undefined when help was asked for and has been shown. */
function parseOptions(args: readonly string[]): CaptureOptions | undefined {
  const command = captureCommand().exitOverride()
  try {
    command.parse(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined
    throw error
  }
  const text = command.args[0]
  return { ...command.opts<CaptureOptions>(), ...(text === undefined ? {} : { text }) }
}

async function capture(options: CaptureOptions, signal: AbortSignal): Promise<void> {
  const out = options.out ?? DEFAULT_OUT
  await checkOutput(out, 0)
  const begun = performance.now()
  const progress = createProgress(options.quiet)
  try {
    progress.phase(options.fromTake === undefined ? 'Speaking and rehearsing' : 'Reading the take')
    const played = options.fromTake === undefined ? await rehearseCapture(options, signal) : await reopen(options.fromTake, options.content)
    if (options.take !== undefined) await writeTake(options.take, played.take, played.blobs)
    for (const text of played.unspoken) process.stderr.write(`The voice cannot say "${text}": it is shown in the captions only.\n`)
    using host = await createNodeHost()
    const report = await film(options, out, played, host, progress, signal)
    await writeCaptions(out, report)
    progress.stop()
    process.stdout.write(`${summarize(out, report, (performance.now() - begun) / 1000)}\n`)
  } finally {
    progress.stop()
  }
}

async function reopen(path: string, folder: string | undefined): Promise<Performance> {
  const { take, blobs } = await readTake(path)
  const content = openContent(folder)
  const catalogue = await loadCatalogue(content, take.stage)
  for (const avatar of catalogue.rigs.keys()) await content.avatar(avatar)
  checkContent(take, content.hashes())
  return { take, blobs, content, catalogue, unspoken: [] }
}

async function film(
  options: CaptureOptions, out: string, played: Performance, host: NodeHost, progress: Progress, signal: AbortSignal,
): Promise<FilmReport> {
  const isSlow = host.adapter.kind === 'swiftshader'
  const size = options.size ?? (isSlow ? SLOW_SIZE : DEFAULT_SIZE)
  if (isSlow) process.stderr.write(`Drawing with SwiftShader, which is slow, at ${size.width}x${size.height}. \`npm run setup\` installs a driver four times as fast.\n`)
  progress.phase('Drawing')
  const { fps, preset, shot, frames, burnCaptions, fromTake } = options
  return filmTake({
    ...played, host, size, fps, preset, burnCaptions, path: out, signal,
    ...(fromTake !== undefined && shot !== undefined ? { shot } : {}),
    ...(frames === undefined ? {} : { framesFolder: frames }),
    onProgress: (done, total) => progress.frames(done, total),
  })
}

/** Captions lie beside the film; should they fail, the film is whole all the same and the message says so. */
async function writeCaptions(out: string, { captions, missingGlyphs }: FilmReport): Promise<void> {
  if (missingGlyphs.length > 0) process.stderr.write(`The caption font lacks ${missingGlyphs.join(' ')}: burned captions show boxes there.\n`)
  const path = `${out.replace(/\.mp4$/i, '')}.vtt`
  try {
    await writeFile(path, formatWebVtt(captions))
  } catch (cause) {
    await rm(path, { force: true })
    throw new EngineError('encode/not-writable', `The film "${out}" is whole, but its captions cannot be written to "${path}": ${(cause as Error).message}.`, { cause })
  }
}

function explain(error: unknown, signal: AbortSignal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1
  const known = signal.aborted ? signal.reason : error
  process.stderr.write(`capture: ${known instanceof EngineError ? known.message : ((known as Error).stack ?? String(known))}\n`)
  return known instanceof EngineError && known.code === 'show/cancelled' ? INTERRUPTED : 1
}
