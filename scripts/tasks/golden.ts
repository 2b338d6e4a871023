/** Compares the golden frames with what is drawn now, or with --update draws them anew. */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } })
const env = { ...process.env, GOLDEN_UPDATE: values.update ? '1' : '0' }
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'render', 'engine/render/golden'], {
  stdio: 'inherit',
  env,
})
process.exitCode = status ?? 1
