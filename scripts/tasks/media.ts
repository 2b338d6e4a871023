import { join } from 'node:path'
import { PICTURES } from '../../content/forge/pictures/index.ts'
import { writePicture } from '../../content/forge/pictures/write-picture.ts'
import { CONTENT_FOLDER } from '../../engine/api/node.ts'

/** `npm run media [-- name …]`: the pictures of content/media, drawn anew from their numbers. */
const asked = process.argv.slice(2)
const known = PICTURES.map(({ name }) => name)
const unknown = asked.find((name) => !known.includes(name))
if (unknown === undefined) await drawAll()
else {
  console.error(`No picture "${unknown}". Known: ${known.join(', ')}.`)
  process.exitCode = 1
}

async function drawAll(): Promise<void> {
  for (const picture of PICTURES) {
    if (asked.length > 0 && !asked.includes(picture.name)) continue
    await writePicture(join(CONTENT_FOLDER, 'media'), picture)
    console.log(`content/media/${picture.name}`)
  }
}
