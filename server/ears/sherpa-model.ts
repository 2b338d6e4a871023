/** A model of sherpa-onnx by the files in its folder, paths from there. */
export type SherpaModel =
  | {
      readonly kind: 'transducer'
      readonly encoder: string
      readonly decoder: string
      readonly joiner: string
      readonly tokens: string
    }
  | { readonly kind: 'whisper'; readonly encoder: string; readonly decoder: string; readonly tokens: string }

/**
 * Tells what model a folder holds. Of the same part in several precisions the smaller, `int8`, is taken.
 *
 * @returns  Undefined where it is of no kind that can be run here.
 */
export function recogniseModel(files: readonly string[]): SherpaModel | undefined {
  const part = (name: string): string | undefined => {
    const fitting = files.filter((file) => file.endsWith('.onnx') && file.includes(name)).sort()
    return fitting.find((file) => file.includes('int8')) ?? fitting[0]
  }
  const tokens = files.find((file) => /(^|-)tokens\.txt$/.test(file))
  const [encoder, decoder, joiner] = [part('encoder'), part('decoder'), part('joiner')]
  if (tokens === undefined || encoder === undefined || decoder === undefined) return undefined
  return joiner === undefined
    ? { kind: 'whisper', encoder, decoder, tokens }
    : { kind: 'transducer', encoder, decoder, joiner, tokens }
}
