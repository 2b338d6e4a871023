import { pipeline } from 'node:stream'
import type { NextFunction, Request, Response } from 'express'
import type { TakeFolder } from '../takes/take-folder.ts'
import type { TakeLinks } from '../takes/take-links.ts'

type Handle = (request: Request, response: Response, next: NextFunction) => void

/** Lets on who has the link that its recorder was given, and others as `otherwise` says. */
export const orByLink =
  ({ opens }: TakeLinks, otherwise: Handle): Handle =>
  async (request, response, next) => {
    const { key } = request.query
    if (typeof key === 'string' && (await opens(nameOf(request) ?? '', key))) next()
    else otherwise(request, response, next)
  }

/** Serves a take and its speech as one archive, by the take's name. */
export const serveTake =
  (takes: TakeFolder) =>
  (request: Request, response: Response): void => {
    const name = nameOf(request)
    const archive = name === undefined ? undefined : takes.archive(name)
    if (archive === undefined) {
      response.status(404).json({ code: 'take/unknown', message: 'No take of that name is kept here any more.' })
      return
    }
    response.set('cache-control', 'private, no-store').type('application/gzip').attachment(`${name}.tar.gz`)
    // Who goes away in the middle has only half of it, and knows.
    pipeline(archive, response, () => {})
  }

const nameOf = ({ params: { file = '' } }: Request): string | undefined =>
  /^([a-z0-9-]{1,80})\.tar\.gz$/.exec(String(file))?.[1]
