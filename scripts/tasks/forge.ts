import { runForge } from './forge/run-forge.ts'

// Leaves at once: a driver that has drawn a sheet would keep the process alive.
process.exit(await runForge(process.argv.slice(2), { out: process.stdout, err: process.stderr }))
