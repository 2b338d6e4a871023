import { runLint } from './lint/run-lint.ts'

/** `npm run lint:performance -- take.json`: what a viewer would find uncanny. */
process.exit(await runLint(process.argv.slice(2), { out: process.stdout, err: process.stderr }))
