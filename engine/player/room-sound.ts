import { lineCues, MOUTH_RELEASE, type Stage, TICK_RATE } from '../api/page.ts'

/** A voice this far in the past is not begun any more, seconds: who comes in on its last syllable hears the next one. */
const TOO_LATE = 0.15
/** Files kept at once; the browser's own cache has the others. A minute of speech takes 12 MB. */
const MOST_FILES = 32
/** Seconds in which a voice that starts in the middle comes up, so that it does not click. */
const FADE = 0.02

type Playing = { readonly source: AudioBufferSourceNode; readonly gain: GainNode; isReleased: boolean }

/** Lets the voices of a stage be heard in time with its lips. */
export type RoomSound = {
  /** Fetches a voice's file before its cue is there: it may begin a tenth of a second later. */
  readonly expect: (hash: string) => void
  /** Brings what sounds into step with the stage. Called once for each picture. @param position  Shown now, ticks. */
  readonly follow: (stage: Stage, position: number) => void
  /** Silent at once: who interrupts does not wait for the room. Lines that are known now are not heard again. */
  readonly hush: () => void
  readonly setVolume: (volume: number) => void
  /** Pages may sound only after a touch or a key. */
  readonly unlock: () => void
  readonly close: () => void
}

/**
 * @param speechOf  Address of a voice's file by its hash.
 * @param onMissed  Told when a file cannot be had, and its words are not heard.
 */
export function createRoomSound(speechOf: (hash: string) => string, onMissed: () => void): RoomSound {
  const context = new AudioContext()
  const master = new GainNode(context)
  master.connect(context.destination)
  const files = new Map<string, Promise<AudioBuffer>>()
  const playing = new Map<string, Playing>()
  const begun = new Set<string>()
  /** Lines the stage knew of last, and of those the ones that are not to be heard here any more. */
  let known = new Set<string>()
  const hushed = new Set<string>()

  function load(hash: string): Promise<AudioBuffer> {
    const known = files.get(hash)
    if (known !== undefined) return known
    const loading = fetch(speechOf(hash))
      .then((response) => response.arrayBuffer())
      .then((bytes) => context.decodeAudioData(bytes))
    files.set(hash, loading)
    if (files.size > MOST_FILES) files.delete(files.keys().next().value!)
    loading.catch(() => files.delete(hash))
    return loading
  }

  async function begin(id: string, hash: string, startsAt: number): Promise<void> {
    begun.add(id)
    const buffer = await load(hash).catch(() => undefined)
    const late = context.currentTime - startsAt
    if (buffer === undefined) {
      // Who leaves misses nothing.
      if (context.state !== 'closed') onMissed()
      return
    }
    if (hushed.has(lineOf(id)) || late > buffer.duration - TOO_LATE) return
    const gain = new GainNode(context, { gain: late > 0 ? 0 : 1 })
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(gain).connect(master)
    if (late > 0) gain.gain.linearRampToValueAtTime(1, context.currentTime + FADE)
    source.start(Math.max(context.currentTime, startsAt), Math.max(0, late))
    playing.set(id, { source, gain, isReleased: false })
    source.onended = () => playing.delete(id)
  }

  function release(voice: Playing, seconds: number): void {
    if (voice.isReleased) return
    voice.isReleased = true
    voice.gain.gain.cancelScheduledValues(context.currentTime)
    voice.gain.gain.setTargetAtTime(0, context.currentTime, seconds / 3)
    voice.source.stop(context.currentTime + seconds)
  }

  return {
    expect: (hash) => void load(hash).catch(() => undefined),
    follow(stage, position) {
      const cues = lineCues(stage)
      const there = new Set(cues.map(({ id }) => id as string))
      known = new Set([...there].map(lineOf))
      for (const { id, audio, start, end, released } of cues) {
        const voice = playing.get(id)
        if (released <= position && voice !== undefined) release(voice, MOUTH_RELEASE / TICK_RATE)
        const isDue = end > position && released > start && !hushed.has(lineOf(id))
        if (!begun.has(id) && isDue) void begin(id, audio, context.currentTime + (start - position) / TICK_RATE)
      }
      for (const [id, voice] of playing) if (!there.has(id)) release(voice, FADE)
      for (const id of begun) if (!there.has(id) && !playing.has(id)) begun.delete(id)
      for (const line of hushed) if (!known.has(line)) hushed.delete(line)
    },
    hush() {
      for (const line of known) hushed.add(line)
      for (const voice of playing.values()) release(voice, FADE)
    },
    setVolume: (volume) => void master.gain.setTargetAtTime(volume, context.currentTime, FADE),
    // Not waited for: a machine without an output never answers, and its person may still read along.
    unlock: () => void context.resume(),
    close: () => void context.close(),
  }
}

/** The line that a part belongs to: its id less the part's number. */
const lineOf = (id: string): string => id.slice(0, id.lastIndexOf('/'))
