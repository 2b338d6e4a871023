import type { Readable } from 'node:stream'

/**
 * Cuts a stream into records of one length, each in memory of its own. The stream waits while a record is used.
 *
 * @param length  Bytes. What is left at the end and is shorter is dropped.
 */
export async function* readRecords(stream: Readable, length: number): AsyncGenerator<Uint8Array> {
  let record = new Uint8Array(length)
  let filled = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + length - filled)
      record.set(part, filled)
      at += part.length
      filled += part.length
      if (filled < length) continue
      yield record
      record = new Uint8Array(length)
      filled = 0
    }
  }
}
