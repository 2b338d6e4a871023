import { Command } from 'commander'
import { parseCommand, requirePerformance } from '../parse-command.ts'
import { number, whole } from '../parse-number.ts'

export type WhyCommand = {
  readonly file: string
  /** Seconds. */
  readonly at: number
  readonly actor?: string
  readonly channel?: string
  readonly all: boolean
  readonly seed: number
  readonly json: boolean
}

/** The longest a take may run, seconds. */
const LONGEST = 4 * 3600

const EXAMPLES = `
Examples:
  npm run why -- content/takes/greeting.json --at 2.35
  npm run why -- content/takes/greeting.json --at 2.35 --channel mouthSmileLeft
  npm run why -- scripts/shows/two-actors.ts --at 4 --actor ben --channel arms     a show is rehearsed first, with its voices
  npm run --silent why -- talk.json --at 2.35 --json                               for other programs

A channel is a face channel (mouthSmileLeft, viseme_PP), a bone (leftUpperArm) or a group of them: blink, eyeLook,
mouth shapes, other shapes, visemes; eyes, neck and head, trunk, arms, legs, jaw. Its owner is the system that did most
to it; behind it stand all that wrote, in their order, with what each changed and for whose sake: weights for the face,
degrees from the pose at ease for bones. Fingers and what nobody moves are left out, unless they are asked for, or --all.`

/**
 * Reads the command line.
 *
 * @param write  Where help goes.
 * @returns      Undefined when help was asked for and has been shown.
 * @throws       `api/bad-input`; commander's errors.
 */
export function parseOptions(args: readonly string[], write: (text: string) => void): WhyCommand | undefined {
  const command = new Command('why')
    .description('Tells who decides each channel of an actor at an instant: which system, and for which cue.')
    .argument('<file>', 'a take (.json) or a show (.ts)')
    .requiredOption('--at <seconds>', 'when, from the beginning of the take', number('--at', 0, LONGEST))
    .option('--actor <id>', 'whose; the first on the stage by default')
    .option('--channel <name>', 'of one channel, one bone or one group alone')
    .option('--all', 'also fingers, and what nobody moves', false)
    .option('--seed <n>', 'seed that a show is rehearsed with', whole('--seed', 0, 0xffffffff), 1)
    .option('--json', 'everything as JSON', false)
    .addHelpText('after', EXAMPLES)
  if (!parseCommand(command, args, write)) return undefined
  const file = command.args[0]!
  requirePerformance(file)
  return { file, ...command.opts<Omit<WhyCommand, 'file'>>() }
}
