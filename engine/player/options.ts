import { signal } from '@preact/signals'
import * as z from 'zod'

const choice = z.object({ name: z.string(), title: z.string() })
const choices = z.array(choice).default([])

/** What a server has to choose from. */
const optionsSchema = z.object({ avatars: choices, voices: choices, stages: choices, media: choices, manners: choices })

export type Choice = z.output<typeof choice>
export type Options = z.output<typeof optionsSchema>

/** Undefined until they are fetched, and where the server tells none. */
export const options = signal<Options | undefined>(undefined)

/** Asks the server once, for a stage; what it cannot tell is asked again the next time. */
export async function loadOptions(stage: string): Promise<void> {
  if (options.value !== undefined) return
  const response = await fetch(`/options.json?${new URLSearchParams({ stage })}`)
  if (!response.ok) throw new Error(`The server does not say what there is to choose (${response.status}).`)
  options.value = optionsSchema.parse(await response.json())
}
