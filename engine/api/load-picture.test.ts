import { cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readStartState } from '../world/start-state.ts'
import { loadCatalogue } from './content.ts'
import { CONTENT_FOLDER, openContent } from './disk-content.ts'
import { shownMedia } from './load-picture.ts'
import { hashContent } from './take-file.ts'
import { testStage } from './test-stage.ts'

describe('what a take shows', () => {
  it('is what its log brings, and what is on the screen when it begins', () => {
    const stage = testStage()
    expect([...shownMedia(stage.world.log)]).toEqual([])
    stage.showMedia('dusk')
    stage.seek(60)
    const start = readStartState(stage.world)
    stage.showMedia('island')
    expect([...shownMedia(stage.world.log)]).toEqual(['dusk', 'island'])
    expect([...shownMedia(stage.world.log.slice(stage.world.cursor), start)]).toEqual(['dusk', 'island'])
  })

  it('is hashed with its take, and nothing else of what could be shown', async () => {
    const content = openContent()
    await loadCatalogue(content, 'studio')
    const stage = testStage()
    stage.showMedia('dusk')
    const paths = Object.keys(await hashContent(content, stage.world))
    expect(paths.filter((path) => path.startsWith('media/'))).toEqual([
      'media/dusk/media.json',
      'media/dusk/picture.webp',
    ])
  })
})

describe('a picture', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'proscenium-picture-'))
    cpSync(join(CONTENT_FOLDER, 'media'), join(folder, 'media'), { recursive: true })
    rmSync(join(folder, 'media/dusk/picture.webp'))
    truncateSync(join(folder, 'media/stars/picture.webp'), 2 * 1024 * 1024)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('that is not there, or too large for pages, is refused in a sentence', async () => {
    const content = openContent(folder)
    await expect(content.picture('dusk')).rejects.toThrow('content/media/dusk/picture.webp is not there')
    await expect(content.picture('stars')).rejects.toThrow('stars/picture.webp has 2.0 MiB; pictures may have 1 MiB')
    expect((await content.picture('island')).length).toBeGreaterThan(10_000)
  })
})
