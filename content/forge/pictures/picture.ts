/** A picture to be shown on a stage's screen, drawn from numbers alone. */
export type Picture = {
  /** Folder in content/media. */
  readonly name: string
  readonly title: string
  readonly alt: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** @returns  The inside of an SVG of this size. */
  readonly draw: (size: { readonly width: number; readonly height: number }) => string
}

/** A picture as a whole SVG file. */
export const pictureSvg = ({ width, height, draw }: Picture): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${draw({ width, height })}</svg>`
