import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'

const MODULE = JSON.stringify(new URL('watch-main-thread.ts', import.meta.url).href)

/** Runs a program under watch that must give a sign of life every two seconds. */
async function run(body: string): Promise<{ signal: string | null; err: string }> {
  const script = `import { watchMainThread } from ${MODULE}
    { using watch = watchMainThread('The show', 2); ${body} }`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (text) => {
    err += text
  })
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  return { signal, err }
}

it('ends a main thread that loops without waiting, and says why', { timeout: 20_000 }, async () => {
  const { signal, err } = await run('for (;;);')
  expect(signal).toBe('SIGKILL')
  expect(err).toMatch(/^capture: The show has not let go for 2 s[^\n]+\n$/)
})

it('leaves one alone that is busy and waits now and then', { timeout: 20_000 }, async () => {
  const busy =
    'for (let i = 0; i < 7; i++) { const end = Date.now() + 400; while (Date.now() < end); await new Promise((r) => setTimeout(r, 1)) }'
  expect(await run(busy)).toEqual({ signal: null, err: '' })
})
