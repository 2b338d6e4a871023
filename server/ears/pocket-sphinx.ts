import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { SpeechProgram } from './speech-program.ts'

/** The program of PocketSphinx 0.8, which reads its model before its sound and prints each phrase as it ends. */
const PROGRAM = 'pocketsphinx_continuous'
/** Where Debian's model for American English lies, which the program reads by itself. */
const MODEL = '/usr/share/pocketsphinx/model/en-us/en-us'

export const POCKET_SPHINX_ADVICE = 'apt-get install pocketsphinx pocketsphinx-en-us'

/** PocketSphinx as Debian and Ubuntu pack it; undefined where it is not installed. */
export function findPocketSphinx(searchPath: string = process.env.PATH ?? ''): SpeechProgram | undefined {
  const program = searchPath
    .split(delimiter)
    .map((folder) => join(folder, PROGRAM))
    .find((path) => existsSync(path))
  if (program === undefined || !existsSync(MODEL)) return undefined
  return {
    name: 'PocketSphinx',
    languages: ['en-US'],
    command: [program, '-infile', '/dev/stdin', '-logfn', '/dev/null'],
  }
}
