/** How much a picture may cost. `fine` is for films with time to spare, `draft` for looking at a cut. */
export const PRESET_NAMES = ['draft', 'default', 'fine'] as const
export type Preset = (typeof PRESET_NAMES)[number]

export type Quality = {
  /** Pixels drawn for each pixel shown, along each side. */
  readonly supersampling: number
  /** Texels compared for a point's shadow: 1, 9 or 25. */
  readonly shadowTaps: 'low' | 'medium' | 'high'
  /** The second edge light. */
  readonly kick: boolean
}

export const PRESETS: Readonly<Record<Preset, Quality>> = {
  draft: { supersampling: 1, shadowTaps: 'medium', kick: false },
  default: { supersampling: 1.5, shadowTaps: 'high', kick: false },
  fine: { supersampling: 2, shadowTaps: 'high', kick: true },
}
