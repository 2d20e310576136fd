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
  'listener.test': 'Test the way to the listener',
  'listener.test.asking': 'Asking for this till at its own address…',
  'listener.test.at': 'Tested at {time}',
  'listener.test.reached': 'Reached: name, certificate and relay lead to this till.',
  'listener.test.changed':
    'This till was reached, but something on the way changed the request or its answer. The relay has to leave Host, path and headers unchanged, and to answer nothing by itself.',
  'listener.test.nameNotFound':
    'The name of the address for results was not found. Check it in the settings and with whoever looks after the name. Some routers refuse names that lead into their own network: allow this one.',
  'listener.test.refused':
    'Nobody takes connections there. Check that the relay runs, and that name and port of the address lead to it.',
  'listener.test.certificate':
    'The certificate there is not valid for this name, is over, or is vouched for by no authority that this computer knows. Terminals refuse it without a word: put in one of a public authority.',
  'listener.test.wrongAnswer':
    'Something else answers there. Check that the relay forwards the address for results to this till, and that http and https are not mixed up.',
  'listener.test.timeout':
    'No answer in time. Check the firewall, and that the relay forwards to the address and port in the settings.',
  'listener.test.notListening':
    'There is nothing to be reached: the till does not listen now. That has to be put right first.',
  'listener.test.here':
    'Asked from this computer only. Terminals are in a network of their own: only a result that one of them delivers proves that they get here too.',
} as const
