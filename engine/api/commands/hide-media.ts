import * as z from 'zod'
import { hideMedia as hide } from '../../world/screen.ts'
import { defineCommand } from '../define-command.ts'
import { requireScreen } from './fields.ts'

export const hideMedia = defineCommand({
  name: 'hideMedia',
  description: "Clears the stage's screen: the picture fades away. When NOT to use: to show another (use `showMedia`).",
  input: z.strictObject({}),
  effect: 'changes',
  check: (world) => requireScreen(world, 'hideMedia'),
  apply: hide,
})
