import { describe, expect, test } from 'vitest'
import { backportsSource } from './apt-sources.ts'
import { type Machine, majorOf, planSetup } from './plan-setup.ts'

const BOOKWORM = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nID=debian\n'
const TRIXIE = 'VERSION_ID="13"\nVERSION_CODENAME=trixie\nID=debian\n'
const NOBLE = 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\nVERSION_CODENAME=noble\n'
const SOURCES = {
  path: '/etc/apt/sources.list.d/debian.sources',
  text: `Types: deb
# a comment
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/archive.gpg

Types: deb
URIs: http://mirror.example/security
Suites: bookworm-security
Components: main
`,
}
const BACKPORTS = `Types: deb
URIs: http://mirror.example/debian
Suites: bookworm-backports
Components: main
Signed-By: /usr/share/keyrings/archive.gpg
`

const machine = (over: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  osRelease: BOOKWORM,
  installed: new Map(),
  aptSources: [SOURCES],
  isRoot: true,
  hasSudo: false,
  ...over,
})
const commands = (over: Partial<Machine> = {}, browsers = true) =>
  planSetup(machine(over), browsers).steps.map(({ command }) => command.join(' '))

const INSTALL = 'env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends'
const COMPLETE = new Map([
  ['mesa-vulkan-drivers', '25.0.7-2~bpo12+1'],
  ['libvulkan1', '1.4.309.0-1~bpo12+1'],
  ['chromium', '156.0'],
  ['firefox-esr', '153.7'],
  ['pocketsphinx', '0.8'],
  ['pocketsphinx-en-us', '0.8'],
])

describe('the plan', () => {
  test('on Debian 12 takes Mesa from backports, and lists them first', () => {
    expect(commands()).toEqual([
      'tee /etc/apt/sources.list.d/proscenium-backports.sources',
      'apt-get update',
      `${INSTALL} -t bookworm-backports mesa-vulkan-drivers libvulkan1`,
      `${INSTALL} chromium firefox-esr`,
      `${INSTALL} pocketsphinx pocketsphinx-en-us`,
    ])
    expect(planSetup(machine(), true).steps[0]?.input).toBe(BACKPORTS)
  })

  test('lists backports only where they are not listed', () => {
    const listed = { path: '/etc/apt/sources.list.d/x.sources', text: BACKPORTS }
    expect(commands({ aptSources: [SOURCES, listed] })[0]).toBe('apt-get update')
    const line = { path: '/etc/apt/sources.list', text: 'deb http://mirror.example/debian bookworm-backports main\n' }
    expect(commands({ aptSources: [SOURCES, line] })[0]).toBe('apt-get update')
  })

  test('is empty where all is there', () => {
    expect(commands({ installed: COMPLETE })).toEqual([])
  })

  test('replaces a Mesa that Dawn refuses', () => {
    const installed = new Map([...COMPLETE, ['mesa-vulkan-drivers', '22.3.6-1+deb12u2']])
    expect(commands({ installed })).toContain(`${INSTALL} -t bookworm-backports mesa-vulkan-drivers libvulkan1`)
  })

  test('touches neither sources nor drivers for a browser alone', () => {
    const installed = new Map(COMPLETE)
    installed.delete('firefox-esr')
    expect(commands({ installed })).toEqual(['apt-get update', `${INSTALL} firefox-esr`])
  })

  test('leaves browsers out when asked to', () => {
    expect(commands({}, false).join()).not.toContain('chromium')
  })

  test('on a newer Debian and on one without a version uses its own archive', () => {
    const own = ['apt-get update', `${INSTALL} mesa-vulkan-drivers libvulkan1`, `${INSTALL} chromium firefox-esr`]
    expect(commands({ osRelease: TRIXIE })).toEqual(own)
    expect(commands({ osRelease: 'ID=debian\nPRETTY_NAME="Debian forky/sid"\n' })).toEqual(own)
  })

  test('on Ubuntu installs drivers, and tells where browsers come from', () => {
    const { steps, notes } = planSetup(machine({ osRelease: NOBLE }), true)
    expect(steps.map(({ command }) => command.at(-1))).toEqual(['update', 'libvulkan1'])
    expect(notes.join()).toContain('snap install chromium firefox')
  })

  test('asks sudo where it is not root, and says so where there is none', () => {
    expect(commands({ isRoot: false, hasSudo: true }).every((line) => line.startsWith('sudo '))).toBe(true)
    expect(() => commands({ isRoot: false })).toThrow(
      'Setup installs packages, which needs root. Run it as root, or install sudo.',
    )
    expect(commands({ isRoot: false, installed: COMPLETE })).toEqual([])
  })

  test.each([
    ['darwin', 'Metal'],
    ['win32', 'Direct3D'],
  ] as const)('on %s has nothing to do and says so in one line', (platform, driver) => {
    const { steps, notes } = planSetup(machine({ platform, osRelease: '' }), true)
    expect(steps).toEqual([])
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain(driver)
  })

  test('refuses what it does not know, in one line that says what to do', () => {
    expect(() => commands({ osRelease: 'ID=fedora\nPRETTY_NAME="Fedora Linux 43"\n' })).toThrow(
      /^Setup knows Debian and Ubuntu, not Fedora Linux 43\. Install Mesa 25 or later .* by hand\.$/,
    )
    expect(() => commands({ osRelease: 'ID=debian\nVERSION_ID="11"\n' })).toThrow('Debian 11 has no Mesa 25.')
    expect(() => commands({ osRelease: '' })).toThrow('not this Linux')
  })
})

describe('the source of backports', () => {
  test('is where the release itself comes from, in the format of one line too', () => {
    const text =
      '# deb http://old.example/debian bookworm main\ndeb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian bookworm main contrib\n'
    expect(backportsSource([{ path: '/etc/apt/sources.list', text }], 'bookworm')).toBe(
      'Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm-backports\nComponents: main\nSigned-By: /k.gpg\n',
    )
  })

  test('passes over stanzas that are switched off', () => {
    const off = { path: '/a.sources', text: `Enabled: no\n${BACKPORTS}` }
    expect(backportsSource([off, SOURCES], 'bookworm')).toBe(BACKPORTS)
  })

  test('is refused where the release is not listed', () => {
    expect(() => backportsSource([], 'bookworm')).toThrow('No apt source lists bookworm')
  })
})

test('reads the major version past an epoch', () => {
  expect([majorOf('25.0.7-2~bpo12+1'), majorOf('1:24.2'), majorOf('22.3.6-1+deb12u2')]).toEqual([25, 24, 22])
})
