import * as z from 'zod'

const port = z.coerce
  .number({ error: 'must be a port, 0 to 65535' })
  .int()
  .min(0, { error: 'must be a port, 0 to 65535' })
  .max(65535, { error: 'must be a port, 0 to 65535' })

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
  .optional()

/** The least that a persona, its tools and some sentences need, tokens. */
const LEAST_CONTEXT = 4096
const context = `must be the tokens a model can read at once, ${LEAST_CONTEXT} or more`

/** A whole number between two others. */
const whole = (least: number, most: number) => {
  const error = `must be a whole number, ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

/** Every setting of the server: one field, its default, and what it is for. */
export const configSchema = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; other than loopback asks for ROOM_SECRET'),
  PORT: port.default(2567).describe('Port; 0 for any that is free'),
  ROOM_SECRET: z
    .string()
    .min(32, { error: 'must have at least 32 characters' })
    .optional()
    .describe('Signs the tokens that people come in with; without it guests come in, on loopback only'),
  ORIGINS: z
    .string()
    .regex(/^https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*$/, {
      error: 'must be addresses such as https://a.example,https://b.example',
    })
    .optional()
    .describe('Pages elsewhere that may join rooms here, or the address of this server’s own page behind a proxy'),
  PERSONA: z
    .string()
    .regex(/^[a-z0-9-]+$/, { error: 'must be the name of a file in content/personas' })
    .default('milla')
    .describe('Who the actor is'),
  DATABASE_URL: z
    .string()
    .default('.data/store')
    .describe('Where todos and memories are kept: postgres://…, a folder, or memory://'),
  TAKES_FOLDER: z
    .string()
    .default('.data/takes')
    .describe('Folder for what people record in rooms; of more than 50, or 1 GB, the oldest go'),
  TAKE_MINUTES: whole(1, 60).default(10).describe('The longest that a room is recorded'),
  MOST_ROOMS: whole(1, 1000).default(16).describe('Rooms that may be open at once'),
  MOST_ACTORS: whole(1, 8).default(4).describe('Actors that may be in one room'),
  IDLE_MINUTES: whole(2, 1440).default(30).describe('How long someone may do nothing in a room and keep their place'),
  RECOGNISER: z
    .enum(['auto', 'pocketsphinx', 'sherpa', 'none'])
    .default('auto')
    .describe(
      'What understands speech for browsers that cannot; auto takes sherpa where it has a model, else PocketSphinx',
    ),
  RECOGNISER_MODEL: z.string().optional().describe('Folder of a sherpa-onnx model: streaming transducer, or Whisper'),
  MODEL_URL: webAddress.describe(
    'Address of a language model that speaks OpenAI’s protocol, such as http://127.0.0.1:11434/v1; without it the actor answers what its persona file holds',
  ),
  MODEL_NAME: z.string().optional().describe('Which of its models, such as llama3.2'),
  MODEL_KEY: z.string().optional().describe('Its key, where it asks for one'),
  MODEL_TEMPERATURE: z.coerce
    .number({ error: 'must be a number, 0 to 2' })
    .min(0, { error: 'must be a number, 0 to 2' })
    .max(2, { error: 'must be a number, 0 to 2' })
    .optional()
    .describe('How freely it chooses words, 0 to 2; without it the model’s own'),
  MODEL_CONTEXT: z.coerce
    .number({ error: context })
    .int({ error: context })
    .min(LEAST_CONTEXT, { error: context })
    .default(4096)
    .describe('Tokens it can read at once; what was said before is told as far as it fits'),
  MODERATION_URL: webAddress.describe(
    'Address of a service with OpenAI’s /moderations; without it a list of words decides',
  ),
  MODERATION_NAME: z.string().optional().describe('Which of its models'),
  MODERATION_KEY: z.string().optional().describe('Its key, where it asks for one'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('The least that is logged'),
})

export type Config = z.output<typeof configSchema>

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
export const isLoopback = (host: string): boolean => LOOPBACK.includes(host)

/** @returns  The settings, or what is wrong with them, one sentence each. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config | { problems: string[] } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = configSchema.safeParse(given)
  if (!result.success)
    return { problems: result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`) }
  const problems = [...disagreements(result.data)]
  return problems.length > 0 ? { problems } : result.data
}

/** Settings that do not go together. */
function* disagreements(config: Config): Generator<string> {
  const { HOST, ROOM_SECRET, MODEL_URL, MODEL_NAME } = config
  if (!isLoopback(HOST) && ROOM_SECRET === undefined)
    yield `HOST ${HOST} can be reached from elsewhere, where nobody comes in as a guest. Set ROOM_SECRET, or listen on 127.0.0.1.`
  if (MODEL_URL !== undefined && MODEL_NAME === undefined)
    yield 'MODEL_URL is set and MODEL_NAME is not: the service has to be told which model. Set MODEL_NAME, such as llama3.2.'
  for (const [name, address] of NEEDS_ADDRESS)
    if (config[name] !== undefined && config[address] === undefined)
      yield `${name} is set and ${address} is not: nobody would be asked. Set ${address}, such as http://127.0.0.1:11434/v1, or take ${name} away.`
}

const NEEDS_ADDRESS = [
  ['MODEL_NAME', 'MODEL_URL'],
  ['MODEL_KEY', 'MODEL_URL'],
  ['MODEL_TEMPERATURE', 'MODEL_URL'],
  ['MODERATION_NAME', 'MODERATION_URL'],
  ['MODERATION_KEY', 'MODERATION_URL'],
] as const

/** What `--help` prints. */
export function configHelp(): string {
  const lines = Object.entries(configSchema.shape).map(([name, field]) => {
    const otherwise = field.safeParse(undefined)
    const value = otherwise.success && otherwise.data !== undefined ? ` (${otherwise.data})` : ''
    return `  ${name.padEnd(19)}${field.description}${value}`
  })
  return ['Usage: npm start', '', 'Opens the live room. Settings come from the environment:', ...lines].join('\n')
}
