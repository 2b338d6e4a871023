import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeAuthored } from './authored/authored.ts'
import { AUTHORED } from './authored/index.ts'
import { formatClip } from './write-clip.ts'

test.each(AUTHORED.map((authored) => [authored.name, authored] as const))(
  'the clip "%s" is what its author wrote; npm run import-clip -- --authored makes it anew',
  (name, authored) => {
    const committed = readFileSync(new URL(`../clips/${name}.json`, import.meta.url), 'utf8')
    expect(formatClip(makeAuthored(authored)) === committed).toBe(true)
  },
)
