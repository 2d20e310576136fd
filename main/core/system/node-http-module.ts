/**
 * Node's own HTTP. It is asked for here because an `import` of it also loads what else it could give, `WebSocket` and with
 * it `fetch`: that took longer than anything else at the start of the till, and nothing here uses them.
 */
export const http = process.getBuiltinModule('node:http')
