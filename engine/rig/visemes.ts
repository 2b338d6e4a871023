/**
 * The 15 mouth shapes of speech.
 *
 * @source Oculus LipSync viseme reference; the same set is OpenXR's XR_META_face_tracking_visemes.
 */
export const VISEMES = [
  'sil',
  'PP',
  'FF',
  'TH',
  'DD',
  'kk',
  'CH',
  'SS',
  'nn',
  'RR',
  'aa',
  'E',
  'ih',
  'oh',
  'ou',
] as const

export type VisemeName = (typeof VISEMES)[number]
export const VISEME_COUNT = VISEMES.length

export const visemeIndex = (name: VisemeName): number => VISEMES.indexOf(name)
