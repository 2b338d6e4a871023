import { EngineError } from '../core/errors.ts'
import type { Stamped } from '../world/commands.ts'
import { mediaFileSchema } from '../world/media-file.ts'
import { AT_REST, RESTING_SCREEN } from '../world/screen.ts'
import type { StartState } from '../world/start-state.ts'
import { type ContentSource, readContent } from './content.ts'

/** A page waits for a picture while it fades in. Bytes. */
const MAX_BYTES = 1024 * 1024

/**
 * Reads the picture of something in content/media.
 *
 * @param readBytes  Of a path of content.
 * @throws           `content/missing-file`, `content/bad-file`
 */
export async function loadPicture(
  source: ContentSource,
  readBytes: (path: string) => Promise<Uint8Array>,
  media: string,
): Promise<Uint8Array> {
  const { file } = await readContent(source, `media/${media}/media.json`, mediaFileSchema)
  const path = `media/${media}/${file}`
  const bytes = await readBytes(path)
  if (bytes.length <= MAX_BYTES) return bytes
  const size = (bytes.length / 1024 ** 2).toFixed(1)
  throw new EngineError(
    'content/bad-file',
    `content/${path} has ${size} MiB; pictures may have 1 MiB, so that pages have them in time. Save it smaller.`,
  )
}

/** Everything that a performance shows on its stage's screen: from its beginning, and by its log. */
export function shownMedia(log: readonly Stamped[], start?: StartState): ReadonlySet<string> {
  const { shown, before, wanted } = start?.screen ?? RESTING_SCREEN
  const later = log.flatMap(({ name, input }) => (name === 'showMedia' ? [(input as { media: string }).media] : []))
  return new Set([shown, before, wanted, ...later].filter((media) => media !== AT_REST))
}
