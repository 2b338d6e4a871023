import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from './api/content.ts'
import { CONTENT_FOLDER, openContent } from './api/disk-content.ts'
import { loadLook, loadSet } from './api/load-scenery.ts'

describe('content', () => {
  it('loads whole, every file by its schema', async () => {
    const content = openContent()
    for (const stage of await content.list('stages')) {
      const catalogue = await loadCatalogue(content, stage)
      await loadLook(content, catalogue.stage.look)
      await loadSet(content, catalogue.stage.set)
      expect(catalogue.gestures.size).toBeGreaterThan(0)
      expect(catalogue.rigs.has('milla')).toBe(true)
    }
  })

  it('names a licence for every avatar, in its rig and beside it', async () => {
    const content = openContent()
    const { rigs } = await loadCatalogue(content, 'studio')
    for (const [name, { rig }] of rigs) {
      expect(rig.licence).toBe('CC0-1.0')
      expect(existsSync(join(CONTENT_FOLDER, 'avatars', name, 'LICENSE'))).toBe(true)
    }
  })

  it('has for everything that can be shown a picture of the size told, and a licence', async () => {
    const content = openContent()
    const { media } = await loadCatalogue(content, 'studio')
    expect(media.size).toBeGreaterThan(3)
    for (const [name, { width, height, licence }] of media) {
      const picture = await sharp(await content.picture(name)).metadata()
      expect([picture.width, picture.height], name).toEqual([width, height])
      expect(licence).toBe('CC0-1.0')
    }
  })

  it('has in its set a frame around each screen', async () => {
    const content = openContent()
    for (const name of await content.list('stages')) {
      const { stage } = await loadCatalogue(content, name)
      if (stage.screen === undefined) continue
      const { x, y, z, width, height } = stage.screen
      const { shapes } = await loadSet(content, stage.set)
      const panes = shapes.filter(
        ({ shape, at, ...rest }) =>
          shape === 'box' &&
          'size' in rest &&
          Math.hypot(at[0] - x, at[1] - y) < 0.001 &&
          Math.abs(at[2] + rest.size[2] / 2 - z) < 0.003 &&
          Math.hypot(rest.size[0] - width, rest.size[1] - height) < 0.003,
      )
      expect(panes, name).toHaveLength(1)
    }
  })

  it('has in its set a piece of furniture under each seat', async () => {
    const content = openContent()
    for (const name of await content.list('stages')) {
      const { stage } = await loadCatalogue(content, name)
      const { pieces: shapes } = await loadSet(content, stage.set)
      expect(Object.keys(stage.seats), name).not.toHaveLength(0)
      for (const [seat, { x, z, yawDegrees, height }] of Object.entries(stage.seats)) {
        const yaw = (yawDegrees * Math.PI) / 180
        // From its front edge a seat reaches back half its own depth to the middle of the piece; cushions give way by 2 cm.
        const pieces = shapes.filter(
          (piece) =>
            piece.shape === 'box' &&
            Math.hypot(
              piece.at[0] - (x - (Math.sin(yaw) * piece.size[2]) / 2),
              piece.at[2] - (z - (Math.cos(yaw) * piece.size[2]) / 2),
            ) < 0.02 &&
            Math.abs(piece.at[1] + piece.size[1] / 2 - height) < 0.02 &&
            (piece.turnDegrees?.[1] ?? 0) === yawDegrees,
        )
        expect(pieces, `${name} ${seat}`).toHaveLength(1)
      }
    }
  })

  it('versions every JSON', () => {
    for (const folder of ['stages', 'gestures', 'expressions', 'manners', 'cultures', 'poses', 'looks', 'sets']) {
      for (const file of readdirSync(join(CONTENT_FOLDER, folder))) {
        const data = JSON.parse(readFileSync(join(CONTENT_FOLDER, folder, file), 'utf8')) as { version?: number }
        expect(data.version, `${folder}/${file}`).toBe(folder === 'expressions' ? 2 : 1)
      }
    }
  })

  it('does not read outside its folder', async () => {
    const content = openContent()
    for (const path of ['../package.json', 'stages/../../package.json', '/etc/passwd', 'stages/a b.json']) {
      await expect(content.readText(path)).rejects.toThrow(/not a path of content/)
    }
  })
})
