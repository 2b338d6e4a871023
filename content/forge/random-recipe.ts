import { mixHex } from './kit/hex.ts'
import { clamp, smoothstep } from './kit/scalar.ts'
import { createLuck, type Luck } from './random/luck.ts'
import { ORIGINS, type Origin } from './random/origins.ts'
import {
  BEARD_ODDS,
  BOTTOM_ODDS,
  EARRING_ODDS,
  FRAME_COLOURS,
  GLASSES_ODDS,
  JEWEL_COLOURS,
  LIPSTICKS,
  NECKLACE_ODDS,
  PALETTES,
  SHOE_ODDS,
  STYLE_ODDS,
  TOP_ODDS,
} from './random/wardrobe.ts'
import { type AvatarRecipe, avatarRecipeSchema, type WrittenRecipe } from './recipe.ts'

/** What everything else about a person leans on. */
interface Person {
  readonly origin: Origin
  readonly sex: 'women' | 'men'
  readonly age: number
  readonly luck: (about: string) => Luck
}

/**
 * Somebody who might be met in the street: features, hair and clothes that go together.
 *
 * @param seed   One crowd, any 32-bit integer.
 * @param index  One person of it.
 */
export function randomRecipe(seed: number, index: number): AvatarRecipe {
  const luck = (about: string) => createLuck(seed, `person/${index}/${about}`)
  const { pick, happens, within } = luck('person')
  const origin = pick(ORIGINS.flatMap((one) => Array.from({ length: one.weight }, () => one)))
  const sex = happens(0.5) ? 'women' : 'men'
  const age = Math.round(happens(0.7) ? within([18, 48]) : within([48, 84]))
  const person: Person = { origin, sex, age, luck }
  const hair = hairOf(person)
  const written: WrittenRecipe = {
    version: 1,
    name: pick(origin.names[sex]),
    seed: Math.floor(within([0, 1e6])),
    age,
    masculinity: sex === 'women' ? within([0, 0.18]) : within([0.8, 1]),
    body: bodyOf(person),
    ...featuresOf(person, hair),
    skin: skinOf(person),
    hair,
    ...beardOf(person, hair),
    outfit: outfitOf(person),
    accessories: accessoriesOf(person, hair.style),
  }
  return avatarRecipeSchema.parse(written)
}

/** Mean height by sex and one reach about it, metres. Source: NCD-RisC, eLife 5 (2016), rounded over the world. */
const HEIGHTS = { women: [1.63, 0.15], men: [1.75, 0.16] } as const

function bodyOf({ sex, age, luck }: Person): WrittenRecipe['body'] {
  const { bell, within } = luck('body')
  const [mean, reach] = HEIGHTS[sex]
  const settled = smoothstep(25, 55, age)
  return {
    height: clamp(Math.round(100 * (mean + reach * bell(0, 1))) / 100, 1.45, 2),
    build: bell(-0.15 + 0.4 * settled, 0.8),
    muscle: within(age > 60 ? [0, 0.3] : [0.05, 0.7]),
    shoulders: bell(0, 0.6),
    hips: bell(0, 0.6),
    bust: sex === 'women' ? bell(0, 0.7) : 0,
    legs: bell(0, 0.6),
  }
}

const GREY = '#b9b6b2'

type Features = Pick<WrittenRecipe, 'face' | 'eyes' | 'brows' | 'nose' | 'mouth' | 'ears'>

function featuresOf({ origin, luck, sex }: Person, hair: { colour: string; grey: number }): Features {
  const { bell, within, pick } = luck('features')
  const any = (reach = 1) => bell(0, reach)
  const lips = within(origin.lips)
  return {
    face: {
      width: any(),
      length: any(),
      jaw: any(),
      chin: any(),
      cheekbones: within(origin.cheekbones),
      cheeks: any(),
      forehead: any(),
      browRidge: any(0.6),
    },
    eyes: {
      colour: pick(origin.eyes),
      size: any(),
      spacing: any(),
      tilt: within(origin.eyeTilt),
      opening: any(),
      fold: within(origin.fold),
    },
    brows: {
      colour: mixHex(mixHex(hair.colour, '#201510', 0.35), GREY, 0.6 * hair.grey),
      thickness: bell(sex === 'men' ? 0.25 : -0.1, 0.8),
      arch: any(),
      height: any(0.7),
    },
    nose: {
      length: any(),
      width: within(origin.noseWidth),
      bridge: within(origin.noseBridge),
      profile: within(origin.noseProfile),
      tip: any(),
    },
    mouth: { width: any(), upperLip: bell(lips, 0.4), lowerLip: bell(lips, 0.4) },
    ears: { size: any() },
  }
}

