import type { CaptionWord } from './caption-words.ts'
import type { CaptionCue } from './captions.ts'

/** What a reader of the file may know about the times of its words. */
const SOURCE_NOTES: readonly (readonly [CaptionWord['source'], string])[] = [
  ['voice', 'given by the voice'],
  ['aligned', 'aligned with the sound'],
  ['even', 'spread evenly over the sound'],
  ['shown', 'shown but not spoken'],
  ['signed', 'signed with the hands'],
]

/**
 * Writes captions as WebVTT, the time of each word inside its cue.
 *
 * @source  W3C WebVTT 1, sections 4.1 to 4.2: blocks, timestamps, escapes.
 */
export function formatWebVtt(cues: readonly CaptionCue[]): string {
  const blocks = ['WEBVTT', `NOTE ${describeSources(cues)}`, ...cues.map(formatCue)]
  return `${blocks.join('\n\n')}\n`
}

function describeSources(cues: readonly CaptionCue[]): string {
  const words = cues.flatMap(({ lines }) => lines.flat())
  const counts = SOURCE_NOTES.map(
    ([source, note]) => [words.filter((word) => word.source === source).length, note] as const,
  )
  const known = counts.filter(([count]) => count > 0).map(([count, note]) => `${count} ${note}`)
  return `Word times: ${known.join(', ') || 'none'}.`
}

function formatCue({ start, end, lines }: CaptionCue): string {
  const [first, last] = [inMillis(start), Math.max(inMillis(end), inMillis(start) + 1)]
  let reached = first
  const text = lines.map((line) =>
    line
      .map((word) => {
        const at = inMillis(word.start)
        // A timestamp must lie within its cue and after the one before it.
        if (at <= reached || at >= last) return escapeText(word.text)
        reached = at
        return `<${formatTime(at)}>${escapeText(word.text)}`
      })
      .join(' '),
  )
  return `${formatTime(first)} --> ${formatTime(last)}\n${text.join('\n')}`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function inMillis(seconds: number): number {
  return Math.round(seconds * 1000)
}

function formatTime(millis: number): string {
  const pad = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0')
  return `${pad(millis / 3_600_000, 2)}:${pad((millis / 60_000) % 60, 2)}:${pad((millis / 1000) % 60, 2)}.${pad(millis % 1000, 3)}`
}
