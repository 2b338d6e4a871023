import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** Folders that this process has taken. */
const taken = new Set<string>()

/**
 * Takes a folder for this process alone, by a file beside it: two that write into one store would destroy it.
 *
 * A process that died leaves its file behind; its number tells. Processes of other machines, or of containers with numbers
 * of their own, are not seen.
 *
 * @returns  Lets the folder go.
 * @throws   Where another process has it, or the file cannot be written.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = `${resolve(folder)}.lock`
  if (taken.has(path)) throw new Error(inUse(process.pid))
  await mkdir(dirname(path), { recursive: true })
  const holder = await readFile(path, 'utf8').catch(() => undefined)
  if (holder !== undefined) {
    const number = Number.parseInt(holder, 10)
    if (number !== process.pid && isRunning(number)) throw new Error(inUse(number))
    await rm(path, { force: true })
  }
  await writeFile(path, `${process.pid}\n`, { flag: 'wx' })
  taken.add(path)
  return async () => {
    taken.delete(path)
    await rm(path, { force: true })
  }
}

const inUse = (number: number): string => `process ${number} has it open`

function isRunning(number: number): boolean {
  try {
    process.kill(number, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
