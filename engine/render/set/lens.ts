/** Height of a full-frame sensor, metres: the format that focal lengths and apertures are quoted for. */
const SENSOR_HEIGHT = 0.024

/**
 * Radius of the disc that a point out of focus becomes, as a share of the picture's height.
 *
 * @param fovDegrees  Vertical field of view; it fixes the focal length.
 * @param focus       Distance that is sharp, metres, beyond the focal length.
 * @param distance    Of the point, metres.
 * @source Thin lens: c = f² |s − d| / (N s (d − f)).
 */
export function blurRadius(fovDegrees: number, fStop: number, focus: number, distance: number): number {
  const focalLength = SENSOR_HEIGHT / 2 / Math.tan((fovDegrees * Math.PI) / 360)
  const circle = (focalLength ** 2 * Math.abs(distance - focus)) / (fStop * distance * (focus - focalLength))
  return circle / 2 / SENSOR_HEIGHT
}
