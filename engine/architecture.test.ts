import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, isOneOf, reach, type SourceFile, violationsOf } from './architecture.ts'
import { DOOR_TABLE, IMPORT_TABLE } from './import-table.ts'

const ROOT = join(import.meta.dirname, '..')
const TOP_FOLDERS = ['engine', 'content', 'editor', 'server', 'scripts'].filter((folder) =>
  existsSync(join(ROOT, folder)),
)

const files = new Map<string, SourceFile>()
for (const folder of TOP_FOLDERS) {
  for (const path of await readdir(join(ROOT, folder), { recursive: true })) {
    if (!/\.tsx?$/.test(path)) continue
    const at = `${folder}/${path}`
    files.set(at, { path: at, text: await readFile(join(ROOT, at), 'utf8') })
  }
}

describe('every file', () => {
  test('keeps to the import table, to purity and to its length', () => {
    expect([...files.values()].flatMap(violationsOf)).toEqual([])
  })

  test('lies in a folder of the table', () => {
    expect([...files.keys()].filter((path) => folderOf(path) === undefined)).toEqual([])
  })
})

describe('every door', () => {
  test.each(DOOR_TABLE.filter(({ door }) => files.has(door)))(
    '$door reaches only what it may',
    ({ door, effects, without }) => {
      const reached = reach(door, files)
      const folders = ['direct', 'sound', 'voice', 'ears', 'render', 'encode', 'player'].filter((folder) =>
        reached.files.some((path) => path.startsWith(`engine/${folder}/`)),
      )
      expect(folders.filter((folder) => !(effects as readonly string[]).includes(folder))).toEqual([])
      expect(reached.packages.filter((name) => isOneOf(name, without))).toEqual([])
    },
  )

  test('of the server keeps pictures and codecs out of the room process, however they would come in', () => {
    const door = 'engine/api/host.ts'
    const kept = ['@babylonjs/*', 'node-av', 'webgpu']
    const loaded = (sources: typeof files) => reach(door, sources).packages.filter((name) => isOneOf(name, kept))
    expect(reach(door, files).packages).toContain('bitecs')
    expect(loaded(files)).toEqual([])
    const planted = (path: string, text: string) =>
      new Map(files).set(path, { path, text: `${files.get(path)!.text}\n${text}` })
    expect(loaded(planted(door, `export { filmTake } from './film/film-take.ts'`))).toContain(
      '@babylonjs/core/scene.js',
    )
    expect(loaded(planted('engine/world/lists.ts', `await import('node-av/lib')`))).toEqual(['node-av/lib'])
  })
})

test.each(TOP_FOLDERS)(
  '%s has a README with what it is, its picture, its rules, how to add to it, and decisions',
  async (folder) => {
    const text = await readFile(join(ROOT, folder, 'README.md'), 'utf8')
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(
      expect.arrayContaining(['What this is', 'The picture', 'Rules', 'How to add', 'Decisions']),
    )
  },
)

describe('the table', () => {
  test('leads only to the left', () => {
    const order = Object.keys(IMPORT_TABLE)
    const pairs = order.flatMap((folder) => (IMPORT_TABLE[folder]?.imports ?? []).map((to) => [folder, to] as const))
    const backward = pairs.filter(([folder, to]) => order.indexOf(to) > order.indexOf(folder))
    expect(backward).toEqual([])
  })
})

