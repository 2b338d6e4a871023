import { EngineError } from '../../../engine/api/node.ts'

/** A manner, or one between two. */
export type MannerMix = { readonly manner: string; readonly towards?: string; readonly share?: number }

/**
 * Reads "calm", or "calm:shy:0.3" for what lies three tenths of the way from calm to shy.
 *
 * @throws  `api/bad-input`
 */
export function parseManner(text: string): MannerMix {
  const [manner = '', towards, share, ...more] = text.split(':').map((part) => part.trim())
  const number = share === undefined ? 0.5 : Number(share)
  const isMix = towards !== undefined
  if (manner === '' || towards === '' || share === '' || more.length > 0 || !(number >= 0 && number <= 1))
    throw new EngineError(
      'api/bad-input',
      `--manner takes a name or two and a share from 0 to 1, and "${text}" is neither. Give "calm", or "calm:shy:0.3".`,
    )
  return isMix ? { manner, towards, share: number } : { manner }
}
