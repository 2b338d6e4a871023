import { expect, test } from 'vitest'
import { openRoles } from './open-roles.ts'
import { createPersonaMind } from './persona-mind.ts'

const { firstRole, roleOf } = await openRoles('henrik', async (persona) => createPersonaMind(persona))

test('the first is who was asked for, as written down', () => {
  expect(firstRole).toMatchObject({ mind: { name: 'Henrik' }, avatar: 'henrik', voice: 'rms' })
})

test('an actor called as a persona is that persona', async () => {
  expect(await roleOf('milla')).toMatchObject({ mind: { name: 'Milla' }, avatar: 'milla', voice: 'slt' })
})

test('anyone else is the first one, by another name', async () => {
  const role = await roleOf('../../etc/passwd')
  expect(role).toMatchObject({ mind: { name: '../../etc/passwd', reply: firstRole.mind.reply }, avatar: 'henrik' })
})
