/**
 * Installs what npm cannot: a software Vulkan driver to draw films with, and the browsers of the tests.
 *
 *   npm run setup                     drivers and browsers
 *   npm run setup -- --no-browsers    drivers alone
 *   npm run setup -- --dry-run        prints the commands and runs none
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { SourceFile } from './setup/apt-sources.ts'
import { type Machine, MESA_MAJOR, majorOf, PACKAGES, planSetup, type Step } from './setup/plan-setup.ts'

const APT = '/etc/apt'

try {
  runSetup()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

function runSetup(): void {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false }, 'no-browsers': { type: 'boolean', default: false } },
  })
  const { steps, notes } = planSetup(readMachine(), !values['no-browsers'])
  for (const note of notes) console.log(note)
  if (steps.length === 0) console.log('Nothing to install.')
  for (const step of steps) {
    console.log(values['dry-run'] ? commandLine(step) : `${step.why}\n  ${commandLine(step)}`)
    if (!values['dry-run']) run(step)
  }
  if (!values['dry-run'] && process.platform === 'linux') checkMesa()
}

function readMachine(): Machine {
  return {
    platform: process.platform,
    osRelease: existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '',
    installed: readInstalled(),
    aptSources: readAptSources(),
    isRoot: process.getuid?.() === 0,
    hasSudo: (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'sudo'))),
  }
}

/** Versions of the packages of setup that are there. Empty where there is no dpkg. */
function readInstalled(): Map<string, string> {
  // Names that dpkg does not know make it exit with 1 after it has told of the others.
  const format = ['Package', 'Version', 'db:Status-Status'].map((field) => `$\{${field}}`).join(' ')
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', `${format}\n`, ...PACKAGES], { encoding: 'utf8' })
  const rows = (stdout ?? '').split('\n').map((line) => line.split(' '))
  return new Map(rows.filter(([, , status]) => status === 'installed').map(([name, version]) => [name!, version!]))
}

function readAptSources(): SourceFile[] {
  const folder = join(APT, 'sources.list.d')
  const parts = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  const paths = [join(APT, 'sources.list'), ...parts].filter(
    (path) => /\.(list|sources)$/.test(path) && existsSync(path),
  )
  return paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

function run({ command: [program, ...rest], input }: Step): void {
  const { status, error } = spawnSync(program!, rest, {
    stdio: [input === undefined ? 'inherit' : 'pipe', input === undefined ? 'inherit' : 'ignore', 'inherit'],
    ...(input === undefined ? {} : { input }),
  })
  if (error !== undefined) throw new Error(`${program} could not be started: ${error.message}`)
  if (status !== 0)
    throw new Error(`\`${[program, ...rest].join(' ')}\` failed with exit code ${status}. What it said stands above.`)
}

/** Says what is there now, and when the archive had nothing recent enough. */
function checkMesa(): void {
  const version = readInstalled().get('mesa-vulkan-drivers')
  if (version === undefined) return
  const isOld = majorOf(version) < MESA_MAJOR
  console.log(
    isOld
      ? `Mesa is ${version}: older than ${MESA_MAJOR}, so films may be drawn by SwiftShader, four times slower.`
      : `Mesa ${version} is ready.`,
  )
}

/** A step as one would type it. */
function commandLine({ command, input }: Step): string {
  const line = command.join(' ')
  return input === undefined ? line : `printf '${input.replaceAll('\n', '\\n')}' | ${line}`
}
