import { runImportClip } from './import-clip/run-import-clip.ts'

/** `npm run import-clip`: motion of others becomes a clip of content/clips. */
process.exitCode = await runImportClip(process.argv.slice(2), process.stdout, process.stderr)
