import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EngineError } from '../core/errors.ts'
import type { Avatar } from '../render/avatar.ts'
import { rigSchema } from '../rig/rig.ts'
import { type ContentSource, readContent } from './content.ts'
import { loadPicture } from './load-picture.ts'

/** Content in a folder. What was read is remembered by its hash, for takes. */
export type DiskContent = ContentSource & {
  /** Absolute. */
  readonly folder: string
  /** @throws `content/missing-file`, also for a path that would leave the folder. */
  readonly readBytes: (path: string) => Promise<Buffer>
  readonly avatar: (name: string) => Promise<Avatar>
  readonly picture: (media: string) => Promise<Uint8Array>
  /** sha256 of every file read so far, by path. */
  readonly hashes: () => Readonly<Record<string, string>>
}

/** The content that comes with the engine. */
export const CONTENT_FOLDER = fileURLToPath(new URL('../../content', import.meta.url))

/** Opens a content folder. Paths come from ids that schemas have checked; anything that would leave the folder is refused. */
export function openContent(path = CONTENT_FOLDER): DiskContent {
  const folder = resolve(path)
  const hashes = new Map<string, string>()
  const read = async (path: string): Promise<Buffer> => {
    if (!/^[a-z0-9-]+(\/[a-z0-9.-]+)+$/.test(path) || path.includes('..')) {
      throw new EngineError(
        'content/missing-file',
        `"${path}" is not a path of content. Names are lower-case letters, digits and dashes.`,
      )
    }
    const bytes = await readFile(join(folder, path)).catch((cause: unknown) => {
      throw new EngineError(
        'content/missing-file',
        `content/${path} is not there or cannot be read. Restore it, or name another.`,
        { cause },
      )
    })
    hashes.set(path, createHash('sha256').update(bytes).digest('hex'))
    return bytes
  }
  const source: ContentSource = {
    readText: async (path) => (await read(path)).toString('utf8'),
    list: async (path) => {
      const names = await readdir(join(folder, path)).catch((cause: unknown) => {
        throw new EngineError(
          'content/missing-file',
          `There is no folder "${path}" in the content of ${folder}. Name a folder laid out like the project's own.`,
          { cause },
        )
      })
      return names
        .filter((name) => !name.startsWith('.'))
        .map((name) => basename(name, extname(name)))
        .sort()
    },
  }
  return {
    ...source,
    readBytes: read,
    folder,
    avatar: async (name) => ({
      model: await read(`avatars/${name}/model.glb`),
      rig: await readContent(source, `avatars/${name}/rig.json`, rigSchema),
    }),
    picture: (media) => loadPicture(source, read, media),
    hashes: () => Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
