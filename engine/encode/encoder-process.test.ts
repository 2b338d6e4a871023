import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEncoder, type EncoderOptions } from './encoder.ts'
import { drawBar, soundBeep, TEST_FPS, TEST_SIZE } from './test-film.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encoder-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const start = (options: Partial<EncoderOptions> = {}) =>
  createEncoder({
    path: join(folder, 'film.mp4'),
    ...TEST_SIZE,
    fps: TEST_FPS,
    audio: soundBeep(1, 0.5),
    sampleRate: 48000,
    ...options,
  })

/** Ids of this process's children that run the encoder. */
async function encoderPids(parent = process.pid): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', String(parent)])
  return stdout
    .split('\n')
    .filter((line) => line.includes('encoder-child'))
    .map((line) => Number.parseInt(line, 10))
}

const frame = drawBar(TEST_SIZE, 0)

describe('the encoder process', () => {
  it('keeps the codecs out of the process that renders', async () => {
    await using encoder = await start()
    await encoder.addFrame(frame, 0)
    const report = process.report.getReport() as { sharedObjects: string[] }
    expect(report.sharedObjects.filter((name) => name.includes('node-av'))).toEqual([])
    const [child] = await encoderPids()
    expect(await readFile(`/proc/${child}/maps`, 'utf8')).toContain('node-av')
  })

  it('leaves nothing when the film is abandoned', async () => {
    {
      await using encoder = await start()
      await encoder.addFrame(frame, 0)
      expect(await readdir(folder)).toEqual([`.film.mp4.partial-${process.pid}`])
    }
    expect(await readdir(folder)).toEqual([])
    expect(await encoderPids()).toEqual([])
  })

  it('leaves nothing when the signal is aborted, and rejects with its reason', async () => {
    const controller = new AbortController()
    await using encoder = await start({ signal: controller.signal })
    await encoder.addFrame(frame, 0)
    controller.abort(new Error('enough'))
    await expect(encoder.finish()).rejects.toThrow('enough')
    expect(await readdir(folder)).toEqual([])
  })

  it('does not start when the signal is aborted already', async () => {
    await expect(start({ signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow('never')
    expect(await readdir(folder)).toEqual([])
  })

  it('says so when it is killed, and leaves nothing', async () => {
    await using encoder = await start()
    await encoder.addFrame(frame, 0)
    for (const pid of await encoderPids()) process.kill(pid, 'SIGKILL')
    const feed = async () => {
      for (let index = 1; index < 100; index++) await encoder.addFrame(frame, index)
    }
    await expect(feed()).rejects.toMatchObject({
      code: 'encode/process-died',
      message: expect.stringContaining('SIGKILL'),
    })
    await expect(encoder.finish()).rejects.toMatchObject({ code: 'encode/process-died' })
    expect(await readdir(folder)).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
    'leaves a %s that is sent to the whole group to its parent',
    async (signal) => {
      await using encoder = await start()
      for (const pid of await encoderPids()) process.kill(pid, signal)
      await encoder.addFrame(frame, 0)
      expect(await encoder.finish()).toMatchObject({ frames: 1 })
    },
  )

  it('holds the sender back while it does not read', async () => {
    const size = { width: 640, height: 360 }
    await using encoder = await start(size)
    for (const pid of await encoderPids()) process.kill(pid, 'SIGSTOP')
    const taken = encoder.addFrame(drawBar(size, 0), 0).then(
      () => 'taken',
      () => 'refused',
    )
    expect(await Promise.race([taken, wait(300, 'waiting')])).toBe('waiting')
    for (const pid of await encoderPids()) process.kill(pid, 'SIGCONT')
    expect(await taken).toBe('taken')
  })

  it('names what is missing when node-av is not installed', async () => {
    const hook = `import { registerHooks } from 'node:module'
      registerHooks({ resolve(name, context, next) {
        return next(name.startsWith('node-av') ? 'node-av-is-not-here' : name, context)
      } })`
    process.env.NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(hook)}`
    try {
      await expect(start()).rejects.toMatchObject({
        code: 'encode/no-codec',
        message: expect.stringContaining('node-av'),
      })
    } finally {
      delete process.env.NODE_OPTIONS
    }
    expect(await readdir(folder)).toEqual([])
  })

  it('ends and cleans up when its parent is killed', async () => {
    const parent = spawnFilming(folder)
    await once(parent.stdout!, 'data')
    const children = await encoderPids(parent.pid)
    expect(children).toHaveLength(1)
    parent.kill('SIGKILL')
    await expect.poll(() => isAlive(children[0]!), { timeout: 5000 }).toBe(false)
    expect(await readdir(folder)).toEqual([])
  })

  it('says that the disk is full when the file may not grow, and leaves nothing', async () => {
    const parent = spawnFilming(folder, 'ulimit -f 8')
    let output = ''
    parent.stdout!.on('data', (text) => {
      output += text
    })
    await once(parent, 'close')
    expect(output).toContain('encode/no-space')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('frames', () => {
  it('are refused out of order and in the wrong length', async () => {
    await using encoder = await start()
    await expect(encoder.addFrame(frame, 1)).rejects.toMatchObject({ code: 'encode/bad-frame' })
    await expect(encoder.addFrame(frame.subarray(1), 0)).rejects.toMatchObject({ code: 'encode/bad-frame' })
  })

  it('must be one at least', async () => {
    await using encoder = await start()
    await expect(encoder.finish()).rejects.toMatchObject({ code: 'encode/bad-frame' })
    expect(await readdir(folder)).toEqual([])
  })

  it('are refused after the end', async () => {
    await using encoder = await start()
    await encoder.addFrame(frame, 0)
    await encoder.finish()
    await expect(encoder.addFrame(frame, 1)).rejects.toMatchObject({ code: 'encode/bad-frame' })
    await expect(encoder.finish()).rejects.toMatchObject({ code: 'encode/bad-frame' })
    expect(await readdir(folder)).toEqual(['film.mp4'])
  })

  it('may be overwritten once they are taken', async () => {
    await using encoder = await start({ path: join(folder, 'reused.mp4') })
    const reused = new Uint8Array(frame.length)
    for (let index = 0; index < 30; index++) {
      reused.set(drawBar(TEST_SIZE, index))
      await encoder.addFrame(reused, index)
      reused.fill(0)
    }
    await encoder.finish()
    await using other = await start({ path: join(folder, 'fresh.mp4') })
    for (let index = 0; index < 30; index++) await other.addFrame(drawBar(TEST_SIZE, index), index)
    await other.finish()
    expect(await readFile(join(folder, 'reused.mp4'))).toEqual(await readFile(join(folder, 'fresh.mp4')))
  })
})

describe('sound', () => {
  it('is refused at another rate and with half a sample', async () => {
    await expect(start({ sampleRate: 44100 as 48000 })).rejects.toMatchObject({ code: 'encode/bad-sound' })
    await expect(start({ audio: new Float32Array(3) })).rejects.toMatchObject({ code: 'encode/bad-sound' })
  })
})

/** Another process that films noise until it fails, which it prints. @param limit Shell command run before it. */
function spawnFilming(folder: string, limit = 'true') {
  const script = `
    import { createEncoder } from ${JSON.stringify(new URL('encoder.ts', import.meta.url).href)}
    const encoder = await createEncoder({ path: ${JSON.stringify(join(folder, 'film.mp4'))}, width: 256, height: 256, fps: 30,
      audio: new Float32Array(96000), sampleRate: 48000 })
    let state = 1
    try {
      for (let index = 0; index < 500; index++) {
        const noise = new Uint8Array(256 * 256 * 1.5).map(() => (state = (state * 48271) % 2147483647) & 255)
        await encoder.addFrame(noise, index)
        if (index === 3) console.log('filming')
      }
    } catch (error) { console.log(error.code, error.message) }`
  const command = `${limit}; exec "$0" --input-type=module -e "$1"`
  return spawn('sh', ['-c', command, process.execPath, script], { stdio: ['ignore', 'pipe', 'inherit'] })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}
