import type { Voice } from '../../engine/api/host.ts'

/**
 * The speaker that says something in a language: who was chosen, if that voice can, else the first of a voice that can.
 * Where none can, who was chosen says it as well as may be.
 *
 * @param language  ISO 639-1.
 */
export function voiceFor(voices: readonly Voice[], chosen: string, language: string): string {
  const speaks = ({ languages }: Voice) => languages.some((one) => one.split('-')[0] === language)
  const own = voices.find(({ speakers }) => speakers.includes(chosen))
  return own !== undefined && speaks(own) ? chosen : (voices.find(speaks)?.speakers[0] ?? chosen)
}
