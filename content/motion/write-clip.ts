import type { ClipFile } from '../../engine/tracks/clip.ts'

/** A clip as a file: a line for each keyframe's row would be long, a line for all cannot be read; so one for each bone. */
export function formatClip({ bones, hips, feet, face, ...facts }: ClipFile): string {
  const lines = Object.entries(facts).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  lines.push(`  "bones": ${formatRows(bones)}`)
  if (hips) lines.push(`  "hips": ${JSON.stringify(hips)}`)
  if (feet) lines.push(`  "feet": ${formatRows(feet)}`)
  lines.push(`  "face": ${formatRows(face)}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

function formatRows(rows: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(rows).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`
}
