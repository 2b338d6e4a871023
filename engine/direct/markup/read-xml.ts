import { SaxesParser } from 'saxes'
import { EngineError } from '../../core/errors.ts'

/** What an element stands for; text comes in between. Lines and columns from 1. */
export type XmlHandler = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, place: XmlPlace) => void
  readonly close: (name: string, place: XmlPlace) => void
  readonly text: (text: string, place: XmlPlace) => void
}

export type XmlPlace = { readonly line: number; readonly column: number }

/** No document of speech is deeper or longer. */
const DEEPEST = 32
const MOST_CHARACTERS = 200_000

/**
 * Reads a document from beginning to end, strictly.
 *
 * Document types are refused whole, so that no entity can be declared: neither one that grows nor one that fetches.
 *
 * @param what  What the document is, for messages: "SSML".
 * @throws      `markup/bad-xml` with line and column.
 */
export function readXml(text: string, what: string, handler: XmlHandler): void {
  if (text.length > MOST_CHARACTERS)
    throw new EngineError(
      'markup/bad-xml',
      `The ${what} has ${text.length} characters; at most ${MOST_CHARACTERS} are read. Split it.`,
    )
  const parser = new SaxesParser({ position: true })
  const place = (): XmlPlace => ({ line: parser.line, column: parser.column + 1 })
  const refuse = (message: string): never => {
    const { line, column } = place()
    throw new EngineError('markup/bad-xml', `The ${what} is broken at line ${line}, column ${column}: ${message}.`)
  }
  let depth = 0
  parser.on('error', ({ message }) => refuse(message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')))
  parser.on('doctype', () => refuse('it declares a document type, which is never read. Leave <!DOCTYPE …> out'))
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) refuse(`its elements lie more than ${DEEPEST} deep`)
    handler.open(localName(name), attributes as Record<string, string>, place())
  })
  parser.on('closetag', ({ name }) => {
    depth--
    handler.close(localName(name), place())
  })
  parser.on('text', (written) => handler.text(written, place()))
  parser.on('cdata', (written) => handler.text(written, place()))
  parser.write(text).close()
}

/** Prefixes tell whose element it is; none that is read here is called like another's. */
const localName = (name: string): string => name.replace(/^.*:/, '')
