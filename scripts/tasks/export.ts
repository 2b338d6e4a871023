import { runExport } from './export/run-export.ts'

/** `npm run export`: what an actor does in a take, as a file for other programs. */
process.exitCode = await runExport(process.argv.slice(2), process.stdout, process.stderr)
