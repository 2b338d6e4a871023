import { useEffect } from 'preact/hooks'
import { limited, STRAIGHT_ON } from '../orbit.ts'
import { orbit } from '../state.ts'
import { isWriting } from './use-keys.ts'

/** Radians to a pixel of a drag, and what a notch of a wheel or a key does. */
const PER_PIXEL = 0.003
const ZOOM = 1.06
const KEYS: Readonly<Record<string, readonly [yaw: number, pitch: number, zoom: number]>> = {
  ArrowLeft: [-0.05, 0, 1],
  ArrowRight: [0.05, 0, 1],
  ArrowUp: [0, 0.03, 1],
  ArrowDown: [0, -0.03, 1],
  '+': [0, 0, ZOOM],
  '-': [0, 0, 1 / ZOOM],
}

type Touch = { readonly x: number; readonly y: number }

/** Lets a viewer look around: drag, wheel, two fingers, arrows; a double click looks straight on again. */
export function useOrbit(canvas: HTMLCanvasElement): void {
  useEffect(() => {
    const touches = new Map<number, Touch>()
    const turn = (yaw: number, pitch: number, zoom: number) => {
      const now = orbit.value
      orbit.value = limited({ yaw: now.yaw + yaw, pitch: now.pitch + pitch, zoom: now.zoom * zoom })
    }
    const spread = () => {
      const [a, b] = [...touches.values()]
      return a === undefined || b === undefined ? 1 : Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))
    }
    const listeners = {
      pointerdown({ pointerId, clientX: x, clientY: y, button }: PointerEvent) {
        if (button !== 0) return
        canvas.setPointerCapture(pointerId)
        touches.set(pointerId, { x, y })
      },
      pointermove({ pointerId, clientX: x, clientY: y }: PointerEvent) {
        const from = touches.get(pointerId)
        if (from === undefined) return
        const before = spread()
        touches.set(pointerId, { x, y })
        if (touches.size === 1) turn((from.x - x) * PER_PIXEL, (y - from.y) * PER_PIXEL, 1)
        else turn(0, 0, spread() / before)
      },
      pointerup: ({ pointerId }: PointerEvent) => touches.delete(pointerId),
      pointercancel: ({ pointerId }: PointerEvent) => touches.delete(pointerId),
      wheel: ({ deltaY }: WheelEvent) => turn(0, 0, deltaY < 0 ? ZOOM : 1 / ZOOM),
      dblclick() {
        orbit.value = STRAIGHT_ON
      },
    }
    const press = (event: KeyboardEvent) => {
      const move = KEYS[event.key]
      if (move !== undefined && !isWriting(event.target)) turn(...move)
    }
    const entries = Object.entries(listeners) as [string, EventListener][]
    for (const [type, listener] of entries) canvas.addEventListener(type, listener, { passive: true })
    addEventListener('keydown', press)
    return () => {
      for (const [type, listener] of entries) canvas.removeEventListener(type, listener)
      removeEventListener('keydown', press)
    }
  }, [canvas])
}
