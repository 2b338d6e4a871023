import { type Look, lookSchema } from '../render/look/look.ts'
import { type StageSet, setSchema } from '../render/set/set.ts'
import { type ContentSource, readContent, requireListed } from './content.ts'

/** Reads a look preset of content/looks. @throws `content/missing-file`, `content/bad-file` */
export async function loadLook(source: ContentSource, name: string): Promise<Look> {
  requireListed(await source.list('looks'), name, 'look', 'content/missing-file')
  return readContent(source, `looks/${name}.json`, lookSchema)
}

/** Reads a set of content/sets. @throws `content/missing-file`, `content/bad-file` */
export async function loadSet(source: ContentSource, name: string): Promise<StageSet> {
  requireListed(await source.list('sets'), name, 'set', 'content/missing-file')
  return readContent(source, `sets/${name}.json`, setSchema)
}
