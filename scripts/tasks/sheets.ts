import { runSheets } from './sheets/run-sheets.ts'

// Leaves at once: a driver that has drawn would keep the process alive.
process.exit(await runSheets(process.argv.slice(2), { out: process.stdout, err: process.stderr }))
