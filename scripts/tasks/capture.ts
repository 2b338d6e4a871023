import { runCapture } from './capture/run-capture.ts'

process.exitCode = await runCapture(process.argv.slice(2))
// Dawn keeps the event loop alive; everything that had to be written has been.
process.exit()
