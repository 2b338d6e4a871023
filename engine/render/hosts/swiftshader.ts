import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar'
import type { Dawn } from './find-gpu.ts'

const require = createRequire(import.meta.url)

/** The Vulkan loader, the driver, and the file that leads from one to the other. */
const DRIVER_FILES = ['libvulkan.so.1', 'libvk_swiftshader.so', 'vk_swiftshader_icd.json']

/**
 * Loads Dawn onto the SwiftShader driver that ships inside an npm package, for machines with no Vulkan of their own.
 *
 * Dawn looks for the Vulkan loader beside its own file first. So a private folder gets a copy of Dawn next to the
 * loader and the driver, and the loader is told of this driver alone.
 */
export async function loadSwiftShader(): Promise<Dawn> {
  const folder = await unpackOnce()
  const driver = join(folder, 'vk_swiftshader_icd.json')
  process.env.VK_DRIVER_FILES = driver
  process.env.VK_ICD_FILENAMES = driver
  return require(join(folder, 'dawn.node')) as Dawn
}

/** Unpacks into the user's cache once; the folder's name carries both versions, so an upgrade unpacks anew. */
async function unpackOnce(): Promise<string> {
  const [dawn, chromium] = [packageFolder('webgpu', 1), packageFolder('@sparticuz/chromium', 2)]
  const versions = `${await versionOf(chromium)}-dawn-${await versionOf(dawn)}`
  const folder = join(cacheFolder(), `swiftshader-${versions}`)
  if (existsSync(folder)) return folder
  // Two processes may come here at once: each fills a folder of its own, and the first rename wins.
  const partial = `${folder}.${process.pid}`
  await mkdir(partial, { recursive: true })
  await pipeline(
    createReadStream(join(chromium, 'bin', 'swiftshader.tar.br')),
    createBrotliDecompress(),
    extract({ cwd: partial, filter: (path) => DRIVER_FILES.includes(path) }),
  )
  await copyFile(join(dawn, 'dist', `${process.platform}-${process.arch}`, 'dawn.node'), join(partial, 'dawn.node'))
  await rename(partial, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(partial, { recursive: true })
  })
  return folder
}

const cacheFolder = (): string => join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'proscenium')

/** Folder of a package, found from its entry file, which lies `depth` levels below it. */
function packageFolder(name: string, depth: number): string {
  let folder = require.resolve(name)
  for (let i = 0; i < depth; i++) folder = dirname(folder)
  return folder
}

async function versionOf(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  return version
}
