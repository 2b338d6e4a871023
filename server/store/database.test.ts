import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { openDatabase } from './database.ts'

/** What a server of Postgres says first: that anyone may come in, and that it is ready. */
const READY = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])

test('a server whose line breaks in the middle of a question ends nothing but the question', async () => {
  const lost: string[] = []
  const server = createServer((socket) => {
    let isReady = false
    socket.on('error', () => {})
    socket.on('data', () => {
      if (isReady) socket.destroy()
      else socket.write(READY)
      isReady = true
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await expect(
    openDatabase(`postgres://ada:secret@127.0.0.1:${port}/stage`, ({ message }) => lost.push(message)),
  ).rejects.toThrow(
    `The store at postgres://ada:…@127.0.0.1:${port}/stage cannot be opened: Connection terminated unexpectedly. Start that server, or set DATABASE_URL to a folder.`,
  )
  expect(lost).not.toEqual([])
  server.close()
})

test('a server that is not there is told in one sentence, without its password', async () => {
  await expect(openDatabase('postgres://ada:secret@127.0.0.1:1/stage')).rejects.toThrow(
    'The store at postgres://ada:…@127.0.0.1:1/stage cannot be opened: connect ECONNREFUSED 127.0.0.1:1. Start that server, or set DATABASE_URL to a folder.',
  )
})
