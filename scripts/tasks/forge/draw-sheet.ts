import type { AvatarRecipe } from '../../../content/forge/recipe.ts'
import {
  createNodeHost,
  encodeContactSheet,
  type NodeHost,
  openContent,
  openPortraitStudio,
  type PortraitStudio,
  type SheetPicture,
  type Size,
} from '../../../engine/api/node.ts'
import type { Progress } from '../capture/progress.ts'
import { forgeApart, type Sitter } from './forge-apart.ts'
import { crowdSittings, type NamedSitting, previewSittings } from './sittings.ts'

export type Drawing = { readonly signal: AbortSignal; readonly progress: Progress }

/** Pixels of a picture. A crowd's are smaller: ten of them stand side by side. */
const PREVIEW_SIZE = { width: 420, height: 520 }
const CROWD_SIZE = { width: 220, height: 290 }
const CROWD_COLUMNS = 10

/** Draws what a recipe makes. Returns a PNG file. */
export async function drawPreview(recipe: AvatarRecipe, { signal, progress }: Drawing): Promise<Uint8Array> {
  progress.phase(`Forging and drawing ${recipe.name}`)
  using host = await createNodeHost()
  using studio = await openStudio(host, PREVIEW_SIZE)
  const rows: SheetPicture[][] = []
  for await (const sitter of forgeApart([recipe], signal)) {
    for (const row of previewSittings(sitter.rig)) rows.push(await draw(studio, sitter, row, signal))
  }
  return encodeContactSheet({ title: recipe.name, subtitle: describe(recipe), size: PREVIEW_SIZE, rows })
}

/** Draws many people: faces in a row under their numbers, their figures in the next. Returns a PNG file. */
export async function drawCrowd(
  recipes: readonly AvatarRecipe[],
  words: { readonly title: string; readonly subtitle: string },
  { signal, progress }: Drawing,
): Promise<Uint8Array> {
  progress.phase('Forging and drawing')
  using host = await createNodeHost()
  using studio = await openStudio(host, CROWD_SIZE)
  const rows: SheetPicture[][] = []
  let drawn = 0
  for await (const sitter of forgeApart(recipes, signal)) {
    if (drawn % CROWD_COLUMNS === 0) rows.push([], [])
    const pictures = await draw(studio, sitter, crowdSittings(sitter.rig, drawn + 1), signal)
    for (const [i, row] of rows.slice(-2).entries()) row.push(pictures[i]!)
    progress.count(++drawn, recipes.length)
  }
  return encodeContactSheet({ ...words, size: CROWD_SIZE, rows })
}

const openStudio = (host: NodeHost, size: Size): Promise<PortraitStudio> =>
  openPortraitStudio({ host, content: openContent(), size, preset: 'default', look: 'natural', set: 'living-room' })

async function draw(
  studio: PortraitStudio,
  sitter: Sitter,
  sittings: readonly NamedSitting[],
  signal: AbortSignal,
): Promise<SheetPicture[]> {
  const pictures = await studio.take(sitter, sittings, signal)
  return pictures.map((rgba, i) => ({ rgba, label: sittings[i]!.label }))
}

const describe = ({ age, body, hair, skin }: AvatarRecipe): string =>
  `looks ${age} · ${body.height.toFixed(2)} m · hair: ${hair.style} · skin tone ${skin.tone}`
