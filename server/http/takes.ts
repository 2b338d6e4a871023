import { pipeline } from 'node:stream'
import type { Request, Response } from 'express'
import type { TakeFolder } from '../takes/take-folder.ts'

/** Serves a take and its speech as one archive, by the take's name. */
export const serveTake =
  (takes: TakeFolder) =>
  ({ params: { file = '' } }: Request, response: Response): void => {
    const name = /^([a-z0-9-]{1,80})\.tar\.gz$/.exec(String(file))?.[1]
    const archive = name === undefined ? undefined : takes.archive(name)
    if (archive === undefined) {
      response.status(404).json({ code: 'take/unknown', message: 'No take of that name is kept here any more.' })
      return
    }
    response.set('cache-control', 'private, no-store').type('application/gzip').attachment(`${name}.tar.gz`)
    // Who goes away in the middle has only half of it, and knows.
    pipeline(archive, response, () => {})
  }