describe('a planted violation is seen:', () => {
  const seen = (path: string, text: string) => violationsOf({ path, text })

  test('an import to the right', () => {
    expect(seen('engine/pose/x.ts', `import { world } from '../world/world.ts'`)).toEqual([
      'engine/pose/x.ts imports engine/world; engine/pose may import only engine/core, engine/rig, engine/tracks.',
    ])
    expect(seen('engine/core/math/x.ts', `import { BONES } from '../../rig/bones.ts'`)).toEqual([
      'engine/core/math/x.ts imports engine/rig; engine/core may import nothing.',
    ])
    expect(seen('engine/plan/x.ts', `const pose = await import('../pose/blend.ts')`)).toHaveLength(2)
    expect(seen('engine/tracks/x.ts', `export { plan } from '../plan/plan.ts'`)).toHaveLength(1)
  })

  test('a value where only types may be had', () => {
    expect(seen('engine/voice/x.ts', `import type { Word } from '../plan/plan.ts'`)).toEqual([])
    expect(seen('engine/voice/x.ts', `import { type Word, words } from '../plan/plan.ts'`)).toHaveLength(1)
  })

  test('a way past the door', () => {
    expect(seen('scripts/shows/x.ts', `import { world } from '../../engine/world/world.ts'`)).toHaveLength(1)
    expect(seen('scripts/shows/x.ts', `import { Stage } from '../../engine/api/index.ts'`)).toEqual([])
    expect(seen('server/rooms/x.ts', `import { film } from '../../engine/api/node.ts'`)).toHaveLength(1)
    expect(seen('server/jobs/worker.ts', `import { film } from '../../engine/api/node.ts'`)).toEqual([])
    expect(seen('editor/panels/x.tsx', `import { view } from '../../engine/render/view.ts'`)).toHaveLength(1)
  })

  test('a kernel that imports a kernel', () => {
    expect(seen('engine/pose/x.ts', `import { aim } from './aim.ts'`)).toEqual([
      'engine/pose/x.ts imports engine/pose/aim.ts; kernels import no other kernel.',
    ])
    expect(seen('engine/pose/x.ts', `import type { RestPose } from './forward.ts'`)).toEqual([])
  })

  test('a program that imports what is for tests, though tests share that among them', () => {
    const text = `import { testStage } from '../api/test-stage.ts'`
    expect(seen('engine/api/x.ts', text.replace('../api', '.'))).toEqual([
      'engine/api/x.ts imports engine/api/test-stage.ts, which is for tests.',
    ])
    expect(seen('engine/world/x.test.ts', text)).toEqual([])
    expect(seen('engine/world/x.test.ts', `import { createStage } from '../api/stage.ts'`)).toHaveLength(1)
  })

  test('a package out of its place', () => {
    expect(seen('engine/world/x.ts', `import { Scene } from '@babylonjs/core/scene.js'`)).toEqual([
      'engine/world/x.ts imports the package @babylonjs/core/scene.js; packages of engine/world: bitecs, zod.',
    ])
    expect(seen('engine/core/x.ts', `import * as z from 'zod'`)).toHaveLength(1)
    expect(seen('engine/rig/x.ts', `import * as z from 'zod'`)).toEqual([])
    expect(seen('engine/render/view.ts', `import { readFile } from 'node:fs/promises'`)).toHaveLength(1)
    expect(seen('engine/render/hosts/node.ts', `import { readFile } from 'node:fs/promises'`)).toEqual([])
    expect(seen('engine/sound/x.ts', `import { readFile } from 'node:fs/promises'`)).toHaveLength(1)
    expect(seen('engine/sound/x.test.ts', `import { readFile } from 'node:fs/promises'`)).toEqual([])
  })

  test('a query outside the lists, and a try in a system', () => {
    const text = `import { query } from 'bitecs'`
    expect(seen('engine/world/systems/x.ts', text)).toHaveLength(1)
    expect(seen('engine/world/lists.ts', text)).toEqual([])
    expect(seen('engine/world/systems/x.ts', 'try { f() } catch { g() }')).toHaveLength(1)
    expect(seen('engine/pose/x.ts', 'try { f() } finally { g() }')).toHaveLength(1)
  })

  test.each([
    'Math.sin(1)',
    'Math.hypot(3, 4)',
    `Math['cos'](1)`,
    'Math.random()',
    '2 ** 3',
    'x **= 2',
    'const { exp } = Math',
    'const m = Math',
    'Date.now()',
    'new Date()',
    'performance.now()',
    '`a`.localeCompare(`b`)',
    'globalThis.x',
    'new Intl.Collator()',
  ])('in a pure folder, %s', (text) => {
    expect(seen('engine/tracks/x.ts', text)).toHaveLength(1)
    expect(seen('engine/api/x.ts', text)).toEqual([])
    expect(seen('engine/tracks/x.test.ts', text)).toEqual([])
  })

  test('but not what is exact, or only looks alike', () => {
    const text = `const a = Math.floor(Math.sqrt(2) * Math.PI) // Math.sin, Date
      const b = 'Math.sin(1) ** 2'
      const c = { Date: 1, performance: 2 }
      log.Date, sin(a)`
    expect(seen('engine/tracks/x.ts', text)).toEqual([])
  })

  test('export *, and a file of 401 lines', () => {
    expect(seen('engine/api/x.ts', `export * from './stage.ts'`)).toHaveLength(1)
    expect(seen('engine/api/x.ts', '\n'.repeat(400))).toEqual([])
    expect(seen('engine/api/x.ts', '\n'.repeat(401))).toHaveLength(1)
    expect(seen('engine/api/stage-schema.ts', '\n'.repeat(401))).toEqual([])
  })

  test('a package that a door reaches through another file', () => {
    const pair = [
      { path: 'engine/api/index.ts', text: `import { a } from './a.ts'` },
      { path: 'engine/api/a.ts', text: `import type { B } from 'bitecs'\nconst av = await import('node-av/lib')` },
    ]
    const reached = reach('engine/api/index.ts', new Map(pair.map((file) => [file.path, file])))
    expect(reached.packages).toEqual(['node-av/lib'])
    expect(isOneOf('node-av/lib', ['node-av'])).toBe(true)
    expect(isOneOf('node-avatar', ['node-av'])).toBe(false)
    expect(isOneOf('node:fs', ['node:*'])).toBe(true)
  })
})
