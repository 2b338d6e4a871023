import { createFliteVoice } from './flite.ts'
import { loadFliteInNode } from './load-flite-node.ts'
import type { SpeechOptions } from './voice.ts'

/** CPU-seconds of all threads; call in a fresh process, since the second run of anything is three times as quick. */
export type VoiceFigures = {
  /** Reading, compiling and warming up Flite, once in a process. */
  readonly load: number
  /** From the text to the first part's samples and word times, Flite loaded. */
  readonly firstPart: number
  /** The whole text spoken and aligned, Flite loaded. */
  readonly speak: number
  /** Seconds of speech the text came to, pauses included. */
  readonly duration: number
  /** Bytes of the process at the end. */
  readonly memory: number
}

/** About a minute of ordinary prose, with numbers, names and a long sentence. */
export const BENCH_TEXT = `Good evening, and thank you for coming out on such a wet night to hear about the old harbour.
When the first stones were laid in 1843, nobody believed that the sea wall would hold for even a single winter. It held
for ninety. Dr. Hall, who drew the plans, paid $12.50 for the paper, and nothing at all for the advice of the fishermen,
which turned out to be the better half of the work. They told him where the current ran, how the ice came down the river
in March, and why three earlier walls lay broken on the bottom. He listened, wrote everything down, and built it their
way. What can we learn from that today? I think it is simple: ask the people who are going to live with the thing that
you are making. They may not have the words for it, and they may not agree with each other, but between them they know
more than you do. Now, let me show you the drawings, and after that, if there is time, a few of the letters that went
back and forth between the office in the city and the people on the quay. Some of them are quite funny.`

/** Measures the default voice on a text of a minute. */
export async function measureVoice(text = BENCH_TEXT, speaker = 'slt'): Promise<VoiceFigures> {
  const cpu = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const begun = cpu()
  const engine = await loadFliteInNode()
  const voice = createFliteVoice(async () => engine)
  const loaded = cpu()
  const options: SpeechOptions = { speaker, rate: 1, pitch: 1, signal: new AbortController().signal }
  let firstPart = 0
  let duration = 0
  for await (const part of voice.synthesize(text, options)) {
    if (firstPart === 0) firstPart = cpu() - loaded
    duration += part.samples.length / part.sampleRate + part.pause
  }
  return { load: loaded - begun, firstPart, speak: cpu() - loaded, duration, memory: process.memoryUsage().rss }
}
