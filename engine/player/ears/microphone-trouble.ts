/**
 * Why there is no microphone, and what to do, in a sentence.
 *
 * @param fault      What `getUserMedia` threw.
 * @param isSecure   Whether the page is one that browsers give a microphone at all.
 * @source W3C Media Capture and Streams, section 10.2: names of faults.
 */
export function microphoneTrouble(fault: unknown, isSecure: boolean): string {
  if (!isSecure)
    return 'Browsers give a microphone only to pages that come over https, or from this very computer. Open this page by such an address, or type.'
  const name = fault instanceof Error ? fault.name : ''
  return TROUBLES[name] ?? `The microphone cannot be opened (${name || 'no reason given'}). Try again, or type.`
}

const REFUSED =
  'This page may not use the microphone. Allow it in the browser’s settings for this page, beside its address, and try again; or type.'
const MISSING = 'No microphone is connected. Plug one in and try again, or type.'

const TROUBLES: Readonly<Record<string, string>> = {
  NotAllowedError: REFUSED,
  SecurityError: REFUSED,
  NotFoundError: MISSING,
  OverconstrainedError: MISSING,
  NotReadableError: 'Another program is using the microphone. Close it there and try again, or type.',
  InvalidStateError:
    'The browser has not started its sound, without which it hears nothing. Plug in a loudspeaker or headphones and try again, or type.',
  AbortError: 'The microphone stopped while it was being opened. Try again, or type.',
}
