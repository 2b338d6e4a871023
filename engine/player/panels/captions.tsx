import { caption, captionSize, people, showsCaptions } from '../state.ts'

/** What is being said, word by word. Those who read a screen by ear have the conversation's log. */
export function Captions() {
  const now = caption.value
  if (now === undefined || !showsCaptions.value) return null
  const { actors } = people.value
  const speaker = actors.find(({ id }) => id === now.actor)?.name
  return (
    <p class={`captions ${captionSize.value}`} dir="auto" aria-hidden="true">
      {actors.length > 1 && speaker !== undefined && <b>{speaker}</b>}
      {now.words.map((word, i) => (
        <span class={i < now.said ? 'said' : ''}>{word} </span>
      ))}
    </p>
  )
}
