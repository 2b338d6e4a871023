import type { Site } from '../head/site.ts'
import { heightAt } from '../kit/height-at.ts'
import type { BuiltFace } from './built-face.ts'
import type { Finding } from './finding.ts'

/** How far lids of a shut eye may part or overlap, mm. */
const TOLERANCE = 0.1

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
  const positions = face.posed('head', { eyeBlinkLeft: 1, eyeBlinkRight: 1 })
  const margin = (upper: boolean) =>
    face.skin.sites
      .flatMap((site, v) => (isMargin(site, side, upper) ? [positions[v]!] : []))
      .sort((a, b) => a[0] - b[0])
  const lower = margin(false)
  const gaps = margin(true).map((p) => 10 * (p[1] - heightAt(lower, p[0])))
  return gaps.reduce((worst, gap) => (Math.abs(gap) > Math.abs(worst) ? gap : worst), 0)
}

/** Corners, where both lids are one vertex, say nothing. */
const isMargin = (site: Site, side: number, upper: boolean): boolean =>
  site.kind === 'lid' &&
  site.layer === 'margin' &&
  site.side === side &&
  site.upper === upper &&
  Math.abs(site.along) < 0.97
