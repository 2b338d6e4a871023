import type { Emotion } from './emotion-words.ts'
import type { FindingName } from './finding.ts'

type EmojiFeeling = readonly [emotion: Emotion, strength: number, signs: string]

/** Emoji by what they feel: Unicode's smileys as their names have it, and those that say it by a thing. */
export const EMOJI_FEELINGS: readonly EmojiFeeling[] = [
  ['happy', 0.8, '😀 😃 😄 😁 🥳 🎉 🤩 🎊 😆 💃'],
  ['happy', 0.55, '🙂 😊 ☺ 😎 😋 🌞 ✨ 🌈 👍 😸'],
  ['amused', 0.8, '😂 🤣 😹'],
  ['amused', 0.55, '😅 😜 😝 😛 🤪 😏 😉 🙃'],
  ['tender', 0.8, '❤ 🥰 😍 😘 💕 💖 💗 💓 💞 💘 🧡 💛 💚 💙 💜 😻 🤗'],
  ['tender', 0.5, '😌 🌹 💐 🥹 😚'],
  ['sad', 0.85, '😭 💔 😿'],
  ['sad', 0.6, '😢 😞 😔 ☹ 🙁 😟 😥 🥺 😓'],
  ['angry', 0.85, '😡 🤬 👿'],
  ['angry', 0.6, '😠 😤 👎 💢'],
  ['surprised', 0.8, '😲 🤯 😱 😮 😯 😵'],
  ['fearful', 0.7, '😨 😰 😧 😦 👻'],
  ['disgusted', 0.8, '🤢 🤮 🤧'],
  ['disgusted', 0.4, '😒 😑 😬 🙄'],
  ['thinking', 0.7, '🤔 🧐'],
  ['confused', 0.6, '😕 😖 🤨 🤷 ❓'],
  ['apologetic', 0.6, '🙏 😳 🤦'],
  ['proud', 0.6, '💪 🏆 🥇 😤'],
  ['friendly', 0.6, '👋 🤝 😇'],
]

/** Emoticons of western keyboards. */
export const EMOTICONS: readonly (readonly [emotion: Emotion, strength: number, sign: RegExp])[] = [
  ['happy', 0.8, /(?:^|\s)[:=8xX;]-?D+(?=\s|$|[.!?,])/u],
  ['happy', 0.5, /(?:^|\s)[:=]-?[)\]]+(?=\s|$|[.!?,])|\^\^|\^_\^/u],
  ['amused', 0.5, /(?:^|\s);-?[)\]P]+(?=\s|$|[.!?,])|(?:^|\s)[:=]-?[Pp](?=\s|$|[.!?,])/u],
  ['sad', 0.55, /(?:^|\s)[:=]-?[([]+(?=\s|$|[.!?,])/u],
  ['sad', 0.8, /(?:^|\s)[:=]'-?\(|T_T|;_;/u],
  ['angry', 0.6, /(?:^|\s)>:-?[(|[]/u],
  ['surprised', 0.6, /(?:^|\s)[:=]-?[oO](?=\s|$|[.!?,])|o_O|O_o/u],
  ['confused', 0.4, /(?:^|\s)[:=]-?[/\\|](?=\s|$|[.!?,])/u],
  ['tender', 0.7, /<3/u],
]

/** Emoji that say what a gesture says. */
export const EMOJI_FINDINGS: readonly (readonly [what: FindingName, sign: string])[] = [
  ['greeting', '👋'],
  ['praise', '👍 👏 💯'],
  ['thanks', '🙏'],
  ['love', '❤ 😘 🥰 💕 💖 🫶'],
  ['unknown', '🤷'],
  ['facepalm', '🤦'],
  ['think', '🤔'],
  ['stop', '✋ 🛑'],
  ['playful', '😜 🤪 😉'],
  ['sarcasm', '🙄 🙃'],
]
