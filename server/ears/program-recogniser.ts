import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { EngineError, PCM_RATE } from '../../engine/api/host.ts'
import type { Recogniser } from './recogniser.ts'
import { GUESS, type SpeechProgram } from './speech-program.ts'

export type ProgramRecogniserOptions = {
  /** Utterances it listens to at one time: each is a process that fills a core while it works. */
  readonly most?: number
  /** Milliseconds a program gets from the end of an utterance to its own. */
  readonly patience?: number
}

const DEFAULTS = { most: 4, patience: 10_000 }

/** Silence that follows every utterance, so that the last word is not cut by the end of the sound. Bytes. */
const TAIL = new Uint8Array(PCM_RATE * 0.3)

type Program = ChildProcessWithoutNullStreams

/** Runs a program for each utterance, and keeps one ready that has read its model, once somebody has spoken. */
export function createProgramRecogniser(
  { name, languages, command }: SpeechProgram,
  options: ProgramRecogniserOptions = {},
): Recogniser {
  const { most, patience } = { ...DEFAULTS, ...options }
  const busy = new Set<Program>()
  let spare: Program | undefined

  function takeProgram(): Program {
    const ready = spare !== undefined && isRunning(spare) ? spare : start(command)
    spare = start(command)
    return ready
  }

  return {
    name,
    languages,
    listen(onGuess) {
      if (busy.size >= most)
        throw new EngineError(
          'ears/busy',
          `${most} people are speaking here already, and the server listens to no more. Wait a moment, or type.`,
        )
      const program = takeProgram()
      busy.add(program)
      const text = readText(program, onGuess)
      const ended = new Promise<void>((resolve) => program.once('close', () => resolve()))
      void ended.then(() => busy.delete(program))
      return {
        write: (pcm) => void program.stdin.write(pcm),
        drop: () => stop(program),
        async finish() {
          let isLate = false
          const timer = setTimeout(() => {
            isLate = true
            stop(program)
          }, patience)
          program.stdin.end(TAIL)
          await ended
          clearTimeout(timer)
          if (isLate) throw failed(name, `took longer than ${patience / 1000} s`)
          if (program.exitCode !== 0) throw failed(name, `ended with ${program.exitCode ?? program.signalCode}`)
          return text()
        },
      }
    },
    close() {
      for (const program of busy) stop(program)
      if (spare !== undefined) stop(spare)
      spare = undefined
    },
  }
}

/**
 * Starts a program behind a pipe: Node's own are sockets, which cannot be opened by a name such as /dev/stdin. In a group
 * of its own, so that both end together.
 */
function start([program, ...options]: SpeechProgram['command']): Program {
  const child = spawn('/bin/sh', ['-c', 'cat | exec "$@"', 'sh', program, ...options], {
    detached: true,
    env: { PATH: process.env.PATH ?? '' },
  })
  // A program that has ended early takes no more sound; what became of it `finish` tells.
  child.stdin.on('error', () => {})
  child.once('error', () => {})
  child.stderr.resume()
  return child
}

const isRunning = ({ exitCode, signalCode }: Program): boolean => exitCode === null && signalCode === null

function stop(program: Program): void {
  if (program.pid !== undefined && isRunning(program)) process.kill(-program.pid, 'SIGKILL')
}

/** @returns  Asks what has been understood so far. */
function readText(program: Program, onGuess: (text: string) => void): () => string {
  const settled: string[] = []
  createInterface({ input: program.stdout }).on('line', (line) => {
    const isGuess = line.startsWith(GUESS)
    const text = (isGuess ? line.slice(GUESS.length) : line).trim()
    if (!isGuess && text !== '') settled.push(text)
    const whole = [...settled, ...(isGuess ? [text] : [])].join(' ')
    if (text !== '') onGuess(whole)
  })
  return () => settled.join(' ')
}

const failed = (name: string, how: string) =>
  new EngineError('ears/failed', `${name}, which listens on this server, ${how}. Say it again, or type.`)
