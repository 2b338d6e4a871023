import { openContent } from '../../engine/api/host.ts'
import type { Role } from '../rooms/role.ts'
import type { Mind } from './mind.ts'
import { loadPersona, type Persona } from './persona.ts'

/**
 * Opens every persona that is written down, before anyone waits for it: to learn what people say takes a fifth of a second.
 *
 * @param first  File of who is there first.
 * @param open   Makes the mind of a persona.
 * @returns      That one's role, and a function that finds who an actor of some name is: the persona called so, or else
 *               the first one by that name.
 */
export async function openRoles(
  first: string,
  open: (persona: Persona) => Promise<Mind>,
): Promise<{ readonly firstRole: Role; readonly roleOf: (name: string) => Promise<Role> }> {
  const files = new Set([first, ...(await openContent().list('personas'))])
  const roles = await Promise.all([...files].map((file) => openRole(file, open)))
  const firstRole = roles[0]!
  return {
    firstRole,
    roleOf: async (name) =>
      roles.find(({ mind }) => mind.name.toLowerCase() === name.toLowerCase()) ?? {
        ...firstRole,
        mind: { ...firstRole.mind, name },
      },
  }
}

async function openRole(file: string, open: (persona: Persona) => Promise<Mind>): Promise<Role> {
  const persona = await loadPersona(file)
  return { mind: await open(persona), avatar: persona.avatar, voice: persona.voice, performance: persona.performance }
}
