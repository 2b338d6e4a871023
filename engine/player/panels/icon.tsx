import type { IconNode } from 'lucide'
import { h } from 'preact'

/** A drawing beside words, or in their place where a label says them. */
export function Icon({ of }: { readonly of: IconNode }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}
