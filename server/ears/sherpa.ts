import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Picked } from './pick-recogniser.ts'
import { recogniseModel } from './sherpa-model.ts'

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
  return {
    program: {
      name: `sherpa-onnx with ${basename(resolve(folder))}`,
      languages: [],
      command: [process.execPath, PROGRAM, resolve(folder)],
    },
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
