import {
  type Adapter,
  type FilmReport,
  FilmWorkers,
  filmTake,
  type Performance,
  type Size,
  StagedFiles,
  stageTake,
} from '../../../engine/api/node.ts'
import { checkOptions } from './check-options.ts'
import { describeDegraded } from './describe-degraded.ts'
import { explain } from './explain.ts'
import { type Interruption, listenForInterruption } from './interruption.ts'
import { explainFailure } from './load-show.ts'
import { type CaptureOptions, parseOptions } from './options.ts'
import { checkOutputs, type Outputs } from './outputs.ts'
import { createProgress, type Output, type Progress } from './progress.ts'
import { prepareRehearsal } from './rehearse-capture.ts'
import { reopenTake } from './reopen-take.ts'
import { summarize } from './summary.ts'

const DEFAULT_SIZE: Size = { width: 1280, height: 720 }
/** Size where the slow driver of last resort draws. */
const SLOW_SIZE: Size = { width: 640, height: 360 }

/** Where the command writes: the last line to `out`, all else to `err`. */
export type Streams = { readonly out: Output; readonly err: Output }

/**
 * The capture command.
 *
 * @param args  As typed, without the program.
 * @returns     The exit code: 0 when the film is whole; 1 with one sentence on the error stream when there is none;
 *              128 and the signal's number when it was stopped.
 */
export async function runCapture(args: readonly string[], streams: Streams): Promise<number> {
  using interruption = listenForInterruption()
  let options: CaptureOptions | undefined
  try {
    options = parseOptions(args, (text) => void streams.out.write(text))
    if (options !== undefined) await capture(options, interruption, streams)
    return 0
  } catch (error) {
    streams.err.write(`capture: ${explain(reasonOf(error, interruption.signal, options?.show))}\n`)
    return interruption.exitCode() ?? 1
  }
}

/** What stopped a capture stands before what broke because it was stopped. What a show left uncaught is the show's. */
function reasonOf(error: unknown, { aborted, reason }: AbortSignal, show: string | undefined): unknown {
  if (!aborted) return error
  return show === undefined ? reason : explainFailure(reason, show)
}

async function capture(options: CaptureOptions, { signal }: Interruption, { out, err }: Streams): Promise<void> {
  const begun = performance.now()
  checkOptions(options)
  const outputs = await checkOutputs(options)
  const { fromTake, workers: count, quiet } = options
  const prepared = await (fromTake === undefined ? prepareRehearsal(options, signal) : reopenTake(fromTake, options))
  signal.throwIfAborted()

  const progress = createProgress(quiet, err)
  const note = (text: string) => {
    progress.stop()
    err.write(`${text}\n`)
  }
  using files = new StagedFiles()
  const tidy = () => files[Symbol.dispose]()
  process.on('exit', tidy)
  try {
    await using workers = new FilmWorkers({ count, signal, onLog: note })
    progress.phase(prepared.phase)
    const played = await prepared.perform()
    for (const line of describeDegraded(played.degraded)) note(line)
    if (outputs.take !== undefined) stageTake(files, outputs.take, played.take, played.blobs)
    progress.phase('Starting to draw')
    const size = chooseSize(options, await workers.open(), note)
    const report = await film({ ...options, size }, outputs, { ...played, host: workers, files, signal }, progress)
    reportMissingGlyphs(report, note)
    progress.stop()
    out.write(`${summarize(options.out, report, (performance.now() - begun) / 1000)}\n`)
  } finally {
    progress.stop()
    process.off('exit', tidy)
  }
}

type Filming = Performance & { readonly host: FilmWorkers; readonly files: StagedFiles; readonly signal: AbortSignal }

function film(
  options: CaptureOptions & { readonly size: Size },
  { film: path, captions: captionsPath, frames: framesFolder }: Outputs,
  filming: Filming,
  progress: Progress,
): Promise<FilmReport> {
  const { size, fps, preset, burnCaptions, shot, given } = options
  const isOfItsOwn = given.has('show') || given.has('fromTake')
  return filmTake({
    ...filming,
    size,
    fps,
    preset,
    burnCaptions,
    path,
    captionsPath,
    ...(shot !== undefined && isOfItsOwn ? { shot } : {}),
    ...(framesFolder === undefined ? {} : { framesFolder }),
    onProgress(done, total) {
      if (done === 1) progress.phase('Drawing')
      progress.count(done, total)
      if (done === total) progress.phase('Finishing')
    },
  })
}

function chooseSize({ size }: CaptureOptions, adapter: Adapter, note: (text: string) => void): Size {
  if (adapter.kind !== 'swiftshader') return size ?? DEFAULT_SIZE
  const chosen = size ?? SLOW_SIZE
  note(
    `Drawing with SwiftShader, which is slow, at ${chosen.width}x${chosen.height}. \`npm run setup\` installs a driver four times as fast.`,
  )
  return chosen
}

function reportMissingGlyphs({ missingGlyphs }: FilmReport, note: (text: string) => void): void {
  if (missingGlyphs.length > 0)
    note(`The caption font lacks ${missingGlyphs.join(' ')}: burned captions show boxes there.`)
}
