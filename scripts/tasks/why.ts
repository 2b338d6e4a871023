import { runWhy } from './why/run-why.ts'

/** `npm run why -- take.json --at 2.35`: who decides each channel at an instant. */
process.exit(await runWhy(process.argv.slice(2), { out: process.stdout, err: process.stderr }))
