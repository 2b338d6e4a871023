import type { Request, Response } from 'express'
import type { BlobStore } from '../../engine/api/host.ts'

/** Serves speech by the hash of its file: what has a hash never changes. */
export const serveSpeech =
  (blobs: BlobStore) =>
  ({ params: { file = '' } }: Request, response: Response): void => {
    const hash = /^([0-9a-f]{64})\.wav$/.exec(String(file))?.[1]
    const wav = hash === undefined ? undefined : blobs.file(hash as never)
    if (wav === undefined) {
      response.status(404).json({ code: 'speech/unknown', message: 'No speech of that name is kept here.' })
      return
    }
    response.set('cache-control', 'public, max-age=31536000, immutable').type('audio/wav').send(Buffer.from(wav))
  }
