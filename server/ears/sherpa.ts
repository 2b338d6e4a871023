import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PCM_RATE } from '../../engine/api/host.ts'
import type { Picked } from './pick-recogniser.ts'
import { createProgramRecogniser } from './program-recogniser.ts'
import { recogniseModel } from './sherpa-model.ts'
import type { SpeechProgram } from './speech-program.ts'

const PROGRAM = fileURLToPath(new URL('sherpa-program.ts', import.meta.url))
const PACKAGE = 'sherpa-onnx-node'

/** sherpa-onnx with the model in a folder. @returns  What is missing, where something is. */
export async function findSherpa(folder: string): Promise<Picked> {
  const wrong = (advice: string): Picked => ({ advice, isWrong: true })
  const files = await readdir(folder).catch(() => undefined)
  if (files === undefined) return wrong(`RECOGNISER_MODEL ${folder} is no folder that can be read.`)
  const model = recogniseModel(files)
  if (model === undefined)
    return wrong(
      `RECOGNISER_MODEL ${folder} holds no model that is known: it needs tokens.txt and encoder, decoder and joiner (a streaming transducer), or encoder and decoder (Whisper), each .onnx.`,
    )
  if (!hasPackage()) return wrong(`sherpa-onnx is not installed here. Run \`npm install ${PACKAGE}\`.`)
  const program: SpeechProgram = {
    name: `sherpa-onnx with ${basename(resolve(folder))}`,
    languages: [],
    command: [process.execPath, PROGRAM, resolve(folder)],
  }
  return (await canListen(program))
    ? { program }
    : wrong(`RECOGNISER_MODEL ${folder} holds a model that sherpa-onnx cannot use. Download it again, or take another.`)
}

/** Tries a program on a second of silence: a broken model ends its process, and is better found now than by a person. */
async function canListen(program: SpeechProgram): Promise<boolean> {
  const recogniser = createProgramRecogniser(program, { patience: 60_000 })
  const listening = recogniser.listen(() => {})
  listening.write(new Uint8Array(PCM_RATE))
  try {
    await listening.finish()
    return true
  } catch {
    return false
  } finally {
    recogniser.close()
  }
}

function hasPackage(): boolean {
  try {
    createRequire(import.meta.url).resolve(PACKAGE)
    return true
  } catch {
    return false
  }
}
