/** One call on its way: `proceed` makes it, with other arguments where some are given. */
export interface Passing {
  self: unknown
  args: readonly unknown[]
  proceed(args?: readonly unknown[]): unknown
}

/** Puts something around a method of the runtime or of a library. For processes of fault tests only. */
export function wrapMethod(owner: object, name: string, around: (passing: Passing) => unknown): void {
  const original: unknown = Reflect.get(owner, name)
  if (typeof original !== 'function') throw new TypeError(`there is no method ${name} to put anything around`)
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    value(this: unknown, ...args: unknown[]): unknown {
      return around({ self: this, args, proceed: (given = args) => Reflect.apply(original, this, given) })
    },
  })
}
