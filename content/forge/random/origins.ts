/** From–to. */
export type Range = readonly [number, number]
/** Things to choose from and how likely each is; weights need not sum to 1. */
export type Odds<T extends string> = Readonly<Partial<Record<T, number>>>

export type Texture = 'straight' | 'curly' | 'coily'

/**
 * Features that tend to go together, because families share them. Ranges are wide and overlap, as people's do; everything
 * that is not named here varies the same everywhere. Fitted by eye.
 */
export interface Origin {
  readonly weight: number
  readonly names: { readonly women: readonly string[]; readonly men: readonly string[] }
  readonly tone: Range
  readonly undertone: Range
  readonly freckles: number
  readonly hair: readonly string[]
  readonly texture: Odds<Texture>
  readonly eyes: readonly string[]
  readonly fold: Range
  readonly eyeTilt: Range
  readonly noseWidth: Range
  readonly noseBridge: Range
  readonly noseProfile: Range
  readonly lips: Range
  readonly cheekbones: Range
}

const BLACK_HAIR = ['#17120f', '#1d1512', '#241a15', '#2b1e17']
const BROWN_HAIR = ['#2f1f17', '#3d281c', '#4f3322', '#5d3d28', '#6d402a']
const DARK_EYES = ['#3a2116', '#452818', '#51301b', '#5d3820']
const LIGHT_EYES = ['#5c7f9a', '#6f8fa3', '#6b7f5e', '#7d7a4c', '#8a6a3a', '#7a4b28']

export const ORIGINS: readonly Origin[] = [
  {
    weight: 3,
    names: {
      women: ['Freya', 'Nora', 'Elsa', 'Maeve', 'Katja', 'Ida'],
      men: ['Lars', 'Finn', 'Oskar', 'Jonas', 'Tom', 'Piet'],
    },
    tone: [0.02, 0.22],
    undertone: [-0.7, 0.3],
    freckles: 0.4,
    hair: ['#c9a26a', '#b08a58', '#8f6a42', '#7a5534', '#9a4f27', '#5d3d28', '#3d281c'],
    texture: { straight: 4, curly: 1.2 },
    eyes: LIGHT_EYES,
    fold: [0, 0.05],
    eyeTilt: [-0.5, 0.4],
    noseWidth: [-0.6, 0.3],
    noseBridge: [0, 0.9],
    noseProfile: [-0.7, 0.5],
    lips: [-0.7, 0.3],
    cheekbones: [-0.5, 0.7],
  },
  {
    weight: 3,
    names: {
      women: ['Sofia', 'Leila', 'Elena', 'Yasmin', 'Carla', 'Dina'],
      men: ['Marco', 'Karim', 'Nikos', 'Omar', 'Diego', 'Emre'],
    },
    tone: [0.2, 0.48],
    undertone: [0, 0.8],
    freckles: 0.1,
    hair: [...BROWN_HAIR, ...BLACK_HAIR],
    texture: { straight: 3, curly: 2 },
    eyes: [...DARK_EYES, '#7a4b28', '#6b6a3e', '#8a4f26'],
    fold: [0, 0.05],
    eyeTilt: [-0.4, 0.5],
    noseWidth: [-0.4, 0.5],
    noseBridge: [0.1, 1],
    noseProfile: [-0.2, 0.9],
    lips: [-0.3, 0.6],
    cheekbones: [-0.3, 0.7],
  },
  {
    weight: 3,
    names: {
      women: ['Yuki', 'Mei', 'Ji-woo', 'Linh', 'Hana', 'Xia'],
      men: ['Kenji', 'Wei', 'Min-jun', 'Bao', 'Haru', 'Chen'],
    },
    tone: [0.1, 0.4],
    undertone: [0.1, 0.9],
    freckles: 0.05,
    hair: BLACK_HAIR,
    texture: { straight: 1 },
    eyes: ['#2e1b12', '#3a2116', '#452818'],
    fold: [0.45, 1],
    eyeTilt: [-0.1, 0.8],
    noseWidth: [-0.2, 0.5],
    noseBridge: [-0.9, 0],
    noseProfile: [-0.6, 0.2],
    lips: [-0.3, 0.5],
    cheekbones: [-0.2, 0.9],
  },
  {
    weight: 2,
    names: {
      women: ['Priya', 'Anjali', 'Nila', 'Farah', 'Kavya', 'Tara'],
      men: ['Arjun', 'Ravi', 'Imran', 'Dev', 'Sanjay', 'Anil'],
    },
    tone: [0.4, 0.75],
    undertone: [0.1, 0.9],
    freckles: 0,
    hair: BLACK_HAIR,
    texture: { straight: 3, curly: 1 },
    eyes: DARK_EYES,
    fold: [0, 0.1],
    eyeTilt: [-0.3, 0.5],
    noseWidth: [-0.2, 0.6],
    noseBridge: [-0.2, 0.8],
    noseProfile: [-0.4, 0.7],
    lips: [-0.1, 0.7],
    cheekbones: [-0.4, 0.6],
  },
  {
    weight: 3,
    names: {
      women: ['Amara', 'Zola', 'Nia', 'Imani', 'Adaeze', 'Sade'],
      men: ['Kwame', 'Jabari', 'Malik', 'Tendai', 'Sekou', 'Idris'],
    },
    tone: [0.62, 1],
    undertone: [-0.3, 0.7],
    freckles: 0,
    hair: ['#120e0c', '#17120f', '#1d1512'],
    texture: { coily: 5, curly: 1 },
    eyes: ['#2a1810', '#321d13', '#3a2116'],
    fold: [0, 0.1],
    eyeTilt: [-0.3, 0.5],
    noseWidth: [0.2, 1],
    noseBridge: [-0.8, 0.2],
    noseProfile: [-0.5, 0.3],
    lips: [0.3, 1],
    cheekbones: [0, 0.9],
  },
  {
    weight: 2,
    names: {
      women: ['Luz', 'Itzel', 'Rosa', 'Alma', 'Kaya', 'Ines'],
      men: ['Mateo', 'Luis', 'Inti', 'Rafael', 'Tadeo', 'Joaquin'],
    },
    tone: [0.3, 0.62],
    undertone: [0.2, 1],
    freckles: 0.05,
    hair: [...BLACK_HAIR, '#2f1f17', '#3d281c'],
    texture: { straight: 4, curly: 1 },
    eyes: DARK_EYES,
    fold: [0, 0.45],
    eyeTilt: [-0.2, 0.6],
    noseWidth: [-0.1, 0.7],
    noseBridge: [-0.2, 0.8],
    noseProfile: [-0.2, 0.8],
    lips: [-0.1, 0.7],
    cheekbones: [0, 0.9],
  },
]
