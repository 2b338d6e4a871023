import { afterEach, describe, expect, it } from 'vitest'
import { createProgramRecogniser, type ProgramRecogniserOptions } from './program-recogniser.ts'
import type { Recogniser } from './recogniser.ts'

const opened: Recogniser[] = []
afterEach(() => {
  for (const recogniser of opened.splice(0)) recogniser.close()
})

/** A recogniser that runs a shell's script on the sound. */
function scripted(script: string, options: ProgramRecogniserOptions = {}): Recogniser {
  const recogniser = createProgramRecogniser(
    { name: 'Shell', languages: ['en-US'], command: ['/bin/sh', '-c', script] },
    options,
  )
  opened.push(recogniser)
  return recogniser
}

const SECOND = new Uint8Array(32_000)

describe('a program that listens', () => {
  it('is given all the sound, and is understood line by line', async () => {
    const guesses: string[] = []
    const listening = scripted('wc -c; echo of sound').listen((text) => guesses.push(text))
    listening.write(SECOND)
    listening.write(SECOND)
    expect(await listening.finish()).toBe('73600 of sound')
    expect(guesses).toEqual(['73600', '73600 of sound'])
  })

  it('guesses, and thinks better of it', async () => {
    const guesses: string[] = []
    const listening = scripted('echo "~well"; echo "~well who"; echo hello; cat >/dev/null').listen((text) =>
      guesses.push(text),
    )
    expect(await listening.finish()).toBe('hello')
    expect(guesses).toEqual(['well', 'well who', 'hello'])
  })

  it('may read its sound by the name of a file, as PocketSphinx does', async () => {
    const listening = scripted('head -c 4 /dev/stdin').listen(() => {})
    listening.write(new TextEncoder().encode('hush'))
    expect(await listening.finish()).toBe('hush')
  })

  it('understands nothing without complaint', async () => {
    expect(
      await scripted('cat >/dev/null')
        .listen(() => {})
        .finish(),
    ).toBe('')
  })

  it('that fails, is not there, or takes too long is told in a sentence', async () => {
    const finish = (script: string) =>
      scripted(script, { patience: 300 })
        .listen(() => {})
        .finish()
    await expect(finish('exit 3')).rejects.toThrow(/^Shell, which listens on this server, ended with 3\. Say it again/)
    await expect(finish('exec /no/such/program')).rejects.toThrow(/ended with 127/)
    await expect(finish('sleep 60')).rejects.toThrow(/took longer than 0\.3 s/)
  })

  it('is refused to more people than it can listen to, and is free again after one', async () => {
    const recogniser = scripted('cat >/dev/null', { most: 2 })
    const first = recogniser.listen(() => {})
    const second = recogniser.listen(() => {})
    expect(() => recogniser.listen(() => {})).toThrow(/^2 people are speaking here already/)
    await first.finish()
    expect(await recogniser.listen(() => {}).finish()).toBe('')
    second.drop()
  })

  it('ends at once, and all it started, when it is dropped', async () => {
    const recogniser = scripted('sleep 61 & wait', { most: 1 })
    const listening = recogniser.listen(() => {})
    listening.drop()
    await expect
      .poll(() => {
        try {
          recogniser.listen(() => {}).drop()
          return 'free'
        } catch {
          return 'busy'
        }
      })
      .toBe('free')
  })
})
