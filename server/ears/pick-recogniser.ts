import type { Config } from '../config.ts'
import { findPocketSphinx, POCKET_SPHINX_ADVICE } from './pocket-sphinx.ts'
import { findSherpa } from './sherpa.ts'
import type { SpeechProgram } from './speech-program.ts'

/** What listens, or why nothing does: a sentence for who runs the server. */
export type Picked = { readonly program: SpeechProgram } | { readonly advice: string; readonly isWrong: boolean }

type Finders = { readonly pocketSphinx: () => SpeechProgram | undefined; readonly sherpa: typeof findSherpa }

const FINDERS: Finders = { pocketSphinx: findPocketSphinx, sherpa: findSherpa }

/**
 * Picks what understands speech for browsers that do not.
 *
 * @returns  `isWrong` where a recogniser was asked for by name and cannot listen: the server does not start.
 */
export async function pickRecogniser(
  { RECOGNISER: wanted, RECOGNISER_MODEL: model }: Pick<Config, 'RECOGNISER' | 'RECOGNISER_MODEL'>,
  { pocketSphinx, sherpa }: Finders = FINDERS,
): Promise<Picked> {
  if (wanted === 'none') return { advice: 'RECOGNISER is none: only browsers understand speech here.', isWrong: false }
  if (wanted === 'sherpa' || (wanted === 'auto' && model !== undefined)) {
    if (model !== undefined) return sherpa(model)
    return { advice: 'RECOGNISER sherpa needs a model. Set RECOGNISER_MODEL to its folder.', isWrong: true }
  }
  const program = pocketSphinx()
  if (program !== undefined) return { program }
  const advice = `PocketSphinx is not installed: people whose browser understands no speech can only type. To change that, run \`${POCKET_SPHINX_ADVICE}\`, or set RECOGNISER=none.`
  return { advice, isWrong: wanted === 'pocketsphinx' }
}
