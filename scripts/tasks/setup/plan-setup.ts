import { backportsSource, type SourceFile } from './apt-sources.ts'

/** What setup needs to know of a machine. */
export type Machine = {
  readonly platform: NodeJS.Platform
  /** Text of /etc/os-release. Empty where there is none. */
  readonly osRelease: string
  /** Versions of the installed packages among {@link PACKAGES}. */
  readonly installed: ReadonlyMap<string, string>
  readonly aptSources: readonly SourceFile[]
  readonly isRoot: boolean
  readonly hasSudo: boolean
}

/** One thing to do: why, and the command with what it reads, if anything. */
export type Step = { readonly why: string; readonly command: readonly string[]; readonly input?: string }

/** What to do, in order, and what to tell. */
export type SetupPlan = { readonly steps: readonly Step[]; readonly notes: readonly string[] }

/** The software Vulkan driver and the loader that finds it. */
const DRIVERS = ['mesa-vulkan-drivers', 'libvulkan1'] as const
/** What the browser tests run in. */
const BROWSERS = ['chromium', 'firefox-esr'] as const

/** What the room's test of speech understood on the server listens with. */
const RECOGNISER = ['pocketsphinx', 'pocketsphinx-en-us'] as const

/** Every package setup may install. */
export const PACKAGES: readonly string[] = [...DRIVERS, ...BROWSERS, ...RECOGNISER]

/** Oldest Mesa that setup leaves alone. Dawn refuses Mesa 22, and 25 is what the pictures are checked with. */
export const MESA_MAJOR = 25

/** Debian whose own Mesa is too old, and whose backports have a newer one. */
const DEBIAN_WITH_BACKPORTS = 12
const BACKPORTS_FILE = '/etc/apt/sources.list.d/proscenium-backports.sources'

/**
 * Works out what a machine lacks. Does nothing.
 *
 * @param browsers  Whether the browsers and other programs of the tests are wanted.
 * @returns         No steps where nothing is missing.
 * @throws          An error of one line where setup does not know the system, or may not install.
 */
export function planSetup(machine: Machine, browsers: boolean): SetupPlan {
  if (machine.platform !== 'linux') return { steps: [], notes: [elsewhere(machine.platform)] }
  const system = readSystem(machine.osRelease)
  const steps = [...driverSteps(machine, system), ...(browsers ? testSteps(machine, system) : [])]
  const notes = browsers && system.id === 'ubuntu' ? [UBUNTU_BROWSERS] : []
  if (steps.length === 0) return { steps, notes }
  if (!machine.isRoot && !machine.hasSudo) {
    throw new Error('Setup installs packages, which needs root. Run it as root, or install sudo.')
  }
  return { steps: [...sourceSteps(machine, steps), UPDATE, ...steps].map((step) => asRoot(step, machine)), notes }
}

/** Major version of a package version such as "1:25.0.7-2~bpo12+1". */
export const majorOf = (version: string): number => Number.parseInt(version.replace(/^\d+:/, ''), 10)

const UBUNTU_BROWSERS =
  'Ubuntu packs browsers as snaps; for the browser tests run `sudo snap install chromium firefox` where there is none.'

const UPDATE: Step = { why: 'Read what can be installed.', command: ['apt-get', 'update'] }

type System = { readonly id: 'debian' | 'ubuntu'; readonly version: number; readonly codename: string }

function elsewhere(platform: NodeJS.Platform): string {
  const name = platform === 'darwin' ? 'macOS' : platform === 'win32' ? 'Windows' : platform
  const driver = platform === 'darwin' ? 'Metal' : platform === 'win32' ? 'Direct3D' : "the system's own driver"
  return `Nothing to install on ${name}: pictures are drawn through ${driver}, and the browser tests use the Chromium or Firefox on your PATH.`
}

function readSystem(osRelease: string): System {
  const field = (name: string) => osRelease.match(new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm'))?.[1] ?? ''
  const family = [field('ID'), ...field('ID_LIKE').split(' ')]
  const id = family.includes('ubuntu') ? 'ubuntu' : family.includes('debian') ? 'debian' : undefined
  if (id === undefined) {
    const name = field('PRETTY_NAME') || 'this Linux'
    throw new Error(
      `Setup knows Debian and Ubuntu, not ${name}. Install Mesa ${MESA_MAJOR} or later with its Vulkan drivers, and chromium and firefox, by hand.`,
    )
  }
  // Rolling releases name no version: they are newer than any.
  const version = field('VERSION_ID') === '' ? Number.POSITIVE_INFINITY : Number.parseInt(field('VERSION_ID'), 10)
  if (id === 'debian' && version < DEBIAN_WITH_BACKPORTS) {
    throw new Error(
      `Debian ${version} has no Mesa ${MESA_MAJOR}. Setup needs Debian ${DEBIAN_WITH_BACKPORTS} or later; the SwiftShader driver that comes with npm draws here, four times slower.`,
    )
  }
  return { id, version, codename: field('VERSION_CODENAME') }
}

const needsBackports = ({ id, version }: System): boolean => id === 'debian' && version === DEBIAN_WITH_BACKPORTS

function driverSteps({ installed }: Machine, system: System): Step[] {
  const mesa = installed.get('mesa-vulkan-drivers')
  if (mesa !== undefined && majorOf(mesa) >= MESA_MAJOR && installed.has('libvulkan1')) return []
  const from = needsBackports(system) ? ['-t', `${system.codename}-backports`] : []
  return [
    {
      why: `Install the software Vulkan driver, Mesa ${MESA_MAJOR} or later.`,
      command: install([...from, ...DRIVERS]),
    },
  ]
}

function testSteps(machine: Machine, system: System): Step[] {
  return [...browserSteps(machine, system), ...recogniserSteps(machine, system)]
}

function browserSteps({ installed }: Machine, { id }: System): Step[] {
  if (id === 'ubuntu') return []
  const missing = BROWSERS.filter((name) => !installed.has(name))
  return missing.length === 0 ? [] : [{ why: 'Install the browsers of the tests.', command: install(missing) }]
}

/** Where the archive is known to have it: other releases pack another version, or none, and its test says so. */
function recogniserSteps({ installed }: Machine, system: System): Step[] {
  const missing = RECOGNISER.filter((name) => !installed.has(name))
  if (!needsBackports(system) || missing.length === 0) return []
  return [{ why: 'Install the recogniser of speech of the tests.', command: install(missing) }]
}

/** A source for backports, where a step asks for them and no source has them. */
function sourceSteps({ aptSources, osRelease }: Machine, steps: readonly Step[]): Step[] {
  const system = readSystem(osRelease)
  const suite = `${system.codename}-backports`
  if (!steps.some(({ command }) => command.includes(suite))) return []
  const input = backportsSource(aptSources, system.codename)
  return input === undefined ? [] : [{ why: `List ${suite} as a source.`, command: ['tee', BACKPORTS_FILE], input }]
}

const install = (what: readonly string[]): readonly string[] => [
  'env',
  'DEBIAN_FRONTEND=noninteractive',
  'apt-get',
  'install',
  '-y',
  '--no-install-recommends',
  ...what,
]

const asRoot = (step: Step, { isRoot }: Machine): Step =>
  isRoot ? step : { ...step, command: ['sudo', ...step.command] }
