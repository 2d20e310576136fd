import type { Config } from 'dompurify'

/** The browser's record that a text was made for being read as HTML. */
export type HtmlPolicy = NonNullable<Config['TRUSTED_TYPES_POLICY']>

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string>,
      ): HtmlPolicy
    }
  }
}

function refuse(): never {
  throw new TypeError('Paydesk makes no scripts out of text')
}

/**
 * The one way in which this page reads text as HTML: to take receipts apart where nothing of them runs or loads, and to fill the
 * sandboxed frame. The page's policy (safety E7) lets nobody make another. Null in a browser that knows no such policies.
 */
export const receiptPolicy: HtmlPolicy | null =
  window.trustedTypes?.createPolicy('receipt', {
    createHTML: (html) => html,
    createScript: refuse,
    createScriptURL: refuse,
  }) ?? null
