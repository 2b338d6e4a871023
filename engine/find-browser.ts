import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Browsers the tests run in, and the names their programs go by. */
const PROGRAMS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
} as const

export type BrowserName = keyof typeof PROGRAMS

/**
 * Finds a browser on the PATH.
 *
 * @param searchPath  Folders to look in. Default: PATH.
 * @returns           The path of its program, or undefined where there is none.
 */
export function findBrowser(name: BrowserName, searchPath: string = process.env.PATH ?? ''): string | undefined {
  return findProgram(PROGRAMS[name], searchPath)
}

/** Finds the first of several programs on a search path. */
export function findProgram(names: readonly string[], searchPath: string = process.env.PATH ?? ''): string | undefined {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((program) => folders.map((folder) => join(folder, program))).find(isProgram)
}

/** What a test says in place of its checks where there is no browser. In CI a missing browser is a failure. */
export const browserMissing = (name: BrowserName): string =>
  `browser checks not run: ${name} not found; \`npm run setup\` installs it`

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return false
  }
}
