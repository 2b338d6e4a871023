import type { FaceWeights } from '../head/lip-meter.ts'
import type { LidSite, Site } from '../head/site.ts'
import { heightAt } from '../kit/height-at.ts'
import type { BuiltFace } from './built-face.ts'
import type { Finding } from './finding.ts'

/** How far lids of a shut eye may part or overlap, mm. */
const TOLERANCE = 0.1
/** Beyond this both lids run into one vertex, which says nothing. */
const NEAR_CORNER = 0.96

/** Shut lids meet: neither light nor an overlap between them. */
export function lidAperture(face: BuiltFace): Finding[] {
  return [1, -1].flatMap((side) => {
    const millimetres = shutAperture(face, side)
    if (Math.abs(millimetres) <= TOLERANCE) return []
    const where = side > 0 ? 'eyeBlinkLeft' : 'eyeBlinkRight'
    return [{ gate: 'lid aperture', where, millimetres, problem: `shut lids meet within ${TOLERANCE} mm` }]
  })
}

/** Opening of a shut eye where it is farthest from none, mm; below 0 where lids overlap. */
export function shutAperture(face: BuiltFace, side: number): number {
  const gaps = lidGaps(face, side, { eyeBlinkLeft: 1, eyeBlinkRight: 1 })
  return gaps.reduce((worst, gap) => (Math.abs(gap) > Math.abs(worst) ? gap : worst), 0)
}

/** Height of the opening between the lids' margins from corner to corner, mm; below 0 where they overlap. */
export function lidGaps(face: BuiltFace, side: number, weights: FaceWeights): number[] {
  const positions = face.posed('head', weights)
  const margin = (upper: boolean) =>
    face.skin.sites
      .flatMap((site, v) => (isMargin(site, side, upper) ? [{ site, at: positions[v]! }] : []))
      .sort((a, b) => a.at[0] - b.at[0])
  const lower = margin(false).map(({ at }) => at)
  return margin(true)
    .filter(({ site }) => Math.abs(site.along) < NEAR_CORNER)
    .map(({ at }) => 10 * (at[1] - heightAt(lower, at[0])))
}

const isMargin = (site: Site, side: number, upper: boolean): site is LidSite =>
  site.kind === 'lid' && site.layer === 'margin' && site.side === side && site.upper === upper
