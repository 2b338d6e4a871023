import type { Asked } from './script.ts'

const express = (name: string, intensity: number): Asked => ({ type: 'express', name, intensity })
const gesture = (name: string, intensity = 0.8): Asked => ({ type: 'gesture', name, intensity })

/** What people write between asterisks when they mean what somebody does, and what that comes to. The first that fits counts. */
export const STAGE_VERBS: readonly (readonly [written: RegExp, asked: readonly Asked[]])[] = [
  [/^(?:smiles?|smiling)\b/, [express('happy', 0.55)]],
  [/^(?:grins?|beams?|grinning|beaming)\b/, [express('happy', 0.9)]],
  [/^(?:laughs?|chuckles?|giggles?|laughing|chuckling)\b/, [express('amused', 0.9)]],
  [/^(?:smirks?|winks?)\b/, [express('amused', 0.5)]],
  [/^(?:frowns?|scowls?|glares?)\b/, [express('angry', 0.5)]],
  [/^(?:sighs?|looks? sad|pouts?)\b/, [express('sad', 0.5)]],
  [/^(?:gasps?|jaw drops)\b/, [express('surprised', 0.9)]],
  [/^(?:winces?|cringes?)\b/, [express('apologetic', 0.7)]],
  [/^raises? (?:an |one |her |his |their )?(?:eye)?brows?\b/, [express('interested', 0.7)]],
  [/^(?:squints?|looks? confused|scratches (?:her|his|their) head)\b/, [express('confused', 0.7)]],
  [/^(?:nods?|nodding)\b/, [gesture('nod')]],
  [/^shakes? (?:her |his |their |my )?head\b/, [gesture('shake')]],
  [/^tilts? (?:her |his |their |my )?head\b/, [gesture('tilt')]],
  [/^(?:waves?|waving)\b/, [gesture('wave')]],
  [/^(?:shrugs?|shrugging)\b/, [gesture('shrug')]],
  [/^(?:bows?|curtsies|curtsy)\b/, [gesture('bow')]],
  [/^(?:applauds?)\b/, [gesture('applause')]],
  [/^(?:claps?|clapping)\b/, [gesture('clap')]],
  [/^(?:facepalms?)\b/, [gesture('facepalm')]],
  [/^(?:thinks?|ponders?|thinking|hums?)\b/, [gesture('think', 0.7), express('thinking', 0.6)]],
  [/^points? up\b/, [gesture('point-up')]],
  [/^points? (?:at|to) you\b/, [gesture('point-you')]],
  [/^points? (?:at|to) (?:her|him|them|my)?sel(?:f|ves)\b/, [gesture('point-self')]],
  [/^(?:points?|gestures?)\b/, [gesture('point-there')]],
  [/^(?:gives? a )?thumbs? up\b/, [gesture('thumbs-up')]],
  [/^looks? up\b/, [{ type: 'look', at: 'up' }]],
  [/^looks? down\b/, [{ type: 'look', at: 'down' }]],
  [/^(?:looks? away|glances? away|looks? aside)\b/, [{ type: 'look', at: 'left' }]],
]

/** What an adverb makes of an intensity. */
const ADVERBS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:slightly|softly|faintly|a little|a bit|shyly|gently|sadly)\b/, 0.55],
  [/\b(?:warmly|kindly)\b/, 0.85],
  [/\b(?:broadly|widely|loudly|enthusiastically|happily|vigorously|excitedly)\b/, 1.4],
]

/** What is meant by words between asterisks; undefined where they are no stage direction, but stressed. */
export function readStageVerb(written: string): readonly Asked[] | undefined {
  const words = written.trim().toLowerCase()
  const asked = STAGE_VERBS.find(([verb]) => verb.test(words))?.[1]
  const factor = ADVERBS.find(([adverb]) => adverb.test(words))?.[1] ?? 1
  return asked?.map((one) => ('intensity' in one ? { ...one, intensity: Math.min(1, one.intensity * factor) } : one))
}
