import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EngineError, RECORDED_SPEAKER, type Show, type Stage } from '../../../engine/api/node.ts'
import type { CaptureOptions } from './options.ts'

/** Characters of text a voice says in a second, for estimates. Measured over English sentences at the default rate. */
const CHARACTERS_PER_SECOND = 15

/** A show to rehearse, and the stage it wants. */
export type Source = { readonly show: Show; readonly stage: string | undefined; readonly describe: string }

/**
 * Turns what was asked for into a show: a text and a recording are shows of one line.
 *
 * @param say  Says the whole text or recording with the actor that was made for it.
 */
export async function findSource(options: CaptureOptions): Promise<Source> {
  const given = [options.text, options.textFile, options.audio, options.show].filter((source) => source !== undefined)
  if (given.length !== 1) throw oneSource(given.length)
  if (options.show !== undefined) return loadShow(options.show)
  const text = options.text ?? (await readInput(options.textFile ?? options.transcript ?? noTranscript(options)))
  refuseTooLong(text, options)
  return { show: lineShow(text, options), stage: undefined, describe: options.audio ?? 'text' }
}

/** One actor on the centre mark, who looks at you, says the text and waits a moment. */
function lineShow(text: string, { avatar, audio, shot, voice, stillness, rate, pitch }: CaptureOptions): Show {
  const speaks = audio === undefined ? voice : RECORDED_SPEAKER
  return async (stage: Stage) => {
    const actor = stage.spawnActor({ id: avatar, avatar, stillness, ...(speaks === undefined ? {} : { voice: speaks }) })
    if (shot !== undefined) stage.cutTo(shot, { actor })
    actor.express('friendly')
    await stage.wait(0.3)
    await actor.say(text, { rate, pitch })
  }
}

async function loadShow(file: string): Promise<Source> {
  const module = (await import(pathToFileURL(resolve(file)).href).catch((cause: unknown) => {
    throw new EngineError('show/bad-file', `The show "${file}" cannot be loaded: ${(cause as Error).message}. Give a TypeScript file as in scripts/shows.`, { cause })
  })) as { default?: unknown; stageName?: unknown }
  if (typeof module.default !== 'function') {
    throw new EngineError('show/bad-file', `"${file}" is not a show: it has no default export that takes a stage. See scripts/shows/hello.ts.`)
  }
  const stage = typeof module.stageName === 'string' ? module.stageName : undefined
  return { show: module.default as Show, stage, describe: basename(file) }
}

async function readInput(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'is not there' : `cannot be read (${cause.code ?? cause.message})`
    throw new EngineError('show/bad-file', `The text file "${file}" ${why}. Give the path of a text file in UTF-8.`, { cause })
  })
}

function refuseTooLong(text: string, { maxDuration, rate }: CaptureOptions): void {
  const estimate = text.length / CHARACTERS_PER_SECOND / rate
  if (estimate <= maxDuration) return
  throw new EngineError('show/too-long', `The text has ${text.length} characters, about ${Math.round(estimate)} s of speech; films may last ${maxDuration} s. Shorten it, or raise --max-duration.`)
}

const oneSource = (count: number): EngineError =>
  new EngineError('show/bad-file', `${count === 0 ? 'Nothing to film was given' : 'More than one thing to film was given'}: give one of a text, --text-file, --audio with --transcript, --show or --from-take.`)

function noTranscript({ audio }: CaptureOptions): never {
  throw new EngineError('show/bad-file', `The recording "${audio}" needs --transcript <file> with what it says, for its captions and lips.`)
}
