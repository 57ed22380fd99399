import type { Words } from '@repere/cases';
import type { LookKind } from '../contract/looks';

/** What a look was, and what it is called. */
interface NamedLook {
  readonly kind: LookKind;
  readonly act: Words;
}

const look = (kind: LookKind, fr: string, en: string): NamedLook => ({ kind, act: { fr, en } });

/** By declared act. */
const NAMED: Readonly<Record<string, NamedLook>> = {
  'case-file.read': look('opened', 'A ouvert le dossier', 'Opened the case'),
  'case-file.journal': look('opened', 'A lu la chronologie', 'Read the chronology'),
  'case-file.replay': look('opened', 'A ouvert la relecture', 'Opened the replay'),
  'case-file.replayed': look(
    'opened',
    'A relu le dossier à un moment passé',
    'Read the case as it was known before',
  ),
  'case-file.looks': look('opened', 'A regardé qui a vu le dossier', 'Looked at who saw the case'),
  'case-file.what-if': look(
    'opened',
    'A essayé une autre réponse, sans l’inscrire',
    'Tried another answer, recording nothing',
  ),
  'case-file.what-if-facts': look('opened', 'A ouvert « et si… »', 'Opened “what if”'),
  'step.read': look('opened', 'A ouvert une étape', 'Opened a step'),
  'step.check': look(
    'opened',
    'A vérifié une étape avant de l’enregistrer',
    'Checked a step before recording it',
  ),
  'worklist.read': look('listed', 'L’a vu dans sa journée', 'Saw it in their day'),
  'case-file.search': look('listed', 'L’a vu dans une liste de dossiers', 'Saw it in a list of cases'),
  'case-file.duplicates': look(
    'listed',
    'L’a vu en cherchant un doublon',
    'Saw it while looking for a duplicate',
  ),
  'alert.list': look('listed', 'L’a vu dans les alertes', 'Saw it among the alerts'),
  'approvals.read': look('listed', 'L’a vu dans les validations', 'Saw it among the approvals'),
  'duplicate-task.list': look(
    'listed',
    'L’a vu dans les doublons possibles',
    'Saw it among possible duplicates',
  ),
  'protocol-dry-run.cases': look(
    'listed',
    'L’a vu dans un essai de version',
    'Saw it in a dry run of a version',
  ),
  'protocol-dry-run.download': look(
    'exported',
    'L’a téléchargé dans un essai de version',
    'Downloaded it with a dry run',
  ),
  'team-board.cases': look('listed', 'L’a vu dans le tableau de l’équipe', 'Saw it on the team’s board'),
  'case-file.open': look('acted', 'A créé le dossier', 'Created the case'),
  'case-file.change-child': look('acted', 'A corrigé l’identité', 'Corrected the identity'),
  'case-file.lead': look('acted', 'A nommé le pilote', 'Named the lead'),
  'case-file.assign': look('acted', 'A confié le dossier à quelqu’un', 'Assigned somebody'),
  'case-file.unassign': look('acted', 'A retiré le dossier à quelqu’un', 'Took somebody off the case'),
  'referral.choices': look('opened', 'A préparé une orientation', 'Prepared a referral'),
  'referral.open': look('acted', 'A ouvert une orientation', 'Opened a referral'),
  'referral.read': look('opened', 'A lu ce que porte l’orientation', 'Read what the referral carries'),
  'referral.list': look('listed', 'L’a vu dans ses orientations reçues', 'Saw it among received referrals'),
  'case-file.end-tie': look('acted', 'A mis fin à un accès', 'Ended an access'),
  'sharing.record': look('acted', 'A noté un partage', 'Recorded that something was shared'),
  'person.add': look('acted', 'A noté une personne', 'Noted a person'),
  'person.change': look('acted', 'A modifié une personne', 'Changed a person'),
  'alert.seen': look('acted', 'A vu une alerte', 'Saw an alert'),
  'duplicate-task.close': look('acted', 'A tranché un doublon possible', 'Settled a possible duplicate'),
  'bundle.list': look('opened', 'A ouvert la page « dossier de preuve »', 'Opened the page on evidence'),
  'bundle.order': look('acted', 'A demandé un dossier de preuve', 'Asked for a bundle of evidence'),
  'bundle.made': look('exported', 'A établi un dossier de preuve', 'Made a bundle of evidence'),
  'bundle.proven': look('exported', 'A reçu la preuve de ce dossier', 'Got the proof of this bundle'),
  'bundle.download': look('exported', 'A téléchargé un dossier de preuve', 'Downloaded a bundle of evidence'),
  'draft.save': look('acted', 'A travaillé à un brouillon', 'Worked on a draft'),
  'draft.discard': look('acted', 'A abandonné un brouillon', 'Dropped a draft'),
};

const EXPORT = /bundle|export|download|print|document/;

/** What a look is called. An act without a name of its own is told by its kind. `isListed`: shown among others. */
export function nameLook(type: string, outcome: string, isListed: boolean): NamedLook {
  const named = NAMED[type];
  if (outcome === 'refused')
    return look(
      'refused',
      'A essayé d’ouvrir ce dossier ou d’y agir',
      'Tried to open this case or to act in it',
    );
  if (named) return named;
  if (EXPORT.test(type))
    return look('exported', 'L’a emporté dans un document', 'Took it along in a document');
  return isListed
    ? look('listed', 'L’a vu dans une liste', 'Saw it in a list')
    : look('opened', 'A consulté le dossier', 'Consulted the case');
}

const PURPOSES: Readonly<Record<string, Words>> = {
  care: { fr: 'accompagnement de l’enfant', en: 'care for the child' },
  supervision: { fr: 'encadrement', en: 'supervision' },
  audit: { fr: 'mission d’audit', en: 'audit mission' },
  administration: { fr: 'administration', en: 'administration' },
  access: { fr: 'accès', en: 'access' },
  training: { fr: 'formation', en: 'training' },
  maintenance: { fr: 'entretien', en: 'maintenance' },
};

/** What for, in words; the record's own code where it has none. */
export const purposeWords = (purpose: string): Words => PURPOSES[purpose] ?? { fr: purpose, en: purpose };
