import { describe, expect, test } from 'vitest'
import { loadCatalogue, openContent } from '../../engine/api/host.ts'
import { loadPersona, type Persona } from './persona.ts'
import { createPersonaMind } from './persona-mind.ts'
import { answerOf, turnOf } from './test-turn.ts'
import { TOOLS } from './tools/index.ts'

const content = openContent()
const names = await content.list('personas')
const [avatars, gestures, expressions] = await Promise.all(
  ['avatars', 'gestures', 'expressions'].map((folder) => content.list(folder)),
)

const catalogue = await loadCatalogue(content, 'studio')
const meanings = [...catalogue.gestures.values()].flatMap(({ means }) => [...means])

type Whole = {
  readonly say: string
  readonly gesture?: string
  readonly express?: string
  readonly asks?: string
  readonly uses?: { readonly tool: string; readonly input: object }
}

/** Every list of answers in a persona, by where it stands. */
function listsOf({ intents, learned, questions, fallback, listening }: Persona): [where: string, answers: Whole[]][] {
  const groups: Readonly<Record<string, object>> = {
    ...intents,
    ...learned,
    ...questions,
    persona: { fallback, listening },
  }
  return Object.entries(groups).flatMap(([name, group]) =>
    Object.entries(group).flatMap(([kind, list]: [string, unknown]): [string, Whole[]][] => {
      if (kind === 'examples' || !Array.isArray(list)) return []
      if (kind !== 'when') return [[`${name}.${kind}`, wholes(list)]]
      return list.map(({ answers }: { answers: unknown[] }, at) => [`${name}.${kind}.${at}`, wholes(answers)])
    }),
  )
}

const wholes = (list: readonly unknown[]): Whole[] =>
  list.map((one) => (typeof one === 'string' ? { say: one } : (one as Whole)))

test('there is more than one persona', () => {
  expect(names).toEqual(expect.arrayContaining(['henrik', 'milla']))
})

describe.each(names)('%s', async (file) => {
  const persona = await loadPersona(file)
  const lists = listsOf(persona)

  test('wears and does only what there is', () => {
    expect(avatars).toContain(persona.avatar)
    for (const [, answers] of lists)
      for (const { gesture, express, uses } of answers) {
        if (gesture !== undefined) expect(gestures).toContain(gesture)
        if (express !== undefined) expect(expressions).toContain(express)
        if (uses !== undefined) expect(TOOLS.map(({ name }) => name)).toContain(uses.tool)
      }
  })

  test('has habits of what there is', () => {
    const { favourites, ponders } = persona.performance.mannerisms
    for (const name of Object.keys(favourites)) expect([...gestures!, ...meanings], name).toContain(name)
    for (const name of ponders) expect(gestures).toContain(name)
  })

  test('asks every question that it has follow-ups for', () => {
    const asked = new Set(lists.flatMap(([, answers]) => answers.map(({ asks }) => asks)))
    expect(Object.keys(persona.questions).filter((question) => !asked.has(question))).toEqual([])
  })

  test('ends in a question mark where it waits for an answer', () => {
    const open = lists.flatMap(([where, answers]) =>
      answers.flatMap(({ say, asks }) =>
        asks !== undefined && asks !== 'tell-me' && !/\?/.test(say) && !/give up/.test(say) ? [`${where}: ${say}`] : [],
      ),
    )
    expect(open).toEqual([])
  })

  test('knows what to say whatever is meant, also where it was told nothing', async () => {
    const mind = createPersonaMind(persona)
    for (const [meant, [example]] of Object.entries(persona.phrases.intents)) {
      const { said } = await answerOf(mind, turnOf(example!, { talk: { actor: meant } }))
      expect(said.join(' '), meant).not.toMatch(/[{}]|^$|^\s|,\s*[!.?]/)
    }
  })
})
