import type { Command } from 'commander'
import { EngineError } from '../../engine/api/node.ts'

/**
 * Reads a command line; faults are thrown, not written.
 *
 * @param write  Where help goes.
 * @returns      Whether there is something to do: not where help was asked for, and has been shown.
 * @throws       commander's errors.
 */
export function parseCommand(command: Command, args: readonly string[], write: (text: string) => void): boolean {
  command.exitOverride().configureOutput({ writeOut: write, writeErr: () => {} })
  try {
    command.parse(args, { from: 'user' })
    return true
  } catch (error) {
    if (error instanceof Error && 'exitCode' in error && error.exitCode === 0) return false
    throw error
  }
}

/** Refuses what is neither a take nor a show. @throws `api/bad-input` */
export function requirePerformance(file: string): void {
  if (/\.(json|ts)$/.test(file)) return
  throw new EngineError('api/bad-input', `"${file}" is neither a take (.json) nor a show (.ts). Name one of these.`)
}
