import { news, notice } from './state.ts'

/** Puts a text on the clipboard, and says so. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    news.value = 'Copied.'
  } catch {
    notice.value = `This page may not copy. Mark it and copy it yourself: ${text}`
  }
}
