import { benchCapture } from './bench/bench-capture.ts'
import { benchForge } from './bench/bench-forge.ts'
import { benchPlanning } from './bench/bench-planning.ts'
import { benchRoom } from './bench/bench-room.ts'
import { benchSpeech } from './bench/bench-speech.ts'
import { benchTick } from './bench/bench-tick.ts'
import { benchTurns } from './bench/bench-turns.ts'
import { type Figure, printFigures } from './bench/figures.ts'

/** `npm run bench [-- tick planning speech room turns forge capture]`: what the engine costs, each figure beside its limit. */
const BENCHES: Readonly<Record<string, () => Promise<Figure[]>>> = {
  tick: benchTick,
  planning: benchPlanning,
  speech: benchSpeech,
  room: benchRoom,
  turns: benchTurns,
  forge: benchForge,
  capture: benchCapture,
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in BENCHES))
if (unknown !== undefined) {
  console.error(`bench: no bench "${unknown}". Known: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(1)
}
for (const name of asked.length === 0 ? Object.keys(BENCHES) : asked) {
  console.log(`\n${name}`)
  printFigures(await BENCHES[name]!())
}
process.exit(0)
