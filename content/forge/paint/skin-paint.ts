import type { HeadRecipe } from '../head/recipe.ts'
import type { BagSite, LidSite, LipSite, Site } from '../head/site.ts'
import type { HeadSkin } from '../head/skin.ts'
import { type Colour, hexColour, luminanceOf, mixColours, shade, vertexColour } from '../kit/colour.ts'
import { computeNormals } from '../kit/mesh.ts'
import { occlusionAt } from '../kit/occlusion.ts'
import { exp, pow } from '../kit/ops.ts'
import { clamp, gauss, lerp, smoothstep } from '../kit/scalar.ts'
import type { Vec2, Vec3, Vec4 } from '../kit/vec3.ts'
import type { SkinTones } from './skin-tones.ts'

/** Distances at which the form is asked for room, cm. */
const OCCLUSION_TAPS = [0.4, 0.9, 1.8, 3.2]
/** Wet places, as a light skin has them; see {@link Palette.wet}. */
const MOUTH_INSIDE = hexColour('#5a1a1c')
const LIP_INSIDE = hexColour('#7d2a2c')
const LID_RIM = hexColour('#3a1d18')
const WATERLINE = hexColour('#c8766a')
const POCKET = hexColour('#8a4038')
/** Share of their light that they keep in the darkest skin, which shows through them. */
const WET_IN_DARK = 0.42
/** Luminance of the skin they were chosen for. */
const REFERENCE_LUMINANCE = 0.63

interface Palette extends SkinTones {
  /** A wet place's colour in this skin. */
  readonly wet: (colour: Colour) => Colour
}

/** Colours, occlusion and roughness of the skin, per vertex: loops follow lids and lips, so borders stay crisp. */
export function paintSkin({ recipe, field, mesh, sites }: HeadSkin): { colors: Vec4[]; shading: Vec2[] } {
  const palette = paletteOf(recipe)
  const normals = computeNormals(mesh.positions, mesh.triangles)
  const colors: Vec4[] = []
  const shading: Vec2[] = []
  mesh.positions.forEach((p, v) => {
    const site = sites[v]!
    const base = siteColour(recipe, palette, p, site)
    const roughness = roughnessAt(recipe, p, site)
    if (site.kind === 'bag') {
      colors.push(vertexColour(base))
      shading.push([lerp(0.8, 0.15, smoothstep(0, 2.5, site.depth)), roughness])
      return
    }
    const closed = occlusionAt(field.bare, p, normals[v]!, OCCLUSION_TAPS) * (1 - 0.45 * bell2(p, 0, 1.3, -3.6, 0.8))
    // Skin in a fold turns warm, never grey.
    const warm: Colour = [base[0] * (1 - 0.12 * closed), base[1] * (1 - 0.36 * closed), base[2] * (1 - 0.42 * closed)]
    colors.push(vertexColour(warm))
    shading.push([1 - 0.75 * closed, roughness])
  })
  return { colors, shading }
}

function paletteOf({ colours: { tones } }: HeadRecipe): Palette {
  const share = lerp(WET_IN_DARK, 1, clamp(luminanceOf(tones.skin) / REFERENCE_LUMINANCE))
  return { ...tones, wet: (colour) => shade(colour, share) }
}

/** A bell over (|x|, y) around a point, with its own width on each axis. */
const bell2 = ([x, y]: Vec3, cx: number, wx: number, cy: number, wy: number): number => {
  const dx = (Math.abs(x) - cx) / wx
  const dy = (y - cy) / wy
  return exp(-(dx * dx + dy * dy))
}

function siteColour(recipe: HeadRecipe, palette: Palette, p: Vec3, site: Site): Colour {
  const face = faceColour(recipe, palette, p)
  switch (site.kind) {
    case 'skin':
      return face
    case 'lid':
      return lidColour(palette, face, site)
    case 'lip':
      return lipColour(palette, face, site)
    case 'bag':
      return bagColour(palette, site)
  }
}

function faceColour({ face, eye, nose, jaw }: HeadRecipe, palette: Palette, p: Vec3): Colour {
  const { skin, deep, blush, flush, wet } = palette
  const front = smoothstep(2, 6, p[2])
  const onNose = smoothstep(nose.tipZ - 2.2, nose.tipZ - 0.9, p[2])
  const nostril = bell2(p, 0.65 * nose.wingX, 0.24, nose.y - 0.8, 0.16) * smoothstep(-2.2, -1.8, p[2] - nose.tipZ)
  let c = skin
  c = mixColours(c, blush, flush * 0.34 * front * bell2(p, 4.5 * face.width, 2.3, nose.y - 0.2, 1.7))
  c = mixColours(c, blush, flush * 0.26 * bell2(p, 0, 1.3, nose.y - 0.4, 0.95) * onNose)
  c = mixColours(c, blush, flush * 0.1 * front * bell2(p, 0, 1.6, jaw.chinY - 0.9, 1.2))
  c = mixColours(c, deep, 0.3 * front * bell2(p, eye.x, 2.2, eye.y + 0.2, 1.35))
  return mixColours(c, wet(LIP_INSIDE), 0.5 * nostril)
}

function lidColour({ skin, deep, wet }: Palette, face: Colour, { layer, upper, along, fromMargin }: LidSite): Colour {
  if (layer !== 'skin') {
    const inside = layer === 'pocket' ? wet(POCKET) : mixColours(deep, wet(LID_RIM), 0.75)
    const rim = mixColours(skin, wet(WATERLINE), 0.65)
    // Both lids end in the small pink flesh of the inner corner.
    return upper || layer === 'pocket' ? mixColours(inside, rim, smoothstep(0.6, 0.95, -along)) : rim
  }
  return upper ? mixColours(face, deep, 0.35 * gauss(fromMargin - 0.42, 0.22) * (1 - along * along)) : face
}

function lipColour({ lip, wet }: Palette, face: Colour, { across, along }: LipSite): Colour {
  if (across === 0) return mixColours(face, lip, 0.4 * (1 - 0.6 * pow(along, 6)))
  const red = mixColours(face, lip, (0.62 + 0.38 * smoothstep(0, 0.45, across)) * (1 - 0.45 * pow(along, 8)))
  return mixColours(red, mixColours(lip, wet(LIP_INSIDE), 0.6), smoothstep(0.72, 1, across))
}

const bagColour = ({ lip, wet }: Palette, { depth }: BagSite): Colour =>
  mixColours(mixColours(lip, wet(LIP_INSIDE), 0.6), wet(MOUTH_INSIDE), smoothstep(0.1, 0.9, depth))

function roughnessAt({ nose: { y, tipZ } }: HeadRecipe, p: Vec3, site: Site): number {
  // A wet throat would mirror the window: the dark between lips must stay dark.
  if (site.kind === 'bag') return 0.85
  if (site.kind === 'lip' && site.across > 0) return lerp(0.46, 0.26, smoothstep(0, 0.35, site.across))
  // Tears stand along the rims of the lids.
  if (site.kind === 'lid' && site.layer !== 'skin') return site.layer === 'margin' ? 0.3 : 0.12
  const nose = 0.13 * bell2(p, 0, 1.3, y + 1.4, 3) * smoothstep(tipZ - 4, tipZ - 1.5, p[2])
  const cheek = 0.07 * bell2(p, 4.2, 1.5, -2, 1.5) * smoothstep(2, 6, p[2])
  const brow = 0.06 * bell2(p, 0, 3.6, 4.6, 1.8) * smoothstep(5, 8, p[2])
  return clamp(0.52 - nose - cheek - brow)
}
