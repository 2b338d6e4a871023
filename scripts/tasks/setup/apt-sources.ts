/** A file that lists where packages come from: /etc/apt/sources.list, or one of /etc/apt/sources.list.d. */
export type SourceFile = { readonly path: string; readonly text: string }

/** Where a release's own packages come from. */
type Source = { readonly uri: string; readonly signedBy: string | undefined }

/**
 * The source entry that adds a release's backports, from the same place as the release itself.
 *
 * @param codename  Of the release, such as "bookworm".
 * @returns         Text in the deb822 format, or undefined where backports are listed already.
 * @throws          An error of one line where the release itself is not listed.
 */
export function backportsSource(files: readonly SourceFile[], codename: string): string | undefined {
  if (findSource(files, `${codename}-backports`) !== undefined) return undefined
  const source = findSource(files, codename)
  if (source === undefined) {
    throw new Error(
      `No apt source lists ${codename}, so setup does not know where its backports are. Add one under /etc/apt.`,
    )
  }
  const lines = ['Types: deb', `URIs: ${source.uri}`, `Suites: ${codename}-backports`, 'Components: main']
  if (source.signedBy !== undefined) lines.push(`Signed-By: ${source.signedBy}`)
  return `${lines.join('\n')}\n`
}

/** The first source of packages that lists a suite. */
function findSource(files: readonly SourceFile[], suite: string): Source | undefined {
  for (const { path, text } of files) {
    const sources = path.endsWith('.sources') ? readStanzas(text, suite) : readLines(text, suite)
    if (sources[0] !== undefined) return sources[0]
  }
  return undefined
}

/** The deb822 format: stanzas of fields, comments with #. */
function readStanzas(text: string, suite: string): Source[] {
  const withoutComments = text.replace(/^#.*\n?/gm, '')
  return withoutComments.split(/\n\s*\n/).flatMap((stanza) => {
    const words = (name: string) =>
      stanza
        .match(new RegExp(`^${name}:[ \\t]*(.*)$`, 'mi'))?.[1]
        ?.trim()
        .split(/\s+/) ?? []
    const [uri] = words('URIs')
    const isListed = words('Types').includes('deb') && words('Suites').includes(suite)
    const isOff = words('Enabled')[0]?.toLowerCase() === 'no'
    return isListed && !isOff && uri !== undefined ? [{ uri, signedBy: words('Signed-By')[0] }] : []
  })
}

/** The format of one line: deb [options] uri suite components. */
function readLines(text: string, suite: string): Source[] {
  return text.split('\n').flatMap((line) => {
    const [, options, uri, listed] = line.match(/^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s/) ?? []
    if (uri === undefined || listed !== suite) return []
    return [{ uri, signedBy: options?.match(/signed-by=(\S+)/)?.[1] }]
  })
}
