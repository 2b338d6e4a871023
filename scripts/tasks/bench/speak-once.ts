import {
  createBlobStore,
  createFliteVoice,
  createSpeaker,
  createStage,
  loadCatalogue,
  loadFliteInNode,
  openContent,
} from '../../../engine/api/node.ts'
import { cpuSeconds } from './figures.ts'

/** Run in a process of its own by the speech bench: speaks the text given, and prints what that cost: from cold, or with a voice that is loaded, until
 * its first samples. */
const text = process.argv[2]!
const blobs = createBlobStore()
const isWarm = process.argv[3] === 'warm'
const loaded = isWarm ? await loadFliteInNode() : undefined
const speaker = createSpeaker([createFliteVoice(async () => loaded ?? loadFliteInNode())], blobs)
const stage = createStage({ catalogue: await loadCatalogue(openContent(), 'studio'), seed: 1 })
stage.spawnActor({ id: 'ana' })
stage.step()
const begun = cpuSeconds()
let first = 0
let seconds = 0
let part = 0
for await (const { plan, audio } of speaker.speak(text, {
  voice: 'slt',
  rate: 1,
  pitch: 1,
  signal: new AbortController().signal,
})) {
  if (part === 0) first = cpuSeconds() - begun
  stage.run('performLine', { actor: 'ana', line: 'line', part: part++, plan, audio })
  seconds += plan.duration + plan.pause
  if (isWarm) break
}
process.stdout.write(JSON.stringify({ first, all: cpuSeconds() - begun, seconds }))
process.exit(0)
