import { BOOT } from '../shoes/boot.ts'
import { LOAFER } from '../shoes/loafer.ts'
import { SNEAKER } from '../shoes/sneaker.ts'
import { wearShoes } from '../shoes/wear-shoes.ts'

export const wearSneakers = wearShoes(SNEAKER)
export const wearLoafers = wearShoes(LOAFER)
export const wearBoots = wearShoes(BOOT)
