import { createHash } from 'node:crypto'

/** Hashes frames one by one, and all of them together. */
export type FrameHash = {
  readonly add: (frame: Uint8Array) => void
  readonly digest: () => { readonly frameHash: string; readonly frameHashes: readonly string[] }
}

export function createFrameHash(): FrameHash {
  const frameHashes: string[] = []
  return {
    add: (frame) => void frameHashes.push(createHash('sha256').update(frame).digest('hex')),
    digest: () => ({ frameHashes, frameHash: joinFrameHashes(frameHashes) }),
  }
}

/** The hash of a whole film from those of its frames: pieces filmed apart can be joined. */
export const joinFrameHashes = (hashes: readonly string[]): string =>
  createHash('sha256').update(hashes.join('\n')).digest('hex')
