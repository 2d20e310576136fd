import type { approval as english } from '../en/approval.ts'

/** A manager's approval, asked for over the page, in Icelandic. */
export const approval = {
  'approval.title': 'Stjórnandi þarf að samþykkja þetta',
  'approval.again':
    'Stjórnandi samþykkti þetta fyrir meira en 10 mínútum. Það samþykki er útrunnið og því er beðið um það aftur.',
  'approval.reason': 'Ástæða',
  'approval.reason.hint': 'Fyrir þá sem lesa þetta síðar: hvers vegna þetta er gert.',
  'approval.reason.missing': 'Gefið fyrst upp ástæðu.',
  'approval.pin': 'PIN-númer stjórnanda',
  'approval.pin.missing': 'Sláið inn PIN-númerið: 4 til 12 tölustafi.',
  'approval.pin.wrong': 'PIN-númerið er ekki rétt. Ekkert hefur gerst enn.',
  'approval.pad': 'Talnaborð fyrir PIN-númer',
  'approval.clear': 'Hreinsa',
  'approval.practice': 'Æfing: PIN-númerið er {pin}.',
  'approval.locked': 'Of oft rangt PIN-númer',
  'approval.locked.wait': 'Ekki er tekið við PIN-númeri um stund. Ekkert hefur gerst; greiðslan er óbreytt.',
  'approval.notSet': 'Ekkert PIN-númer stjórnanda er á þessum kassa',
  'approval.notSet.todo':
    'Því getur enginn samþykkt þetta hér. Sá sem sér um kassann getur sett það í stillingar hans.',
  'approval.approve': 'Samþykkja',
  'approval.checking': 'Athuga…',
} as const satisfies Readonly<Record<keyof typeof english, string>>
