import type { VisemeName } from '../rig/visemes.ts'

/**
 * What the mouth must do for a sound.
 *
 * - open: a vowel; its size follows loudness and length
 * - shut: lips together (p b m)
 * - bite: lower lip to the upper teeth (f v)
 * - round: made with the lips; begins early and ends late (w sh ch j r)
 * - narrow: the teeth come close (s z th)
 * - tongue: made inside the mouth; the lips are free and go with their neighbours (t d n l k g)
 * - breath: no shape at all; the next sound's (h)
 * - silence
 *
 * @source Classes: P. Edwards, C. Landreth, E. Fiume, K. Singh, "JALI", ACM TOG 35(4), 2016, section 4.
 */
export type Articulation = 'open' | 'shut' | 'bite' | 'round' | 'narrow' | 'tongue' | 'breath' | 'silence'

/** Visemes and their weights at the apex of a shape; they sum to at most 1. */
export type MouthShape = Partial<Readonly<Record<VisemeName, number>>>

export type PhoneShape = {
  readonly articulation: Articulation
  readonly shape: MouthShape
  /** Second shape of a diphthong. */
  readonly glide?: MouthShape
}

const open = (shape: MouthShape, glide?: MouthShape): PhoneShape =>
  glide ? { articulation: 'open', shape, glide } : { articulation: 'open', shape }
const shut: PhoneShape = { articulation: 'shut', shape: { PP: 1 } }
const bite: PhoneShape = { articulation: 'bite', shape: { FF: 1 } }
const round = (shape: MouthShape): PhoneShape => ({ articulation: 'round', shape })
const narrow = (shape: MouthShape): PhoneShape => ({ articulation: 'narrow', shape })
const tongue = (shape: MouthShape): PhoneShape => ({ articulation: 'tongue', shape })
const breath: PhoneShape = { articulation: 'breath', shape: {} }
const silence: PhoneShape = { articulation: 'silence', shape: { sil: 1 } }

/**
 * ARPAbet, with the extra phones of CMU's voices, to mouth shapes.
 *
 * @source Oculus LipSync viseme reference for consonants and the five vowels; vowels between those are mixed by their
 *         place in the vowel chart. Weights below 1 leave room for stress.
 */
export const PHONE_SHAPES: Readonly<Record<string, PhoneShape>> = {
  aa: open({ aa: 0.95 }),
  ae: open({ aa: 0.6, E: 0.35 }),
  ah: open({ aa: 0.65, oh: 0.1 }),
  ao: open({ oh: 0.8, aa: 0.15 }),
  aw: open({ aa: 0.9 }, { ou: 0.7, oh: 0.1 }),
  ax: open({ aa: 0.35, E: 0.2 }),
  axr: open({ RR: 0.6, E: 0.1 }),
  ay: open({ aa: 0.9 }, { ih: 0.55, E: 0.25 }),
  eh: open({ E: 0.8, aa: 0.1 }),
  er: open({ RR: 0.7, E: 0.1 }),
  ey: open({ E: 0.8 }, { ih: 0.7 }),
  ih: open({ ih: 0.65, E: 0.1 }),
  iy: open({ ih: 0.85 }),
  ow: open({ oh: 0.85 }, { ou: 0.8 }),
  oy: open({ oh: 0.85 }, { ih: 0.65 }),
  uh: open({ ou: 0.55, oh: 0.15 }),
  uw: open({ ou: 0.9 }),
  w: round({ ou: 0.9 }),
  r: round({ RR: 0.75 }),
  sh: round({ CH: 0.85 }),
  zh: round({ CH: 0.8 }),
  ch: round({ CH: 0.85 }),
  jh: round({ CH: 0.8 }),
  b: shut,
  p: shut,
  m: shut,
  em: shut,
  f: bite,
  v: bite,
  s: narrow({ SS: 0.85 }),
  z: narrow({ SS: 0.8 }),
  th: narrow({ TH: 0.85 }),
  dh: narrow({ TH: 0.7 }),
  t: tongue({ DD: 0.75 }),
  d: tongue({ DD: 0.75 }),
  dx: tongue({ DD: 0.5 }),
  n: tongue({ nn: 0.7 }),
  nx: tongue({ nn: 0.5 }),
  en: tongue({ nn: 0.7 }),
  l: tongue({ nn: 0.65 }),
  el: tongue({ nn: 0.65 }),
  k: tongue({ kk: 0.65 }),
  g: tongue({ kk: 0.65 }),
  ng: tongue({ kk: 0.5 }),
  y: tongue({ ih: 0.7 }),
  hh: breath,
  hv: breath,
  pau: silence,
  sil: silence,
  ssil: silence,
  brth: silence,
}
