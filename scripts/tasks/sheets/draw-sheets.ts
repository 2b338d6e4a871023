import {
  createFliteVoice,
  createNodeHost,
  createSpeaker,
  type DiskContent,
  encodeContactSheet,
  loadFliteInNode,
  openStageCamera,
  type Preset,
  type SheetPicture,
  type StageCamera,
} from '../../../engine/api/node.ts'
import type { Progress } from '../capture/progress.ts'
import type { Sheet, Tile } from './sheet.ts'
import { LOOKING_SHOTS } from './shots.ts'

export type Drawing = {
  readonly content: DiskContent
  readonly preset: Preset
  readonly signal: AbortSignal
  readonly progress: Progress
}

/** Draws sheets on the studio's stage, and hands each on as a WebP file when it is whole. */
export async function* drawSheets(
  sheets: readonly Sheet[],
  { content, preset, signal, progress }: Drawing,
): AsyncGenerator<{ file: string; webp: Uint8Array }> {
  const total = sheets.reduce((sum, { tiles }) => sum + tiles.length, 0)
  const voice = createFliteVoice(loadFliteInNode)
  using host = await createNodeHost()
  let done = 0
  for (const { size, columns, tiles, file, ...words } of sheets) {
    using camera = await openStageCamera({
      ...{ host, content, size, preset, shots: LOOKING_SHOTS },
      ...{ stage: 'studio', seed: 1, speakerFor: (blobs) => createSpeaker([voice], blobs) },
    })
    const pictures: SheetPicture[] = []
    for (const shared of sharingShows(tiles)) {
      pictures.push(...(await shoot(camera, shared, signal)))
      done += shared.length
      progress.count(done, total)
    }
    yield {
      file: `${file}.webp`,
      webp: await encodeContactSheet({ ...words, size, rows: rowsOf(pictures, columns) }, 'webp'),
    }
  }
}

async function shoot(camera: StageCamera, tiles: readonly Tile[], signal: AbortSignal): Promise<SheetPicture[]> {
  const pictures = await camera.shoot(tiles[0]!.show, tiles, signal)
  return pictures.map((rgba, i) => ({ rgba, label: tiles[i]!.label }))
}

/** Neighbours of one show together, in order. */
function sharingShows(tiles: readonly Tile[]): Tile[][] {
  const groups: Tile[][] = []
  for (const tile of tiles) {
    const group = groups.at(-1)
    if (group !== undefined && group[0]?.show === tile.show) group.push(tile)
    else groups.push([tile])
  }
  return groups
}

const rowsOf = <T>(all: readonly T[], columns: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / columns) }, (_, row) => all.slice(row * columns, (row + 1) * columns))
