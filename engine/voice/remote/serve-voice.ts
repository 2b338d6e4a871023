import type { SpeechPart, Voice } from '../voice.ts'
import { type Answer, type Port, type Request, toMessage } from './protocol.ts'

type Line = { readonly parts: AsyncIterator<SpeechPart>; readonly stopping: AbortController }

/** Lets a voice speak for another thread: a part for each `next`, so that lines of several callers take turns. */
export function serveVoice(port: Port<Answer, Request>, voice: Voice): void {
  const lines = new Map<number, Line>()
  port.listen((request) => {
    const { line } = request
    if (request.ask === 'speak') {
      const stopping = new AbortController()
      const parts = voice.synthesize(request.text, { ...request.options, signal: stopping.signal })
      lines.set(line, { parts: parts[Symbol.asyncIterator](), stopping })
    } else if (request.ask === 'stop') {
      lines.get(line)?.stopping.abort()
      lines.delete(line)
    } else {
      void answerNext(line)
    }
  })

  async function answerNext(line: number): Promise<void> {
    try {
      const next = await lines.get(line)?.parts.next()
      if (!lines.has(line)) return
      if (next?.done !== false) return finish({ line, is: 'over' })
      port.post({ line, is: 'part', part: next.value }, [next.value.samples.buffer])
    } catch (error) {
      if (lines.has(line)) finish({ line, is: 'failed', ...toMessage(error) })
    }
  }

  function finish(answer: Answer): void {
    lines.delete(answer.line)
    port.post(answer)
  }
}
