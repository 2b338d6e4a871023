import { useEffect } from 'preact/hooks'
import { limited, STRAIGHT_ON } from '../orbit.ts'
import { orbit } from '../state.ts'

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

/** Lets a viewer look around: drag, wheel, arrows; a double click looks straight on again. */
export function useOrbit(canvas: HTMLCanvasElement): void {
  useEffect(() => {
    const turn = (yaw: number, pitch: number, zoom: number) => {
      const now = orbit.value
      orbit.value = limited({ yaw: now.yaw + yaw, pitch: now.pitch + pitch, zoom: now.zoom * zoom })
    }
    const drag = (event: PointerEvent) => {
      if (event.buttons === 1) turn(-event.movementX * PER_PIXEL, event.movementY * PER_PIXEL, 1)
    }
    const wheel = (event: WheelEvent) => turn(0, 0, event.deltaY < 0 ? ZOOM : 1 / ZOOM)
    const reset = () => {
      orbit.value = STRAIGHT_ON
    }
    const press = (event: KeyboardEvent) => {
      const move = KEYS[event.key]
      if (move !== undefined && !(event.target instanceof HTMLInputElement)) turn(...move)
    }
    canvas.addEventListener('pointermove', drag)
    canvas.addEventListener('wheel', wheel, { passive: true })
    canvas.addEventListener('dblclick', reset)
    addEventListener('keydown', press)
    return () => {
      canvas.removeEventListener('pointermove', drag)
      canvas.removeEventListener('wheel', wheel)
      canvas.removeEventListener('dblclick', reset)
      removeEventListener('keydown', press)
    }
  }, [canvas])
}
