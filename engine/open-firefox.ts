import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** A first start that asks nothing, tells nobody and calls nowhere. */
const PREFERENCES: Readonly<Record<string, boolean | string | number>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.tabs.firefox-view': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.autoplay.default': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'http://127.0.0.1:1/',
  'remote.active-protocols': 1,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
}

export type FirefoxOptions = {
  readonly url?: string
  /** Whether it may be driven; see `driveFirefox`. */
  readonly isDriven?: boolean
}

/** A running browser; disposing of it ends it and removes its profile. */
export type OpenBrowser = AsyncDisposable & {
  /** Rejects when the browser ends before it is disposed of. */
  readonly failed: Promise<never>
  /** What it says of itself. */
  readonly says: Readable
}

/**
 * Opens a headless Firefox, which has no WebGL, with a profile of its own.
 *
 * @param program  Path of the browser.
 */
export async function openFirefox(program: string, options: FirefoxOptions): Promise<OpenBrowser> {
  const { url = 'about:blank', isDriven = false } = options
  const profile = await mkdtemp(join(tmpdir(), 'proscenium-firefox-'))
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
  await writeFile(join(profile, 'user.js'), lines.join('\n'))
  const how = isDriven ? ['--remote-debugging-port', '0'] : []
  // A group of its own, so that its content processes end with it.
  const child = spawn(program, ['--headless', ...how, '--no-remote', '--profile', profile, url], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.resume()
  const failed = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`${program} ended early (${signal ?? `exit code ${code}`}).`)
  })
  failed.catch(() => undefined)
  return { failed, says: child.stderr, [Symbol.asyncDispose]: () => end(child, profile) }
}

async function end(child: ChildProcess, profile: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const exited = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await exited
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
}
