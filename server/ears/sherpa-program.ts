/**
 * Listens with sherpa-onnx: sound on its standard input (16 kHz, one channel, 16 bits), text on its output.
 *
 *   node sherpa-program.ts <folder of a model>
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { recogniseModel, type SherpaModel } from './sherpa-model.ts'
import { GUESS } from './speech-program.ts'

/** Hertz. */
const RATE = 16_000

type Stream = { readonly acceptWaveform: (sound: { samples: Float32Array; sampleRate: number }) => void }
type Recogniser<S extends Stream> = {
  readonly createStream: () => S
  readonly decode: (stream: S) => void
  readonly getResult: (stream: S) => { readonly text: string }
}
type Online = Recogniser<Stream & { readonly inputFinished: () => void }> & {
  readonly isReady: (stream: Stream) => boolean
}
/** The part of the package that is used; it comes without types. */
type Sherpa = {
  readonly OnlineRecognizer: new (config: object) => Online
  readonly OfflineRecognizer: new (config: object) => Recogniser<Stream>
}

const folder = process.argv[2]!
const model = recogniseModel(readdirSync(folder))!
const sherpa = createRequire(import.meta.url)('sherpa-onnx-node') as Sherpa
await (model.kind === 'transducer' ? listenAlong(model) : listenOut(model))

/** Guesses while it listens. */
async function listenAlong({ tokens, encoder, decoder, joiner }: SherpaModel & { kind: 'transducer' }): Promise<void> {
  const recogniser = new sherpa.OnlineRecognizer({
    featConfig: { sampleRate: RATE, featureDim: 80 },
    modelConfig: {
      transducer: { encoder: at(encoder), decoder: at(decoder), joiner: at(joiner) },
      tokens: at(tokens),
      numThreads: 1,
    },
  })
  const stream = recogniser.createStream()
  let guess = ''
  const decode = (): string => {
    while (recogniser.isReady(stream)) recogniser.decode(stream)
    return recogniser.getResult(stream).text.trim()
  }
  for await (const samples of readSound()) {
    stream.acceptWaveform({ samples, sampleRate: RATE })
    const text = decode()
    if (text !== guess) print(GUESS + text)
    guess = text
  }
  stream.inputFinished()
  print(decode())
}

/** Understands all at once, at the end. */
async function listenOut({ tokens, encoder, decoder }: SherpaModel & { kind: 'whisper' }): Promise<void> {
  const recogniser = new sherpa.OfflineRecognizer({
    featConfig: { sampleRate: RATE, featureDim: 80 },
    modelConfig: { whisper: { encoder: at(encoder), decoder: at(decoder) }, tokens: at(tokens), numThreads: 1 },
  })
  const stream = recogniser.createStream()
  for await (const samples of readSound()) stream.acceptWaveform({ samples, sampleRate: RATE })
  recogniser.decode(stream)
  print(recogniser.getResult(stream).text.trim())
}

/** Whole samples: a piece of a pipe may end between the bytes of one. */
async function* readSound(): AsyncGenerator<Float32Array> {
  let rest = Buffer.alloc(0)
  for await (const piece of process.stdin) {
    const bytes = Buffer.concat([rest, piece as Buffer])
    const count = bytes.length >> 1
    rest = bytes.subarray(count * 2)
    yield Float32Array.from({ length: count }, (_, i) => bytes.readInt16LE(i * 2) / 32768)
  }
}

function at(file: string): string {
  return join(folder, file)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
