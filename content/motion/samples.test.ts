import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EngineError } from '../../engine/core/errors.ts'
import { clipSchema } from '../../engine/tracks/clip.ts'
import { importClip } from './import-clip.ts'

/**
 * Files of others, which the repository does not hold: `SAMPLES=<folder> npx vitest run content/motion/samples.test.ts`.
 * Default: beside the repository, where some keep them.
 */
const SAMPLES = process.env.SAMPLES ?? '../shared/assets'
/** The farthest a foot goes while it stands, share of the hips' height: 5 mm of 0.85 m. */
const SLIDE = 0.005 / 0.85

const filesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)) : []
const isMotion = (file: string) => /\.(bvh|vrma|vrm|glb|gltf)$/i.test(file) && statSync(file).isFile()
const read = (file: string) =>
  importClip(file, { description: 'x', licence: 'x', loop: false, mask: 'full', rest: 'auto', plant: true })

describe.skipIf(!existsSync(SAMPLES))('files of others', () => {
  test.each(filesIn(join(SAMPLES, 'motion')).filter(isMotion))(
    '%s is a clip whose feet stand, or is refused with the reason',
    async (file) => {
      const result = await read(file).catch((cause: unknown) => cause)
      if (result instanceof EngineError) {
        expect(result.code).toBe('clip/no-motion')
        return
      }
      const { clip, report } = result as Awaited<ReturnType<typeof read>>
      expect(clipSchema.safeParse(clip).success).toBe(true)
      expect(report.mapped).toBeGreaterThanOrEqual(15)
      expect(report.slideAfter).toBeLessThan(SLIDE)
    },
  )

  test('models and hostile files are refused in one sentence, or read', async () => {
    for (const file of ['hostile', 'avatars'].flatMap((folder) => filesIn(join(SAMPLES, folder))).filter(isMotion)) {
      const result: unknown = await read(file).catch((cause: unknown) => cause)
      if (!(result instanceof Error)) continue
      expect(result, `${file}: ${result.stack}`).toBeInstanceOf(EngineError)
      expect(result.message, file).not.toContain('\n')
    }
  })
})
