import { runMedia } from './media/run-media.ts'

/** `npm run media`: the pictures of content/media, drawn anew from their numbers; or one of your own, taken in. */
process.exitCode = await runMedia(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
})
