import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { findProgram } from './find-browser.ts'

/** A screen in memory: for browsers that draw only where there is one. */
export type Screen = Disposable & {
  /** As X programs are told it: ":99". */
  readonly display: string
}

/** @returns  undefined where Xvfb (Debian package `xvfb`) is not installed. */
export async function openScreen(): Promise<Screen | undefined> {
  const program = findProgram(['Xvfb'])
  if (program === undefined) return undefined
  const child = spawn(program, ['-displayfd', '1', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with exit code ${code}.`)
  })
  ended.catch(() => undefined)
  const [number] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer]
  return { display: `:${number.toString().trim()}`, [Symbol.dispose]: () => void child.kill() }
}
