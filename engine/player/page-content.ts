import type { Avatar, ContentSource } from '../api/page.ts'
import { loadRig } from '../api/page.ts'

/** Content as a server offers it to its pages. */
export type PageContent = ContentSource & { readonly avatar: (name: string) => Promise<Avatar> }

/** @param base  Address of the server, without a slash at its end. */
export function openPageContent(base: string): PageContent {
  const fetched = new Map<string, Promise<Response>>()

  async function get(path: string): Promise<Response> {
    const known = fetched.get(path) ?? fetch(`${base}/${path}`)
    fetched.set(path, known)
    const response = await known
    if (response.ok) return response.clone()
    fetched.delete(path)
    throw new Error(`The server has no ${path} (${response.status}).`)
  }

  const source: ContentSource = {
    readText: async (path) => (await get(`content/${path}`)).text(),
    list: async (folder) => (await get(`content-list/${folder}`)).json(),
  }
  return {
    ...source,
    async avatar(name) {
      const [model, rig] = await Promise.all([get(`content/avatars/${name}/model.glb`), loadRig(source, name)])
      return { model: new Uint8Array(await model.arrayBuffer()), rig }
    },
  }
}
