import * as z from 'zod'

const port = z.coerce
  .number({ error: 'must be a port, 0 to 65535' })
  .int()
  .min(0, { error: 'must be a port, 0 to 65535' })
  .max(65535, { error: 'must be a port, 0 to 65535' })

/** Every setting of the server: one field, its default, and what it is for. */
export const configSchema = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; other than loopback asks for ROOM_SECRET'),
  PORT: port.default(2567).describe('Port; 0 for any that is free'),
  ROOM_SECRET: z
    .string()
    .min(32, { error: 'must have at least 32 characters' })
    .optional()
    .describe('Signs the tokens that people come in with; without it guests come in, on loopback only'),
  PERSONA: z
    .string()
    .regex(/^[a-z0-9-]+$/, { error: 'must be the name of a file in content/personas' })
    .default('milla')
    .describe('Who the actor is'),
  DATABASE_URL: z
    .string()
    .default('.data/store')
    .describe('Where todos and memories are kept: postgres://…, a folder, or memory://'),
  RECOGNISER: z
    .enum(['auto', 'pocketsphinx', 'sherpa', 'none'])
    .default('auto')
    .describe(
      'What understands speech for browsers that cannot; auto takes sherpa where it has a model, else PocketSphinx',
    ),
  RECOGNISER_MODEL: z.string().optional().describe('Folder of a sherpa-onnx model: streaming transducer, or Whisper'),
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
  const { HOST, ROOM_SECRET } = result.data
  if (!isLoopback(HOST) && ROOM_SECRET === undefined)
    return {
      problems: [
        `HOST ${HOST} can be reached from elsewhere, where nobody comes in as a guest. Set ROOM_SECRET, or listen on 127.0.0.1.`,
      ],
    }
  return result.data
}

/** What `--help` prints. */
export function configHelp(): string {
  const lines = Object.entries(configSchema.shape).map(([name, field]) => {
    const otherwise = field.safeParse(undefined)
    const value = otherwise.success && otherwise.data !== undefined ? ` (${otherwise.data})` : ''
    return `  ${name.padEnd(18)}${field.description}${value}`
  })
  return ['Usage: npm start', '', 'Opens the live room. Settings come from the environment:', ...lines].join('\n')
}
