import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { readRecords } from './read-records.ts'

async function cut(chunks: readonly number[][], length: number): Promise<number[][]> {
  const records: number[][] = []
  for await (const record of readRecords(Readable.from(chunks.map((chunk) => Uint8Array.from(chunk))), length))
    records.push([...record])
  return records
}

it('cuts a stream into records, however its chunks fall', async () => {
  const records = [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]
  expect(await cut([[1, 2, 3, 4, 5, 6, 7, 8, 9]], 3)).toEqual(records)
  expect(await cut([[1], [2, 3, 4, 5], [6, 7], [8, 9]], 3)).toEqual(records)
  expect(
    await cut(
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      3,
    ),
  ).toEqual(records)
})

it('drops what is not whole', async () => {
  expect(await cut([[1, 2, 3, 4]], 3)).toEqual([[1, 2, 3]])
  expect(await cut([], 3)).toEqual([])
})

it('gives each record memory of its own', async () => {
  const kept: Uint8Array[] = []
  for await (const record of readRecords(Readable.from([Uint8Array.of(1, 2, 3, 4)]), 2)) kept.push(record)
  expect(kept.map((record) => [...record])).toEqual([
    [1, 2],
    [3, 4],
  ])
})
