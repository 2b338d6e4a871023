import type { Avatar, ContentSource } from '../api/page.ts'
import { loadPicture, loadRig } from '../api/page.ts'

/** Content as a server offers it to its pages. */
export type PageContent = ContentSource & {
  readonly avatar: (name: string) => Promise<Avatar>
  readonly picture: (media: string) => Promise<Uint8Array>
}

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
  const readBytes = async (path: string) => new Uint8Array(await (await get(`content/${path}`)).arrayBuffer())
  return {
    ...source,
    picture: (media) => loadPicture(source, readBytes, media),
    async avatar(name) {
      const [model, rig] = await Promise.all([get(`content/avatars/${name}/model.glb`), loadRig(source, name)])
      return { model: new Uint8Array(await model.arrayBuffer()), rig }
    },
  }
}
