import { Command, Option } from 'commander'
import {
  type FrameRate,
  PRESET_NAMES,
  type Preset,
  parseFps,
  parseSize,
  requireListed,
  type Size,
} from '../../../engine/api/node.ts'
import { parseCommand } from '../parse-command.ts'
import { number, whole } from '../parse-number.ts'
import { type MannerMix, parseManner } from './parse-manner.ts'

/** What the capture command was asked for, parsed but not yet looked up. */
export type CaptureOptions = {
  readonly text?: string
  readonly textFile?: string
  readonly audio?: string
  readonly transcript?: string
  readonly show?: string
  readonly fromTake?: string
  readonly out: string
  readonly voice?: string
  readonly rate: number
  readonly pitch: number
  readonly shot?: string
  readonly stage?: string
  readonly avatar: string
  readonly content?: string
  readonly fps: FrameRate
  readonly size?: Size
  readonly seed: number
  readonly stillness: number
  readonly manner?: MannerMix
  /** Whether hands, face and eyes act the text out. */
  readonly acting: boolean
  readonly culture?: string
  readonly preset: Preset
  readonly frames?: string
  readonly take?: string
  readonly burnCaptions: boolean
  readonly maxDuration: number
  readonly workers: number
  readonly quiet: boolean
  /** Names of the options that were typed, as against those that have their defaults. */
  readonly given: ReadonlySet<string>
}

/** More take turns at the same cores; each holds a driver and the models. */
const MAX_WORKERS = 16

const EXAMPLES = `
Examples:
  npm run capture -- "Hello, I'm Milla." --out hello.mp4
  npm run capture -- --text-file letter.txt --voice rms --shot close-up --burn-captions
  npm run capture -- "It works!" --manner enthusiastic --culture italy --shot medium
  npm run capture -- --audio me.wav --transcript me.txt --out me.mp4
  npm run capture -- --show scripts/shows/two-actors.ts --take two.json
  npm run capture -- --from-take two.json --shot wide --size 3840x2160 --preset fine

Beside the film lies its .vtt with captions. Film, captions, take and frames appear together when all are whole.
Ctrl-C stops and leaves nothing half-written; a second one quits at once.`

/**
 * Reads the command line.
 *
 * @param write  Where help goes.
 * @returns      Undefined when help was asked for and has been shown.
 * @throws       `api/bad-input`, `encode/bad-size`, `encode/bad-fps`; commander's errors.
 */
export function parseOptions(args: readonly string[], write: (text: string) => void): CaptureOptions | undefined {
  const command = captureCommand()
  if (!parseCommand(command, args, write)) return undefined
  const options = command.opts<CaptureOptions>()
  const given = new Set(Object.keys(options).filter((name) => command.getOptionValueSource(name) === 'cli'))
  const text = command.args[0]
  if (text === undefined) return { ...options, given }
  return { ...options, text, given: given.add('text') }
}

function captureCommand(): Command {
  return new Command('capture')
    .usage('[options] "text"')
    .description('Turns a text, a recording, a show or a take into a film of a character performing it.')
    .argument('[text]', 'what is said')
    .option('--text-file <file>', 'read the text from a file')
    .option('--audio <file>', 'speak with a recording: WAV, MP3, OGG or FLAC; needs --transcript')
    .option('--transcript <file>', 'what the recording says; its words are spread evenly over the spoken parts')
    .option('--show <file>', 'perform a show, a TypeScript file as in scripts/shows')
    .option('--from-take <file>', 'film a recorded take again')
    .option('-o, --out <file>', 'the film to write, .mp4', 'film.mp4')
    .option('--voice <name>', 'slt, rms, awb or kal16 (default: slt)')
    .addOption(
      new Option('--rate <factor>', 'speed of speech, 0.5 to 2').argParser(number('--rate', 0.5, 2)).default(1),
    )
    .addOption(
      new Option('--pitch <factor>', 'height of the voice, 0.5 to 2').argParser(number('--pitch', 0.5, 2)).default(1),
    )
    .option(
      '--shot <name>',
      "close-up, medium, wide, screen or presenter; of a show or take, instead of its own (default: the stage's)",
    )
    .option('--stage <name>', 'a stage of content/stages (default: studio)')
    .option('--content <folder>', "content of your own, laid out like this project's")
    .option('--avatar <name>', 'an avatar of content/avatars', 'milla')
    .addOption(new Option('--fps <rate>', 'frames a second: 24, 25, 30, 50 or 60').argParser(parseFps).default(30))
    .addOption(
      new Option('--size <WxH>', 'pixels, even, 256x256 to 3840x2160 (default: 1280x720)').argParser(parseSize),
    )
    .addOption(
      new Option('--seed <n>', 'chooses blinks, glances and sway').argParser(whole('--seed', 0, 0xffffffff)).default(1),
    )
    .addOption(
      new Option('--stillness <0..1>', '0 lively, 1 nearly still').argParser(number('--stillness', 0, 1)).default(0.15),
    )
    .addOption(
      new Option(
        '--manner <name>',
        'professional, casual, enthusiastic, academic, calm or shy; calm:shy:0.3 is three tenths of the way from calm to shy (default: casual)',
      ).argParser(parseManner),
    )
    .option('--no-acting', 'say the text without acting it out: no gestures, faces and glances but those it asks for')
    .option('--culture <name>', 'where the actor is at home, a file of content/cultures (default: international)')
    .addOption(
      new Option('--preset <name>', `how much a picture may cost: ${PRESET_NAMES.join(', ')}`)
        .argParser(preset)
        .default('default'),
    )
    .option('--frames <folder>', 'also write every frame as a PNG, without captions')
    .option('--take <file>', 'also write the take, .json, to film it again')
    .option('--burn-captions', 'draw the captions into the picture', false)
    .addOption(
      new Option('--max-duration <seconds>', 'refuse a longer film')
        .argParser(number('--max-duration', 1, 14_400))
        .default(600),
    )
    .addOption(
      new Option('--workers <n>', 'processes that draw: one for each card, or for each two cores')
        .argParser(whole('--workers', 1, MAX_WORKERS))
        .default(1),
    )
    .option('-q, --quiet', 'no progress, only the last line', false)
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments(false)
}

function preset(name: string): Preset {
  requireListed(PRESET_NAMES, name, 'preset', 'api/bad-input')
  return name as Preset
}
