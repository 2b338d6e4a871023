import type { Problem } from '../direct/markup/script.ts'
import { createScriptCursor } from '../direct/markup/script-cursor.ts'
import { planPart } from '../direct/plan-part.ts'
import { planSpelling } from '../direct/plan-spelling.ts'
import type { Voice } from '../voice/voice.ts'
import type { BlobStore } from './blobs.ts'
import { scriptOf, speakScript } from './speak-script.ts'
import type { Speaker, SpokenPart } from './speaker.ts'

/** Lets a stage speak through voices, and act out what it says; samples go into a store under their hash. */
export function createSpeaker(voices: readonly Voice[], blobs: BlobStore): Speaker {
  return {
    async *speak(text, { voice, rate, pitch, signal, vocabulary, markup, actor, acts: lineActs = [], by = 'author' }) {
      const script = scriptOf(text, vocabulary, markup)
      const cursor = createScriptCursor(script, by)
      let before = actor?.memory.kept
      let isFirst = true
      for await (const spoken of speakScript(script, voices, { voice, rate, pitch, signal })) {
        const told = isFirst ? problemsOf(script.problems) : {}
        if (spoken.kind === 'spelled') {
          const { plan, samples, sampleRate } = planSpelling(spoken.stretch.spelling!)
          yield {
            plan: { ...plan, ...told, pause: spoken.stretch.pause ?? plan.pause },
            audio: blobs.put(samples, sampleRate),
          }
        } else {
          const { part, language } = spoken
          const { acts: asked, marks, emphasis } = cursor.next(part.words.map((word) => word.text))
          const { plan, memory } = planPart(part, {
            language,
            performer: actor?.performer,
            memory: before,
            asked,
            lineActs: isFirst ? lineActs : [],
            by,
            emphasis,
            isFirst,
          })
          before = memory
          if (actor !== undefined) actor.memory.kept = memory
          const marked = marks.length === 0 ? {} : { marks: [...marks] }
          yield { plan: { ...plan, ...marked, ...told }, audio: blobs.put(part.samples, part.sampleRate) }
        }
        isFirst = false
      }
    },
  }
}

/** Most sentences of problems that a part carries. */
const MOST_TOLD = 50

function problemsOf(problems: readonly Problem[]): Partial<SpokenPart['plan']> {
  if (problems.length === 0) return {}
  const told = problems
    .slice(0, MOST_TOLD)
    .map(({ line, column, message }) => `${line}:${column} ${message}`.slice(0, 500))
  return { problems: told }
}
