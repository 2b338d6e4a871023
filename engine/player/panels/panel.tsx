import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { panel } from '../state.ts'
import { Icon } from './icon.tsx'

/** A panel beside the picture, which stays in view. The focus goes into it, and back where it came from. */
export function Panel({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => {
    const from = document.activeElement
    heading.current?.focus()
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus()
    }
  }, [])
  return (
    <div class="panel" role="dialog" aria-labelledby={id}>
      <header>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          class="icon-only plain"
          title="Close (Escape)"
          aria-label="Close"
          onClick={() => {
            panel.value = undefined
          }}
        >
          <Icon of={X} />
        </button>
      </header>
      <div class="body">{children}</div>
    </div>
  )
}
