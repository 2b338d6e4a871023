import { describe, expect, it } from 'vitest'
import { createProgress } from './progress.ts'

/** Keeps what is written, and a clock that is set by hand. Seconds. */
function record() {
  const seen = { text: '', seconds: 0 }
  const out = {
    write(text: string) {
      seen.text += text
    },
  }
  return { seen, progress: (quiet = false) => createProgress(quiet, out, undefined, () => seen.seconds * 1000) }
}

describe('progress without a terminal', () => {
  it('writes a line for each phase, and one every five seconds while frames come', () => {
    const { seen, progress } = record()
    const shown = progress()
    shown.phase('Speaking')
    seen.seconds = 30
    shown.phase('Drawing')
    for (let done = 1; done <= 100; done++) {
      seen.seconds += 0.1
      shown.count(done, 100)
    }
    expect(seen.text.split('\n')).toEqual([
      'Speaking…',
      'Drawing…',
      '  50/100 frames · 10.0 fps · 0:05 left',
      '  100/100 frames · 10.0 fps · 0:00 left',
      '',
    ])
  })

  it('does not count the time before the first frame', () => {
    const { seen, progress } = record()
    const shown = progress()
    shown.phase('Drawing')
    seen.seconds = 100
    shown.count(1, 61)
    seen.seconds = 106
    shown.count(31, 61)
    expect(seen.text).toContain('31/61 frames · 5.0 fps · 0:06 left')
  })

  it('is silent when it is told to be quiet', () => {
    const { seen, progress } = record()
    const shown = progress(true)
    shown.phase('Speaking')
    shown.count(1, 1)
    shown.stop()
    expect(seen.text).toBe('')
  })
})
