/**
 * Plays the takes of content/takes against the hashes beside them, or with --update records them anew, each from the
 * show of its name. Names after it choose some, or add one.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  blobFolder,
  CONTENT_FOLDER,
  createFliteVoice,
  createSpeaker,
  hashTake,
  loadFliteInNode,
  openContent,
  recordShow,
  StagedFiles,
  stageTake,
} from '../../engine/api/node.ts'
import { loadShow } from './capture/load-show.ts'

const FOLDER = join(CONTENT_FOLDER, 'takes')
/** Seconds. A take in the repository is short. */
const LONGEST = 10

const { values, positionals } = parseArgs({
  options: { update: { type: 'boolean', default: false } },
  allowPositionals: true,
})

if (values.update) {
  for (const name of positionals.length > 0 ? positionals : takeNames()) await record(name)
} else {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', 'engine/determinism/takes.test.ts'], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}

function takeNames(): string[] {
  return readdirSync(FOLDER).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : []))
}

async function record(name: string): Promise<void> {
  const { signal } = new AbortController()
  const { show, stage = 'studio' } = await loadShow(join(import.meta.dirname, '../shows', `${name}.ts`), signal)
  const { take, blobs, catalogue } = await recordShow(show, {
    content: openContent(),
    stage,
    seed: 1,
    speakerFor: (blobs) => createSpeaker([createFliteVoice(loadFliteInNode)], blobs),
    signal,
    maxSeconds: LONGEST,
  })
  const path = join(FOLDER, `${name}.json`)
  rmSync(blobFolder(path), { recursive: true, force: true })
  using files = new StagedFiles()
  stageTake(files, path, take, blobs)
  files.add(join(FOLDER, `${name}.hash`), `${hashTake(take, catalogue).poses.join('\n')}\n`)
  files.publish()
  console.log(`${path}: ${(take.ticks / 60).toFixed(1)} s, ${take.log.length} commands, state ${take.stateHash}`)
}
