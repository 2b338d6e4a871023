import * as z from 'zod'
import { EngineError } from '../core/errors.ts'
import { startStateSchema } from '../world/start-state.ts'
import type { Catalogue } from '../world/world.ts'
import { COMMANDS } from './commands/index.ts'
import { createStage, type Stage } from './stage.ts'

/** Version of the engine that a take's pose hashes are promised for. */
export const ENGINE_VERSION = '0.1.0'
/** The longest a take may run, ticks: four hours. */
const MAX_TICKS = 4 * 3600 * 60
/** The longest log: ten commands a second for all that time, and more. */
const MAX_COMMANDS = 200_000

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a sha256 in lower-case hexadecimal')

/** One recorded performance: all that is needed to play it again to the bit. Its blobs lie beside it, by hash. */
export const takeSchema = z
  .strictObject({
    version: z.literal([1, 2]).describe('2 for one that begins in the middle of a performance'),
    engine: z.string(),
    stage: z.string(),
    seed: z.int().min(0).max(0xffffffff),
    ticks: z.int().min(1).max(MAX_TICKS).describe('How long the performance is'),
    start: startStateSchema.optional().describe('Where it begins; without one on an empty stage at tick 0'),
    /** Hash of the state after the last tick; tells whether it was played as recorded. */
    stateHash: z.string(),
    content: z.record(z.string(), sha256).describe('sha256 of every content file that the take was recorded with'),
    blobs: z.array(sha256).describe('Speech samples, each in `<take>.blobs/<sha256>.wav`'),
    log: z
      .array(z.strictObject({ tick: z.int().min(0), name: z.string(), input: z.unknown() }))
      .max(MAX_COMMANDS)
      .refine((log) => log.every(({ tick }, i) => i === 0 || tick >= log[i - 1]!.tick), 'must ascend by tick'),
  })
  .refine(({ version, start }) => (version === 2) === (start !== undefined), {
    path: ['start'],
    error: 'belongs to version 2, and to no other',
  })
  .refine((take) => take.log.every(({ tick }) => tick >= beginOf(take) && tick <= beginOf(take) + MAX_TICKS), {
    path: ['log'],
    error: 'must lie within the take',
  })

export type Take = z.infer<typeof takeSchema>

/** Tick at which a take begins. */
export const beginOf = ({ start }: { readonly start?: { readonly tick: number } | undefined }): number =>
  start?.tick ?? 0

/** A stage at a take's beginning, with all that it performs in its log. @throws `world/other-start` */
export const stageOfTake = ({ seed, log, start }: Take, catalogue: Catalogue): Stage =>
  createStage({ catalogue, seed, log, ...(start === undefined ? {} : { start }) })

/**
 * Reads a take, and every command in it by its own schema.
 *
 * @param from  What to call it in a message.
 * @throws      `take/bad-file`, `take/other-version`.
 */
export function parseTake(data: unknown, from: string): Take {
  const result = takeSchema.safeParse(data)
  if (!result.success) {
    const issue = result.error.issues[0]!
    throw new EngineError(
      'take/bad-file',
      `"${from}" is not a take: ${issue.path.join('.') || 'file'}: ${issue.message}. Record it again with --take.`,
    )
  }
  if (result.data.engine !== ENGINE_VERSION) {
    throw new EngineError(
      'take/other-version',
      `Take "${from}" was recorded by engine ${result.data.engine}; this is ${ENGINE_VERSION}, which may move differently. Record it again.`,
    )
  }
  return { ...result.data, log: result.data.log.map((stamped) => ({ ...stamped, input: parseLogged(stamped, from) })) }
}

function parseLogged({ name, input, tick }: Take['log'][number], from: string): unknown {
  const command = COMMANDS.find((record) => record.name === name)
  const parsed = command?.input.safeParse(input)
  if (parsed?.success) return parsed.data
  throw new EngineError(
    'take/bad-file',
    `Take "${from}" holds a command "${name}" at tick ${tick} that this engine cannot read. Record it again.`,
  )
}
