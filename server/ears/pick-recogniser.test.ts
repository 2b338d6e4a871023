import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pickRecogniser } from './pick-recogniser.ts'
import { findPocketSphinx } from './pocket-sphinx.ts'
import { findSherpa } from './sherpa.ts'
import { recogniseModel } from './sherpa-model.ts'
import type { SpeechProgram } from './speech-program.ts'

const SPHINX: SpeechProgram = { name: 'PocketSphinx', languages: ['en-US'], command: ['pocketsphinx'] }
const pick = (config: Parameters<typeof pickRecogniser>[0], sphinx: SpeechProgram | undefined = SPHINX) =>
  pickRecogniser(config, { pocketSphinx: () => sphinx, sherpa: findSherpa })

test('PocketSphinx listens where it is installed and nothing else is asked for', async () => {
  expect(await pick({ RECOGNISER: 'auto' })).toEqual({ program: SPHINX })
})

test('a server without a recogniser opens, and says what to install; one that was asked for by name does not', async () => {
  const none = { pocketSphinx: () => undefined, sherpa: findSherpa }
  const advice = expect.stringContaining('`apt-get install pocketsphinx pocketsphinx-en-us`')
  expect(await pickRecogniser({ RECOGNISER: 'auto' }, none)).toEqual({ advice, isWrong: false })
  expect(await pickRecogniser({ RECOGNISER: 'pocketsphinx' }, none)).toEqual({ advice, isWrong: true })
  expect(await pick({ RECOGNISER: 'none' })).toMatchObject({ isWrong: false })
})

test('PocketSphinx is not found on an empty path', () => {
  expect(findPocketSphinx('/no/such/folder')).toBeUndefined()
})

test('sherpa-onnx says what its model lacks', async () => {
  expect(await pick({ RECOGNISER: 'sherpa' })).toEqual({
    advice: 'RECOGNISER sherpa needs a model. Set RECOGNISER_MODEL to its folder.',
    isWrong: true,
  })
  const advice = async (folder: string) =>
    ((await pick({ RECOGNISER: 'auto', RECOGNISER_MODEL: folder })) as { advice: string }).advice
  expect(await advice('/no/such/folder')).toBe('RECOGNISER_MODEL /no/such/folder is no folder that can be read.')
  const folder = mkdtempSync(join(tmpdir(), 'model-'))
  expect(await advice(folder)).toMatch(/holds no model that is known: it needs tokens\.txt and encoder/)
  for (const file of ['tokens.txt', 'encoder.onnx', 'decoder.onnx', 'joiner.onnx'])
    writeFileSync(join(folder, file), '')
  expect(await advice(folder)).toMatch(/holds a model that sherpa-onnx cannot use\. Download it again|is not installed/)
})

test('a model is known by its files, and the smaller of two precisions is taken', () => {
  const streaming = [
    'encoder-epoch-99.int8.onnx',
    'encoder-epoch-99.onnx',
    'decoder-epoch-99.onnx',
    'joiner-epoch-99.onnx',
  ]
  expect(recogniseModel([...streaming, 'tokens.txt', 'README.md'])).toEqual({
    kind: 'transducer',
    encoder: 'encoder-epoch-99.int8.onnx',
    decoder: 'decoder-epoch-99.onnx',
    joiner: 'joiner-epoch-99.onnx',
    tokens: 'tokens.txt',
  })
  expect(recogniseModel(['tiny.en-encoder.onnx', 'tiny.en-decoder.onnx', 'tiny.en-tokens.txt'])).toMatchObject({
    kind: 'whisper',
    tokens: 'tiny.en-tokens.txt',
  })
  expect(recogniseModel(['model.onnx', 'tokens.txt'])).toBeUndefined()
})
