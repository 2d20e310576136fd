import type { PrintWords } from '../print-words.ts'

/** Icelandic words that Paydesk puts on paper. */
export const is: PrintWords = {
  copy: 'AFRIT',
  practice: 'ÆFING',
  practiceNote: 'Engir peningar færðust. Þetta er ekki kvittun.',
  customerReceipt: 'Kvittun',
  merchantReceipt: 'Kvittun verslunar',
  customerSlip: 'Greiðslumiði',
  slip: {
    title: 'EKKI VITAÐ ENN UM ÚTKOMU',
    amount: 'Upphæð sem beðið var um',
    started: 'Hófst',
    printed: 'Prentað',
    terminal: 'Posi',
    reference: 'Tilvísun',
    customerReference: 'Pöntun',
    meaning: 'Ekki er vitað enn hvort kortið var gjaldfært. Þessi miði er ekki staðfesting á greiðslu.',
    happens: 'Verslunin spyr bankann áfram þar til útkoman er vituð.',
    todo: 'Ekkert á að greiða aftur fyrr en verslunin segir hvernig fór. Skoðið reikninginn og komið aftur eða hringið með þennan miða við höndina.',
    keep: 'Vinsamlegast geymið þennan miða.',
  },
}
