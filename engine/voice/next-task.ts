/** Lets others have the thread between parts, and with them whoever aborts. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
