/** What a listener without a journal takes results by. */
export const ANY_TOKEN = 'a'.repeat(64)
