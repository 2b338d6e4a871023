import * as z from 'zod'
import { showMedia as show } from '../../world/screen.ts'
import { defineCommand } from '../define-command.ts'
import { nameField, requireKnown, requireScreen } from './fields.ts'

export const showMedia = defineCommand({
  name: 'showMedia',
  description:
    "Shows a picture on the stage's screen; the one before it fades away. When NOT to use: to clear the screen (use `hideMedia`).",
  input: z.strictObject({
    media: nameField.describe('Media id from content/media, e.g. "dusk"'),
    seconds: z.number().min(1).max(3600).optional().describe('How long; default: until another or `hideMedia`'),
  }),
  effect: 'changes',
  check(world, { media }) {
    requireScreen(world, 'showMedia')
    requireKnown(world.catalogue.media, media, 'picture', 'stage/unknown-media')
  },
  apply: (world, { media, seconds }) => show(world, media, seconds),
})
