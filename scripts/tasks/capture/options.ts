import { Command, InvalidArgumentError, Option } from 'commander'
import { type FrameRate, PRESET_NAMES, type Preset, parseFps, parseSize, type Size } from '../../../engine/api/node.ts'

/** What the capture command was asked for, parsed but not yet looked up. */
export type CaptureOptions = {
  readonly text?: string
  readonly textFile?: string
  readonly audio?: string
  readonly transcript?: string
  readonly show?: string
  readonly fromTake?: string
  readonly out?: string
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
  readonly preset: Preset
  readonly frames?: string
  readonly take?: string
  readonly burnCaptions: boolean
  readonly maxDuration: number
  readonly quiet: boolean
}

const EXAMPLES = `
Examples:
  npm run capture -- "Hello, I'm Milla." --out hello.mp4
  npm run capture -- --text-file letter.txt --voice rms --shot close-up --burn-captions
  npm run capture -- --audio me.wav --transcript me.txt --out me.mp4
  npm run capture -- --show scripts/shows/two-actors.ts --take two.json
  npm run capture -- --from-take two.json --shot wide --size 3840x2160 --preset fine

Beside the film lies its .vtt with captions. Ctrl-C stops and leaves nothing half-written.`

/** The command line of capture. */
export function captureCommand(): Command {
  return new Command('capture')
    .description('Turns a text, a recording, a show or a take into a film of a character performing it.')
    .argument('[text]', 'what is said')
    .option('--text-file <file>', 'read the text from a file')
    .option('--audio <file>', 'speak with a recording: WAV, MP3, OGG or FLAC; needs --transcript')
    .option('--transcript <file>', 'what the recording says')
    .option('--show <file>', 'perform a show, a TypeScript file as in scripts/shows')
    .option('--from-take <file>', 'film a recorded take again')
    .option('-o, --out <file>', 'the film to write, .mp4 (default: film.mp4)')
    .option('--voice <name>', 'slt, rms, awb or kal16 (default: slt)')
    .addOption(new Option('--rate <factor>', 'speed of speech, 0.5 to 2').argParser(number(0.5, 2)).default(1))
    .addOption(new Option('--pitch <factor>', 'height of the voice, 0.5 to 2').argParser(number(0.5, 2)).default(1))
    .option('--shot <name>', 'close-up, medium or wide (default: the stage\'s own)')
    .option('--stage <name>', 'a stage of content/stages (default: studio)')
    .option('--content <folder>', 'content of your own, laid out like this project\'s')
    .option('--avatar <name>', 'an avatar of content/avatars', 'milla')
    .addOption(new Option('--fps <rate>', 'frames a second: 24, 25, 30, 50 or 60').argParser(parseFps).default(30 as FrameRate, '30'))
    .addOption(new Option('--size <WxH>', 'pixels, even, 256x256 to 3840x2160 (default: 1280x720)').argParser(parseSize))
    .addOption(new Option('--seed <n>', 'chooses blinks, glances and sway').argParser(integer).default(1))
    .addOption(new Option('--stillness <0..1>', '0 lively, 1 nearly still').argParser(number(0, 1)).default(0.15))
    .addOption(new Option('--preset <name>', 'how much a picture may cost').choices(PRESET_NAMES).default('default'))
    .option('--frames <folder>', 'also write every frame as a PNG')
    .option('--take <file>', 'also write the take, to film it again')
    .option('--burn-captions', 'draw the captions into the picture', false)
    .addOption(new Option('--max-duration <seconds>', 'refuse a longer film').argParser(number(1, 14_400)).default(600))
    .option('-q, --quiet', 'no progress, only the last line', false)
    .addHelpText('after', EXAMPLES)
    .allowExcessArguments(false)
    .showHelpAfterError('(--help lists what there is)')
}

const number = (min: number, max: number) => (text: string): number => {
  const value = Number(text)
  if (text.trim() !== '' && value >= min && value <= max) return value
  throw new InvalidArgumentError(`"${text}" is not a number from ${min} to ${max}.`)
}

function integer(text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= 0xffffffff) return value
  throw new InvalidArgumentError(`"${text}" is not a whole number from 0 to 4294967295.`)
}
