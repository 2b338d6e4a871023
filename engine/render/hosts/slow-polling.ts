/** Pause between two polls. Milliseconds; a frame takes tens of them. */
const POLL_INTERVAL = 1

/**
 * Slows down Dawn's polling.
 *
 * Its Node binding asks for finished work through the global setImmediate, again and again without a pause, for as long
 * as anything is awaited: a whole core, while lavapipe needs that core to draw (webgpu 0.6.2; half of a frame's CPU
 * time, measured). Its polls are known by their nameless native function; everyone else's calls pass as they are.
 */
export function slowDownPolling(): void {
  const original = globalThis.setImmediate
  const slowed = (callback: (...values: unknown[]) => void, ...values: unknown[]) =>
    isDawnPoll(callback) ? setTimeout(callback, POLL_INTERVAL) : original(callback, ...values)
  globalThis.setImmediate = Object.assign(slowed as unknown as typeof setImmediate, original)
}

function isDawnPoll(callback: (...values: unknown[]) => void): boolean {
  return (
    callback.name === '' && callback.length === 0 && /\[native code\]/.test(Function.prototype.toString.call(callback))
  )
}
