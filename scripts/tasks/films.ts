import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { runCapture } from './capture/run-capture.ts'

/** A greeting, a contrast, a number and a feeling: some ten seconds, so that each manner has something to show. */
const TEXT =
  'Hello, and welcome! We can take the long way by the sea, or the short way through the town. That is three hours more. But I love the sea so much!'
const FOLDER = 'docs/films'
/** From head to foot, so that hands and stance are seen. */
const PICTURE = ['--shot', 'full', '--size', '400x500', '--fps', '25', '--seed', '7']

/** `npm run films [-- manner …]`: ten seconds of each manner over the same text, in docs/films. */
const asked = process.argv.slice(2)
const manners = (await readdir('content/manners')).map((file) => basename(file, '.json'))
const unknown = asked.find((name) => !manners.includes(name))
if (unknown !== undefined) {
  console.error(`films: no manner "${unknown}". Known: ${manners.join(', ')}.`)
  process.exit(1)
}
await mkdir(FOLDER, { recursive: true })
for (const manner of asked.length > 0 ? asked : manners) {
  const out = join(FOLDER, `${manner}.mp4`)
  const args = [TEXT, '--manner', manner, ...PICTURE, '--out', out]
  const code = await runCapture(args, { out: process.stdout, err: process.stderr })
  if (code !== 0) process.exit(code)
  // The text stands in docs/acting.md.
  await rm(join(FOLDER, `${manner}.vtt`))
}
// Leaves at once: a driver that has drawn would keep the process alive.
process.exit(0)
