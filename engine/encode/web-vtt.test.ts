import { expect, it } from 'vitest'
import { divideIntoCues } from './captions.ts'
import { sayEvenly } from './test-speech.ts'
import { formatWebVtt } from './web-vtt.ts'

it('writes the words of each cue with their times, and where those come from', () => {
  const cues = divideIntoCues([
    sayEvenly("Hello, I'm Milla.", 0),
    sayEvenly('你好', 3599.5, 'shown', 'zh'),
    sayEvenly('Bye now', 3605, 'even'),
  ])
  expect(formatWebVtt(cues)).toBe(`WEBVTT

NOTE Word times: 3 aligned with the sound, 2 spread evenly over the sound, 1 shown but not spoken.

00:00:00.100 --> 00:00:01.900
Hello, <00:00:00.760>I'm <00:00:00.990>Milla.

00:59:59.600 --> 01:00:00.433
你好

01:00:05.100 --> 01:00:06.060
Bye <01:00:05.330>now
`)
})

it('escapes what would read as markup or as the start of a cue', () => {
  const vtt = formatWebVtt(divideIntoCues([sayEvenly('a<b && c>d --> <00:00:01.000>e', 0)]))
  expect(
    vtt
      .split('\n')
      .at(-2)!
      .replace(/<[\d:.]+>/g, ''),
  ).toBe('a&lt;b &amp;&amp; c&gt;d --&gt; &lt;00:00:01.000&gt;e')
  expect(vtt.match(/-->/g)).toHaveLength(1)
})

it('keeps the timestamps inside their cue and rising, even when words overlap', () => {
  const { plan } = sayEvenly('one two three four', 0)
  const words = plan.words.map((word, i) => ({ ...word, start: i < 2 ? 0.5 : 0.2, end: 0.6 }))
  const vtt = formatWebVtt(divideIntoCues([{ start: 0, plan: { ...plan, words } }]))
  const times = [...vtt.matchAll(/\d\d:\d\d:(\d\d\.\d{3})/g)].map(([, seconds]) => Number(seconds))
  expect(times).toEqual([0.2, 1.1, 0.5])
})

it('is a valid file without any words', () => {
  expect(formatWebVtt([])).toBe('WEBVTT\n\nNOTE Word times: none.\n')
})
