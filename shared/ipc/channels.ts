/** The names of the bridge, alone, so that the preload needs nothing else. `contract.ts` must have exactly these. */
export const COMMANDS = [
  'app:read',
  'preferences:read',
  'preferences:write',
  'terminal:list',
  'terminal:refresh',
  'sale:start',
  'operation:start',
  'payment:cancel',
  'payment:check',
  'payment:retry',
  'payment:leave',
  'payment:settle',
  'payment:acknowledge',
  'approval:read',
  'approval:give',
  'payment:read',
  'document:read',
  'history:list',
  'unresolved:list',
  'late:list',
  'orphan:list',
  'listener:test',
  'print:start',
  'print:jobs',
  'print:retry',
  'print:dismiss',
  'print:preview',
  'print:pdf',
  'printer:list',
  'printer:choose',
  'receipt:mail',
  'receipt:last',
] as const
export type Command = (typeof COMMANDS)[number]

export const EVENTS = [
  'app:changed',
  'terminals:changed',
  'payment:changed',
  'unresolved:changed',
  'late:changed',
  'jobs:changed',
] as const
export type EventName = (typeof EVENTS)[number]

/** Electron channel prefixes: one per direction. */
export const COMMAND_CHANNEL = 'paydesk:command:'
export const EVENT_CHANNEL = 'paydesk:event:'
