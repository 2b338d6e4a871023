import { EngineError } from '../../engine/api/node.ts'

/** Reads an option's number. @throws `api/bad-input` */
export const number =
  (option: string, min: number, max: number) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() !== '' && value >= min && value <= max) return value
    throw new EngineError('api/bad-input', `${option} is "${text}"; it takes a number from ${min} to ${max}.`)
  }

/** Reads an option's whole number. @throws `api/bad-input` */
export const whole =
  (option: string, min: number, max: number) =>
  (text: string): number => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= min && value <= max) return value
    throw new EngineError('api/bad-input', `${option} is "${text}"; it takes a whole number from ${min} to ${max}.`)
  }
