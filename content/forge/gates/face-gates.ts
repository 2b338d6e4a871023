import type { BuiltFace } from './built-face.ts'
import { closedSkin } from './closed-skin.ts'
import type { Finding } from './finding.ts'
import { lidAperture } from './lid-aperture.ts'
import { lidClearance } from './lid-clearance.ts'
import { lidsTogether } from './lids-together.ts'
import { lipContact } from './lip-contact.ts'
import { mirroredShapes } from './mirrored-shapes.ts'
import { teethBehindLips } from './teeth-behind-lips.ts'

/** Everything that must hold for any face. Nothing found is the goal. */
export const faceFindings = (face: BuiltFace): Finding[] =>
  [closedSkin, lidClearance, lidAperture, lidsTogether, lipContact, teethBehindLips, mirroredShapes].flatMap((gate) =>
    gate(face),
  )
