import { runCapture } from './run-capture.ts'

/** What a command wrote, and the code it ended with. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** Runs the capture command in this process. */
export async function capture(...args: readonly string[]): Promise<Ran> {
  const written = { out: '', err: '' }
  const write = (to: 'out' | 'err') => ({
    write(text: string) {
      written[to] += text
    },
  })
  const code = await runCapture(args, { out: write('out'), err: write('err') })
  return { code, ...written }
}
