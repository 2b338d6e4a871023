import { runCapture } from './capture/run-capture.ts'

// Leaves at once: a show may have left something behind that would keep the process alive.
process.exit(await runCapture(process.argv.slice(2), { out: process.stdout, err: process.stderr }))
