import type { Avatar, ContentSource } from '../api/page.ts'
import { loadPicture, loadRig } from '../api/page.ts'

/** Content as a server offers it to its pages. */
export type PageContent = ContentSource & {
  readonly avatar: (name: string) => Promise<Avatar>
  readonly picture: (media: string) => Promise<Uint8Array>
}

/** @param base  Address of the server, without a slash at its end. */
export function openPageContent(base: string): PageContent {
  const texts = new Map<string, Promise<string>>()

  async function get(path: string): Promise<Response> {
    const response = await fetch(`${base}/${path}`)
    if (!response.ok) throw new Error(`The server has no ${path} (${response.status}). Load the page again.`)
    return response
  }

  /** Texts are small and read by stage after stage. Models are not kept: the browser has them, and the graphics card. */
  function text(path: string): Promise<string> {
    const known = texts.get(path)
    if (known !== undefined) return known
    const loading = get(path).then((response) => response.text())
    texts.set(path, loading)
    loading.catch(() => texts.delete(path))
    return loading
  }

  const source: ContentSource = {
    readText: (path) => text(`content/${path}`),
    list: async (folder) => JSON.parse(await text(`content-list/${folder}`)),
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
