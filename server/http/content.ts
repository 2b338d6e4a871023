import { extname } from 'node:path'
import type { Request, Response } from 'express'
import { type DiskContent, EngineError, STAGE_FOLDERS } from '../../engine/api/host.ts'

/** Folders that a page may list. */
const LISTED: readonly string[] = STAGE_FOLDERS

/** By ending. */
const TYPES: Readonly<Record<string, string>> = {
  '.json': 'json',
  '.glb': 'model/gltf-binary',
  '.webp': 'image/webp',
  '.png': 'image/png',
}

/** Lists a folder of content, as a page's content source asks for it. */
export const listContent =
  (content: DiskContent) =>
  async ({ params: { folder = '' } }: Request, response: Response): Promise<void> => {
    if (LISTED.includes(String(folder))) response.json(await content.list(String(folder)))
    else refuse(response, `There is no list of "${String(folder).slice(0, 40)}". Lists: ${LISTED.join(', ')}.`)
  }

/** Serves one file of content. Paths are checked by the content source, which lets nothing out of its folder. */
export const serveContent =
  (content: DiskContent) =>
  async (request: Request, response: Response): Promise<void> => {
    const path = request.path.slice(1)
    try {
      const bytes = await content.readBytes(path)
      response
        .set('cache-control', 'no-cache')
        .type(TYPES[extname(path)] ?? 'application/octet-stream')
        .send(bytes)
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      refuse(response, error.message)
    }
  }

const refuse = (response: Response, message: string): void =>
  void response.status(404).json({ code: 'content/missing-file', message })
