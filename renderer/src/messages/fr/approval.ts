import type { approval as english } from '../en/approval.ts'

/** A manager's approval, asked for over the page, in French. */
export const approval = {
  'approval.title': 'Un responsable doit approuver',
  'approval.again':
    'Un responsable a approuvé cela il y a plus de 10 minutes. Cette approbation a expiré : elle est donc redemandée.',
  'approval.reason': 'Motif',
  'approval.reason.hint': 'Pour qui le lira plus tard : pourquoi on le fait.',
  'approval.reason.missing': 'Indiquez d’abord un motif.',
  'approval.pin': 'PIN du responsable',
  'approval.pin.missing': 'Saisissez le PIN : 4 à 12 chiffres.',
  'approval.pin.wrong': 'Ce PIN n’est pas le bon. Rien n’a encore été fait.',
  'approval.pad': 'Pavé du PIN',
  'approval.clear': 'Effacer',
  'approval.practice': 'Entraînement : le PIN est {pin}.',
  'approval.locked': 'Trop de PIN erronés',
  'approval.locked.wait':
    'Aucun PIN n’est accepté pour le moment. Rien n’a été fait ; le paiement reste tel qu’il est.',
  'approval.notSet': 'Aucun PIN de responsable sur cette caisse',
  'approval.notSet.todo':
    'Personne ne peut donc approuver ici. Qui s’occupe de la caisse peut en fixer un dans sa configuration.',
  'approval.approve': 'Approuver',
  'approval.checking': 'Vérification…',
} as const satisfies Readonly<Record<keyof typeof english, string>>
