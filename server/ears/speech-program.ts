/**
 * A program that listens: sound on its standard input to the end (16 kHz, one channel, 16 bits, little-endian), text on
 * its output line by line. A line that begins with {@link GUESS} is replaced by the next one.
 */
export type SpeechProgram = {
  readonly name: string
  /** BCP-47 codes it understands; empty where its model alone knows. */
  readonly languages: readonly string[]
  readonly command: readonly [program: string, ...options: string[]]
}

export const GUESS = '~'
