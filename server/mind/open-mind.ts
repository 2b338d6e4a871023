import { openContent } from '../../engine/api/host.ts'
import type { Config } from '../config.ts'
import { createFallbackMind } from './fallback-mind.ts'
import type { Mind } from './mind.ts'
import { createModelMind } from './model-mind.ts'
import { createModeratedMind } from './moderation/moderated-mind.ts'
import { createServiceModerator } from './moderation/service-moderator.ts'
import { createWordModerator } from './moderation/word-moderator.ts'
import { createOneLanguageMind } from './one-language-mind.ts'
import { openModel } from './open-model.ts'
import type { Persona } from './persona.ts'
import { createPersonaMind } from './persona-mind.ts'

/** Who answers: what the persona file holds, or a language model with that to fall back on; moderated either way. */
export async function openMind(persona: Persona, config: Config): Promise<Mind> {
  return createModeratedMind(await openUnmoderated(persona, config), [...moderatorsOf(config)])
}

function* moderatorsOf({ MODERATION_URL: url, MODERATION_NAME: name, MODERATION_KEY: key }: Config) {
  yield createWordModerator()
  if (url !== undefined) yield createServiceModerator({ url, name, key, now: () => performance.now() })
}

async function openUnmoderated(persona: Persona, config: Config): Promise<Mind> {
  const { MODEL_URL: url, MODEL_NAME: name, MODEL_KEY: key, MODEL_TEMPERATURE: temperature } = config
  const written = createOneLanguageMind(createPersonaMind(persona))
  if (url === undefined || name === undefined) return written
  const content = openContent()
  const model = createModelMind({
    model: openModel({ url, name, key }),
    persona,
    gestures: await content.list('gestures'),
    expressions: await content.list('expressions'),
    context: config.MODEL_CONTEXT,
    temperature,
  })
  return createFallbackMind(model, written)
}
