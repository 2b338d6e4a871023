import { existsSync } from 'node:fs'
import type { NextFunction, Request, Response } from 'express'
import sirv from 'sirv'
import { PAGE_FOLDER } from './build-page.ts'

/** Serves the room's page, packed as its build left it. What carries a hash in its name never changes. */
export function servePage(): (request: Request, response: Response, next: NextFunction) => void {
  if (!existsSync(PAGE_FOLDER))
    return (_request, response) => void response.status(503).type('text').send('The page is not built on this server.')
  return sirv(PAGE_FOLDER, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      const isHashed = path.startsWith('/assets/')
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
