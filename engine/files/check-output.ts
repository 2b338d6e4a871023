import type { Stats } from 'node:fs'
import { open, rm, stat, statfs } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { EngineError } from '../core/errors.ts'

/**
 * Refuses an output file that cannot be written, before anything is spent on it.
 *
 * Writes and removes an empty file next to it: permissions alone tell too little (read-only disks, root, network shares).
 *
 * @param path         The file to be.
 * @param bytesNeeded  What will be written, roughly. 0 asks only for a folder that can be written to.
 * @param example      A name to suggest to someone who named a folder.
 * @returns            The absolute path.
 * @throws             `encode/no-folder`, `encode/is-a-folder`, `encode/not-writable`, `encode/no-space`.
 */
export async function checkOutput(path: string, bytesNeeded = 0, example = 'film.mp4'): Promise<string> {
  const target = resolve(path)
  const folder = dirname(target)
  if (!(await isFolder(folder))) {
    throw new EngineError(
      'encode/no-folder',
      `The folder ${folder} does not exist; ${basename(target)} was to be written there. Make the folder or choose another.`,
    )
  }
  if (path.endsWith('/') || (await isFolder(target))) {
    throw new EngineError(
      'encode/is-a-folder',
      `${target} is a folder; what is written needs the name of a file. Add one: ${join(target, example)}.`,
    )
  }
  await refuseDevice(target)
  await tryWriting(target)
  await checkSpace(folder, bytesNeeded)
  return target
}

/**
 * Refuses a folder for many files that cannot be written to, or cannot be made where nothing is yet.
 *
 * @returns  The absolute path.
 * @throws   As `checkOutput`.
 */
export async function checkOutputFolder(path: string): Promise<string> {
  const target = resolve(path)
  const found = await lookAt(target)
  if (found !== undefined && !found.isDirectory()) {
    throw new EngineError('encode/not-writable', `${target} is a file; a folder is needed there. Choose another name.`)
  }
  await checkOutput(found === undefined ? target : join(target, 'file'))
  return target
}

/** The name a file has until it is whole: hidden, beside the target so that renaming it is one step. */
export function partialName(target: string): string {
  return join(dirname(target), `.${basename(target)}.partial-${process.pid}`)
}

/** Giving the film its name would put it in the place of the device, for all programs. */
async function refuseDevice(target: string): Promise<void> {
  const found = await lookAt(target)
  if (found === undefined || found.isFile()) return
  throw new EngineError(
    'encode/not-writable',
    `${target} is a device or a pipe; what is written needs a file. Choose another name.`,
  )
}

async function isFolder(path: string): Promise<boolean> {
  return (await lookAt(path))?.isDirectory() ?? false
}

/** Nothing where nothing is. */
async function lookAt(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined
    throw new EngineError(
      'encode/not-writable',
      `${path} cannot be looked at (${errorCode(error)}). Choose another folder.`,
      { cause: error },
    )
  }
}

async function tryWriting(target: string): Promise<void> {
  const probe = partialName(target)
  try {
    await (await open(probe, 'w')).close()
    await rm(probe)
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw noSpace(dirname(target), error)
    throw new EngineError(
      'encode/not-writable',
      `${dirname(target)} cannot be written to (${errorCode(error)}); ${basename(target)} was to be written there. Choose another folder.`,
      { cause: error },
    )
  }
}

async function checkSpace(folder: string, bytesNeeded: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytesNeeded) throw noSpace(folder, undefined, { bytesNeeded, bytesFree: bavail * bsize })
}

function noSpace(folder: string, cause: unknown, data?: { bytesNeeded: number; bytesFree: number }): EngineError {
  const numbers = data
    ? `: ${inMegabytes(data.bytesFree)} are free and the film needs about ${inMegabytes(data.bytesNeeded)}`
    : ''
  return new EngineError(
    'encode/no-space',
    `The disk of ${folder} is full${numbers}. Free some space or choose another folder.`,
    { cause, ...(data && { data }) },
  )
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
