/** How much a picture may cost. `fine` is for films with time to spare, `draft` for looking at a cut. */
export const PRESET_NAMES = ['draft', 'default', 'fine'] as const
export type Preset = (typeof PRESET_NAMES)[number]

export type Quality = {
  /** Pixels drawn for each pixel shown, along each side. */
  readonly supersampling: number
  /** Texels along each side of the patch that is compared for a point's shadow. */
  readonly shadowTaps: 3 | 5
  /** The second edge light. */
  readonly kick: boolean
}

export const PRESETS: Readonly<Record<Preset, Quality>> = {
  draft: { supersampling: 1, shadowTaps: 3, kick: false },
  default: { supersampling: 1.5, shadowTaps: 3, kick: false },
  fine: { supersampling: 2, shadowTaps: 5, kick: true },
}

/**
 * Width of a shadow's edge, metres. The map is as coarse as its filter allows: softness costs nothing, and a fine map
 * would draw a hard line across the face where a window draws a soft one.
 */
const SHADOW_EDGE = 0.0152

/** Metres to a texel of the shadow map. */
export const shadowTexel = ({ shadowTaps }: Quality): number => SHADOW_EDGE / shadowTaps
