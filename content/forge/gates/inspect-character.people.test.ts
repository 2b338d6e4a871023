import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Character, CharacterPart } from '../character.ts'
import type { Triangle } from '../kit/mesh.ts'
import { makeCharacter } from '../make-character.ts'
import { randomRecipe } from '../random-recipe.ts'
import { type AvatarRecipe, avatarRecipeSchema } from '../recipe.ts'
import { inspectCharacter } from './inspect-character.ts'
import { validatorFaults } from './test-validate.ts'

const AVATARS = new URL('../../avatars/', import.meta.url)
const readRecipe = (name: string): AvatarRecipe =>
  avatarRecipeSchema.parse(JSON.parse(readFileSync(new URL(`${name}/recipe.json`, AVATARS), 'utf8')))

/** All that costs most triangles, worn at once. */
function withEverything(recipe: AvatarRecipe): AvatarRecipe {
  const colour = '#5a3a2a'
  return {
    ...recipe,
    hair: { ...recipe.hair, style: 'coily' },
    beard: { style: 'full', colour },
    outfit: { ...recipe.outfit, jacket: { piece: 'cardigan', colour }, bottom: { piece: 'skirt', colour } },
  }
}

const PEOPLE: readonly (readonly [string, AvatarRecipe])[] = [
  ...readdirSync(AVATARS).map((name) => [name, readRecipe(name)] as const),
  ['somebody with all that costs most', withEverything(readRecipe('milla'))],
  ...[0, 1, 2, 3, 4].map((index) => [`random person ${index}`, randomRecipe(1, index)] as const),
]

test.each(PEOPLE)(
  '%s is sound, and so is the model',
  async (_, recipe) => {
    const character = await makeCharacter(recipe)
    expect([...inspectCharacter(character), ...(await validatorFaults(character))]).toEqual([])
  },
  120_000,
)

describe('a planted fault is found:', () => {
  let milla: Character
  beforeAll(async () => {
    milla = withRibbon(await makeCharacter(readRecipe('milla')))
  }, 120_000)

  /** A sound character that has something to swing. */
  function withRibbon(character: Character): Character {
    const places = [0, 1, 2].map((i) => ({
      name: `ribbon${i}`,
      parent: i === 0 ? 'head' : `ribbon${i - 1}`,
      position: [0, 150 - 5 * i, -12] as const,
    }))
    const swung: Character = {
      ...character,
      joints: [...character.joints, ...places],
      springs: [
        { name: 'ribbon', joints: places.map(({ name }) => name), stiffness: 1, gravity: 0, drag: 0.3, radius: 1 },
      ],
    }
    return withPart(swung, 'ears', (part) => ({
      ...part,
      influences: part.influences.map((shares, v) => (v < 2 ? new Map([[`ribbon${v}`, 1]]) : shares)),
    }))
  }

  const withPart = (character: Character, name: string, change: (part: CharacterPart) => CharacterPart): Character => ({
    ...character,
    parts: character.parts.map((part) => (part.name === name ? change(part) : part)),
  })
  const withMesh = (name: string, change: (mesh: CharacterPart['mesh']) => Partial<CharacterPart['mesh']>) =>
    withPart(milla, name, (part) => ({ ...part, mesh: { ...part.mesh, ...change(part.mesh) } }))
  const withChain = (joints: readonly string[]): Character => ({
    ...milla,
    springs: [{ ...milla.springs[0]!, joints }],
  })

  test('none, before', () => {
    expect(inspectCharacter(milla)).toEqual([])
  })

  test.each<readonly [fault: string, plant: () => Character, found: RegExp]>([
    [
      'a hole in an ear',
      () => withMesh('ears', ({ triangles }) => ({ triangles: triangles.slice(1) })),
      /^Part ears has 3 openings, more than 2\.$/,
    ],
    [
      'a triangle twice',
      () => withMesh('trousers', ({ triangles }) => ({ triangles: [...triangles, triangles[0]!] })),
      /^Part trousers has \d edges with three triangles or more\.$/,
    ],
    [
      'a triangle turned over',
      () =>
        withMesh('ears', ({ triangles }) => ({
          triangles: triangles.map(([a, b, c], i): Triangle => (i === 0 ? [a, c, b] : [a, b, c])),
        })),
      /^Part ears has \d edges between triangles that face opposite ways\.$/,
    ],
    [
      'a vertex nowhere',
      () => withMesh('shoes', ({ positions }) => ({ positions: positions.with(0, [0, Number.NaN, 0]) })),
      /^Part shoes has 1 vertices at no finite place\.$/,
    ],
    [
      'a shoe that is wider',
      () => withMesh('shoes', ({ positions }) => ({ positions: positions.with(0, [9, 9, 9]) })),
      /^Parts shoes and shoes are no mirror images/,
    ],
    [
      'a weight too light',
      () =>
        withPart(milla, 'trousers', (part) => ({
          ...part,
          influences: part.influences.with(3, new Map([['hips', 0.9]])),
        })),
      /^Part trousers has 1 vertices whose weights/,
    ],
    [
      'a joint unheard of',
      () =>
        withPart(milla, 'trousers', (part) => ({
          ...part,
          influences: part.influences.with(3, new Map([['tail', 1]])),
        })),
      /^Part trousers hangs on tail, which is no joint\.$/,
    ],
    [
      'a shape that is gone',
      () => ({
        ...milla,
        parts: milla.parts.map((part) => ({
          ...part,
          morphs: new Map([...part.morphs].filter(([name]) => name !== 'jawOpen')),
        })),
      }),
      /^Shape jawOpen moves nothing\.$/,
    ],
    [
      'an elbow out of place',
      () => ({
        ...milla,
        joints: milla.joints.map((joint) =>
          joint.name === 'leftLowerArm' ? { ...joint, position: [40, 130, 1] as const } : joint,
        ),
      }),
      /^Joint leftLowerArm is not where/,
    ],
    [
      'a chin above the mouth',
      () => ({ ...milla, landmarks: { ...milla.landmarks, chin: milla.landmarks.eyes } }),
      /do not follow each other upwards/,
    ],
    [
      'a body that floats',
      () => ({
        ...milla,
        parts: milla.parts.map((part) => ({
          ...part,
          mesh: { ...part.mesh, positions: part.mesh.positions.map(([x, y, z]) => [x, y + 1, z] as const) },
        })),
      }),
      /^The lowest point is at 1\.0 cm/,
    ],
    [
      'too many triangles',
      () => withMesh('hair', ({ triangles }) => ({ triangles: Array.from({ length: 12 }, () => triangles).flat() })),
      /triangles, more than 80000\.$/,
    ],
    [
      'a chain that hangs from a helper',
      () => withChain(['leftFootHalf', 'ribbon1']),
      /^Chain ribbon breaks at ribbon1/,
    ],
    ['a chain with a gap', () => withChain(['ribbon0', 'ribbon2']), /^Chain ribbon breaks at ribbon2/],
    [
      'a link that carries nothing',
      () =>
        withPart(milla, 'ears', (part) => ({ ...part, influences: part.influences.with(1, new Map([['head', 1]])) })),
      /^Joint ribbon1 swings and carries nothing\.$/,
    ],
  ])('%s', (_, plant, found) => {
    expect(inspectCharacter(plant())).toContainEqual(expect.stringMatching(found))
  })
})
