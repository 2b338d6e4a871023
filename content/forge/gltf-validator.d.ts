/** The part of Khronos' validator that the tests use; the package brings no types. */
declare module 'gltf-validator' {
  export type Issue = {
    readonly code: string
    readonly message: string
    readonly severity: number
    readonly pointer?: string
  }
  export type Report = {
    readonly issues: {
      readonly numErrors: number
      readonly numWarnings: number
      readonly messages: readonly Issue[]
    }
  }
  export function validateBytes(data: Uint8Array): Promise<Report>
}
