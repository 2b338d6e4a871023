import { type Look, lookSchema } from '../render/look/look.ts'
import { type ContentSource, readContent, requireListed } from './content.ts'

/** Reads a look preset of content/looks. @throws `content/missing-file`, `content/bad-file` */
export async function loadLook(source: ContentSource, name: string): Promise<Look> {
  requireListed(await source.list('looks'), name, 'look', 'content/missing-file')
  return readContent(source, `looks/${name}.json`, lookSchema)
}
