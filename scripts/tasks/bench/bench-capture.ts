export async function benchCapture() { return [] }
