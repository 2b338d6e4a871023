import { caption, people, showsCaptions } from '../state.ts'

/** What is being said, word by word. */
export function Captions() {
  const now = caption.value
  if (now === undefined || !showsCaptions.value) return null
  const speaker = people.value.actors.find(({ id }) => id === now.actor)?.name
  return (
    <p class="captions" aria-hidden="true">
      {speaker !== undefined && <b>{speaker}</b>}
      {now.words.map((word, i) => (
        <span class={i < now.said ? 'said' : ''}>{word} </span>
      ))}
    </p>
  )
}
