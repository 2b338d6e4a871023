import { DirectionalLight } from '@babylonjs/core/Lights/directionalLight.js'
import { Color3 } from '@babylonjs/core/Maths/math.color.js'
import { Vector3 } from '@babylonjs/core/Maths/math.vector.js'
import type { Scene } from '@babylonjs/core/scene.js'
import { ACTOR_LAYERS, LAYERS } from '../layers.ts'
import { kelvinColour } from './kelvin.ts'
import type { Lamp, Look } from './look.ts'

/** The lights on the actors. The room fills in: it is all around them as an environment. */
export type ActorLights = { readonly key: DirectionalLight; readonly all: readonly DirectionalLight[] }

/**
 * Sets a look's lights up.
 *
 * @param withKick  Whether the second edge light is drawn; it costs a tenth of a frame.
 */
export function createLights(scene: Scene, look: Look, withKick: boolean): ActorLights {
  const { key, rim, kick } = look.lights
  const create = (name: string, lamp: Lamp, layers: number) => {
    const light = createLight(scene, name, lamp, look.whiteBalance)
    light.includeOnlyWithLayerMask = layers
    return light
  }
  const main = create('key', key, ACTOR_LAYERS | LAYERS.ground)
  const all = [main]
  if (rim !== undefined) all.push(create('rim', rim, LAYERS.edge))
  if (kick !== undefined && withKick) all.push(create('kick', kick, LAYERS.edge))
  return { key: main, all }
}

/** One lamp of a look, on everything in a scene. */
export function createLight(scene: Scene, name: string, lamp: Lamp, whiteBalance: number): DirectionalLight {
  const light = new DirectionalLight(name, lampDirection(lamp), scene)
  light.intensity = lamp.intensity
  light.diffuse = new Color3(...kelvinColour(lamp.kelvin, whiteBalance))
  light.specular = light.diffuse.clone()
  return light
}

/** The way the light travels: away from the lamp. */
function lampDirection({ azimuthDegrees, elevationDegrees }: Lamp): Vector3 {
  const azimuth = (azimuthDegrees * Math.PI) / 180
  const elevation = (elevationDegrees * Math.PI) / 180
  const level = Math.cos(elevation)
  return new Vector3(-Math.sin(azimuth) * level, -Math.sin(elevation), -Math.cos(azimuth) * level)
}
