export async function benchSpeech() { return [] }
