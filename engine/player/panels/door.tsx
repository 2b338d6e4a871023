import { name, notice, picture } from '../state.ts'

/** The first thing anyone sees: who is inside, and what it is. */
export function Door({ onEnter, isEntering }: { readonly onEnter: () => void; readonly isEntering: boolean }) {
  return (
    <main class="door">
      <div class="card">
        <h1>Come in and talk</h1>
        <p>
          You are talking with <strong>an AI</strong>: an animated character with a computer’s voice. Everyone in the
          room hears what you say.
        </p>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (!isEntering) onEnter()
          }}
        >
          <label>
            Your name
            <input
              name="name"
              dir="auto"
              maxLength={40}
              autocomplete="nickname"
              placeholder="Guest"
              value={name.value}
              onInput={(event) => {
                name.value = event.currentTarget.value
              }}
            />
          </label>
          <button type="submit" class="primary" aria-disabled={isEntering}>
            {isEntering ? 'Opening the room…' : 'Enter the room'}
          </button>
        </form>
        {notice.value !== undefined && (
          <p class="notice" role="alert">
            {notice.value}
          </p>
        )}
        <p class="small" role="status">
          {picture.value.state === 'opening' && 'The picture is being drawn…'}
          {picture.value.state === 'none' && <NoPicture />}
        </p>
      </div>
    </main>
  )
}

/** Says what is missing where nothing can be drawn. */
export function NoPicture() {
  return (
    <>
      <b>There is no picture.</b> {picture.value.why} Chat, captions and voices work without it.
    </>
  )
}
