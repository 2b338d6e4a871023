import type { Request, Response } from 'express'
import { type DiskContent, EngineError, type Voice } from '../../engine/api/host.ts'
import type { Backstage } from '../rooms/backstage.ts'

/** Something that can be chosen: what it is asked for by, and what people read. */
type Choice = { readonly name: string; readonly title: string }

/** How the speakers of the voices that come with the engine sound. Source: flite's voice descriptions. */
const VOICE_TITLES: Readonly<Record<string, string>> = {
  slt: 'A woman, American',
  rms: 'A man, American',
  awb: 'A man, Scottish',
  kal16: 'A man, American, an early voice',
}

export type OptionSources = {
  readonly content: DiskContent
  readonly voices: readonly Voice[]
  readonly stageOf: Backstage['stageOf']
}

/** Tells what there is to choose in rooms: of shots and pictures those of the stage asked for. */
export const tellOptions =
  ({ content, voices, stageOf }: OptionSources) =>
  async ({ query }: Request, response: Response): Promise<void> => {
    try {
      const { catalogue } = await stageOf(typeof query.stage === 'string' ? query.stage : 'studio')
      const speakers = voices.flatMap((voice) => voice.speakers)
      response.set('cache-control', 'no-cache').json({
        avatars: [...catalogue.rigs.keys()].map(asTitle),
        voices: speakers.map((name): Choice => ({ name, title: VOICE_TITLES[name] ?? asTitle(name).title })),
        stages: (await content.list('stages')).map(asTitle),
        manners: [...catalogue.manners.keys()].map(asTitle),
        cultures: [...catalogue.cultures].map(([name, { title }]): Choice => ({ name, title })),
        shots: Object.keys(catalogue.stage.shots).map(asTitle),
        media: [...catalogue.media].map(([name, { title }]): Choice => ({ name, title })),
      })
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      response.status(404).json({ code: error.code, message: error.message })
    }
  }

/** "close-up" as "Close-up". */
const asTitle = (name: string): Choice => ({ name, title: name.charAt(0).toUpperCase() + name.slice(1) })
