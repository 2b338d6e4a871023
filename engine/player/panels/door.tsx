import { name } from '../state.ts'
import { Notice } from './notice.tsx'

/** The first thing anyone sees: who is inside, and what it is. */
export function Door({ onEnter, isEntering }: { readonly onEnter: () => void; readonly isEntering: boolean }) {
  return (
    <main class="door">
      <h1>Come in</h1>
      <p>
        You are about to talk with <strong>an AI</strong>: an animated character with a computer’s voice. What you say
        is heard by everyone in the room.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onEnter()
        }}
      >
        <label>
          Your name
          <input
            name="name"
            maxLength={40}
            autocomplete="nickname"
            placeholder="Guest"
            value={name.value}
            onInput={(event) => {
              name.value = event.currentTarget.value
            }}
          />
        </label>
        <button type="submit" disabled={isEntering}>
          {isEntering ? 'Opening the room…' : 'Enter the room'}
        </button>
      </form>
      <Notice />
    </main>
  )
}
