import type { NodeHost } from '../../render/hosts/host.ts'
import type { createNodeHost as create } from '../../render/hosts/node.ts'

/** Opens a host in this process. Loads the renderer then and not before: a film that workers draw never needs it here. */
export async function createNodeHost(...options: Parameters<typeof create>): Promise<NodeHost> {
  const { createNodeHost: open } = await import('../../render/hosts/node.ts')
  return open(...options)
}
