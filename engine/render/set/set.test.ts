import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { lookSchema } from '../look/look.ts'
import { setSchema } from './set.ts'

const content = new URL('../../../content/', import.meta.url)

async function readAll(folder: string): Promise<[name: string, document: unknown][]> {
  const names = (await readdir(new URL(folder, content))).filter((name) => name.endsWith('.json'))
  return Promise.all(
    names.map(async (name) => [name.slice(0, -5), JSON.parse(await readFile(new URL(folder + name, content), 'utf8'))]),
  )
}

it('reads every set, whose shapes name materials that it has', async () => {
  for (const [name, document] of await readAll('sets/')) {
    const set = setSchema.parse(document)
    expect(set.name).toBe(name)
    for (const { material } of [...set.shapes, ...set.pieces]) expect(Object.keys(set.materials)).toContain(material)
  }
})

it('reads every look, which paints materials of every set', async () => {
  const sets = (await readAll('sets/')).map(([, document]) => setSchema.parse(document))
  for (const [name, document] of await readAll('looks/')) {
    const look = lookSchema.parse(document)
    expect(look.name).toBe(name)
    for (const set of sets)
      for (const painted of Object.keys(look.paint ?? {})) expect(Object.keys(set.materials)).toContain(painted)
  }
})
