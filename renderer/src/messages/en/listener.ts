/** What came to the callback listener, and the way to it. */
export const listener = {
  'listener.title': 'Results from terminals',
  'listener.stored':
    '{count, plural, =0 {Since Paydesk was started, no terminal has delivered a result.} one {Since Paydesk was started, terminals have delivered # result.} other {Since Paydesk was started, terminals have delivered # results.}}',
  'listener.refused': 'Turned away since then:',
  'listener.refused.strangers':
    '{count, plural, one {# request without the right address and token} other {# requests without the right address and token}}',
  'listener.refused.otherName':
    '{count, plural, one {# request under another name} other {# requests under another name}}: if these are results, the relay changes Host',
  'listener.refused.unusable':
    '{count, plural, one {# delivery of a result that cannot be read} other {# deliveries of a result that cannot be read}}',
  'listener.refused.notSaved':
    '{count, plural, one {# delivery that could not be saved} other {# deliveries that could not be saved}}: the terminal sends it again',
  'listener.refused.connections':
    '{count, plural, one {# connection that broke off or was too slow} other {# connections that broke off or were too slow}}',
} as const
