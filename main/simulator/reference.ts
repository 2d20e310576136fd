const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** Whether a transaction reference is a UUID version 4, which the service insists on (handpoint-api.md §1.3). */
export const isReference = (text: string): boolean => uuidV4.test(text)
