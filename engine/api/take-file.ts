import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EngineError } from '../core/errors.ts'
import { type BlobHash, blobHash } from '../core/ids.ts'
import { StagedFiles } from '../files/staged-files.ts'
import { type BlobStore, createBlobStore, hashBytes } from './blobs.ts'
import type { DiskContent } from './disk-content.ts'
import { shownMedia } from './load-picture.ts'
import type { Rehearsal } from './rehearse.ts'
import { ENGINE_VERSION, parseTake, type Take } from './take.ts'

type TakeFacts = Pick<Take, 'stage' | 'seed' | 'start'> & { readonly content: Readonly<Record<string, string>> }

/** Makes a take of what was performed: the log, how long, and the state it came to. */
export function recordTake(
  { log, ticks, stateHash }: Pick<Rehearsal, 'log' | 'ticks' | 'stateHash'>,
  { stage, seed, content, start }: TakeFacts,
): Take {
  return {
    version: start === undefined ? 1 : 2,
    engine: ENGINE_VERSION,
    stage,
    seed,
    content: { ...content },
    ticks,
    ...(start === undefined ? {} : { start }),
    stateHash,
    blobs: speechOf({ log, start }),
    log: [...log],
  }
}

type Performed = { readonly log: Rehearsal['log']; readonly start?: Take['start'] }

/** Hashes of all speech of a performance, each once: what is being said when it begins, and what its log brings. */
export function speechOf({ log, start }: Performed): string[] {
  const before = start?.actors.flatMap(({ lines }) => lines.map(({ audio }) => audio)) ?? []
  const later = log.flatMap(({ name, input }) => (name === 'performLine' ? [(input as { audio: string }).audio] : []))
  return [...new Set([...before, ...later])]
}

/** Hashes of the content that is performed: what its stage read so far, but of avatars only who is on, of media only what is shown, of clips only what is played. */
export async function hashContent(content: DiskContent, { log, start }: Performed): Promise<Record<string, string>> {
  const cast = new Set([
    ...(start?.actors.map(({ avatar }) => avatar) ?? []),
    ...log.flatMap(({ name, input }) => (name === 'spawnActor' ? [(input as { avatar: string }).avatar] : [])),
  ])
  const shown = shownMedia(log, start)
  const played = playedClips({ log, start })
  for (const avatar of cast) await content.avatar(avatar)
  for (const media of shown) await content.picture(media)
  const plays = (path: string) => {
    const [folder, name] = path.split('/') as [string, string]
    if (folder === 'clips') return played.has(name.replace(/\.json$/, ''))
    return folder === 'avatars' ? cast.has(name) : folder === 'media' ? shown.has(name) : true
  }
  return Object.fromEntries(Object.entries(content.hashes()).filter(([path]) => plays(path)))
}

/** Clips that play when a performance begins, and those its log brings. */
function playedClips({ log, start }: Performed): ReadonlySet<string> {
  const before = start?.actors.flatMap(({ clips }) => clips.map(({ clip }) => clip)) ?? []
  return new Set([
    ...before,
    ...log.flatMap(({ name, input }) => (name === 'playClip' ? [(input as { name: string }).name] : [])),
  ])
}

/** Adds a take and its speech, in `<path>.blobs`, to files that are to appear together: blobs first, so that a take that is there is whole. */
export function stageTake(files: StagedFiles, path: string, take: Take, blobs: BlobStore): void {
  files.makeFolder(blobFolder(path))
  for (const hash of take.blobs) files.add(join(blobFolder(path), `${hash}.wav`), blobs.file(blobHash(hash))!)
  files.add(path, writeJson(take))
}

/** A performance is a matter of bits, and JSON drops the sign of a zero unless it is told. */
const writeJson = (take: Take): string =>
  JSON.stringify(take, (_, value) => (Object.is(value, -0) ? JSON.rawJSON('-0') : value))

declare global {
  interface JSON {
    /** Text that goes into JSON as it is. Source: ECMAScript proposal "JSON.parse source text access", in V8 since 11.4. */
    rawJSON(text: string): unknown
  }
}

/** Writes a take, and its speech into `<path>.blobs`. */
export function writeTake(path: string, take: Take, blobs: BlobStore): void {
  using files = new StagedFiles()
  stageTake(files, path, take, blobs)
  files.publish()
}

/**
 * Reads a take and its speech.
 *
 * @throws  `take/bad-file`, `take/other-version`, `take/missing-blob`
 */
export async function readTake(path: string): Promise<{ take: Take; blobs: BlobStore }> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new EngineError(
      'take/bad-file',
      `The take "${path}" ${cause.code === 'ENOENT' ? 'is not there' : `cannot be read (${cause.code})`}. Record one with --take.`,
      { cause },
    )
  })
  const take = parseTake(parseJson(text, path), path)
  const files: Uint8Array[] = []
  for (const hash of take.blobs) files.push(await readBlob(path, blobHash(hash)))
  return { take, blobs: createBlobStore(files) }
}

/**
 * Refuses a take whose content has changed since.
 *
 * @param now  Hashes of the content there is, by path.
 * @throws     `take/asset-changed`
 */
export function checkContent(take: Take, now: Readonly<Record<string, string>>): void {
  for (const [path, hash] of Object.entries(take.content)) {
    const current = now[path]
    if (current === hash) continue
    const state = current === undefined ? 'is not there' : `is now ${current.slice(0, 8)}`
    throw new EngineError(
      'take/asset-changed',
      `The take was recorded with content/${path} at ${hash.slice(0, 8)}, which ${state}. Record it again, or restore the file.`,
    )
  }
}

async function readBlob(path: string, hash: BlobHash): Promise<Uint8Array> {
  const file = join(blobFolder(path), `${hash}.wav`)
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new EngineError(
      'take/missing-blob',
      `Speech of the take is missing: "${file}". Keep the ".blobs" folder with the take, or record it again.`,
      { cause },
    )
  })
  if (hashBytes(bytes) === hash) return bytes
  throw new EngineError(
    'take/missing-blob',
    `"${file}" is not the sound the take was recorded with: its sha256 differs. Restore it, or record the take again.`,
  )
}

/** Where a take's speech lies. */
export const blobFolder = (path: string): string => `${path.replace(/\.json$/, '')}.blobs`

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new EngineError(
      'take/bad-file',
      `"${path}" is not a take: ${(cause as Error).message}. Record one with --take.`,
      { cause },
    )
  }
}
