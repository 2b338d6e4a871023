import * as z from 'zod'
import { plainLine } from '../plain-line.ts'

/** A name is one line that people, logs and language models can read. */
export const personName = z
  .string({ error: 'must be a text' })
  .max(200, { error: 'may have 40 characters' })
  .transform(plainLine)
  .pipe(z.string().max(40, { error: 'may have 40 characters' }))

const contentName = z
  .string({ error: 'must be a text' })
  .regex(/^[a-z0-9-]{1,40}$/, { error: 'must be of lower-case letters, digits and dashes, at most 40' })

/** What someone may ask for who joins a room or opens one. */
export const joinSchema = z.object({
  /** Of the person; '' or none for a guest who has not said it. */
  name: personName.default(''),
  stage: contentName.optional(),
  avatar: contentName.optional(),
  voice: contentName.optional(),
})

export type JoinRequest = z.output<typeof joinSchema>

/** @returns  What is asked for, or what is wrong with it in a sentence. */
export function readJoinRequest(options: unknown): JoinRequest | { readonly fault: string } {
  const result = joinSchema.safeParse(options ?? {})
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || 'what is asked for'} ${message}`)
  return { fault: `The room cannot be joined like this: ${faults.join('; ')}. Change it and try again.` }
}
