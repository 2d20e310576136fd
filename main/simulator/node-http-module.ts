/** Node's own HTTP, without what an `import` of it would load besides: `WebSocket` and with it `fetch`, at every start. */
export const http = process.getBuiltinModule('node:http')
