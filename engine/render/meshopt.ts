import { MeshoptCompression } from '@babylonjs/core/Meshes/Compression/meshoptCompression.js'
import { MeshoptDecoder } from 'meshoptimizer/decoder'

/**
 * Decodes compressed geometry by the decoder among our own packages: Babylon's own way fetches a script from a
 * network. `_Default` is what its loader asks; Babylon is pinned.
 */
const decoder = {
  async decodeGltfBufferAsync(
    source: Uint8Array,
    count: number,
    stride: number,
    mode: string,
    filter?: string,
  ): Promise<Uint8Array> {
    await MeshoptDecoder.ready
    const decoded = new Uint8Array(count * stride)
    MeshoptDecoder.decodeGltfBuffer(decoded, count, stride, source, mode, filter)
    return decoded
  },
}

;(MeshoptCompression as unknown as { _Default: typeof decoder })._Default = decoder