function skinOf({ origin, sex, age, luck }: Person): WrittenRecipe['skin'] {
  const { within, happens, pick } = luck('skin')
  return {
    tone: within(origin.tone),
    undertone: within(origin.undertone),
    blush: within([0.2, 0.8]),
    freckles: happens(origin.freckles) ? within([0.3, 1]) : 0,
    ...(sex === 'women' && happens(age > 60 ? 0.4 : 0.25) ? { lips: pick(LIPSTICKS) } : {}),
  }
}

function hairOf({ origin, sex, age, luck }: Person): WrittenRecipe['hair'] & { style: string; grey: number } {
  const { draw, bell, pick, happens, within } = luck('hair')
  const style = draw(STYLE_ODDS[draw(origin.texture)][sex])
  const thinned = sex === 'men' && happens(0.35 * smoothstep(28, 65, age))
  const dyed = sex === 'women' && happens(0.4)
  return {
    style: thinned ? 'bald' : style,
    colour: pick(origin.hair),
    length: bell(age > 60 ? -0.35 : 0, 0.8),
    volume: bell(0, 0.8),
    grey: dyed ? 0 : clamp(smoothstep(35, 75, age + within([-10, 10]))),
  }
}

function beardOf(
  { sex, luck }: Person,
  { colour, grey }: { colour: string; grey: number },
): Pick<WrittenRecipe, 'beard'> {
  const { happens, draw } = luck('beard')
  if (sex === 'women' || !happens(0.45)) return {}
  return { beard: { style: draw(BEARD_ODDS), colour: mixHex(colour, GREY, 0.9 * grey) } }
}

function outfitOf({ sex, age, luck }: Person): WrittenRecipe['outfit'] {
  const { draw, pick, happens } = luck('outfit')
  const { top, layer, bottom, shoes, accent } = pick(PALETTES)
  const drawn = draw(TOP_ODDS[sex])
  const piece = drawn === 'hoodie' && age > 65 ? 'sweater' : drawn
  const layered = piece !== 'hoodie' && piece !== 'sweater' && happens(0.35)
  return {
    top: { piece, colour: top, accent },
    ...(layered ? { jacket: { piece: piece === 'dress' || happens(0.5) ? 'cardigan' : 'jacket', colour: layer } } : {}),
    ...(piece === 'dress' ? {} : { bottom: { piece: draw(BOTTOM_ODDS[sex]), colour: bottom } }),
    shoes: { piece: draw(SHOE_ODDS[sex]), colour: shoes },
  }
}

/** Shares of people who wear something, by sex. */
const WEARS = { earrings: { women: 0.55, men: 0.06 }, necklace: { women: 0.35, men: 0.06 } } as const
const HAIR_UNDER_HATS: readonly string[] = ['bob', 'long', 'crop', 'bald']

function accessoriesOf({ sex, age, luck }: Person, style: string): WrittenRecipe['accessories'] {
  const { draw, pick, happens } = luck('accessories')
  const metal = pick(JEWEL_COLOURS)
  const glasses = happens(age > 50 ? 0.45 : 0.22)
  const beanie = age < 55 && HAIR_UNDER_HATS.includes(style) && happens(0.08)
  return {
    ...(glasses ? { glasses: { style: draw(GLASSES_ODDS[sex]), colour: pick(FRAME_COLOURS) } } : {}),
    ...(happens(WEARS.earrings[sex])
      ? { earrings: { style: sex === 'men' ? 'studs' : draw(EARRING_ODDS), colour: metal } }
      : {}),
    ...(happens(WEARS.necklace[sex])
      ? { necklace: { style: sex === 'men' ? 'chain' : draw(NECKLACE_ODDS), colour: metal } }
      : {}),
    ...(beanie ? { hat: { style: 'beanie', colour: pick(PALETTES).layer } } : {}),
  }
}
