import { namedAct, type NamedAct } from './named-act';

/** Entries of a case’s journal, which the record commits to one by one. */
export const JOURNAL_ACTS = {
  'journal.run-opened': namedAct('acted', 'A engagé un protocole', 'Started a protocol'),
  'journal.step-completed': namedAct('acted', 'A fait une étape', 'Did a step'),
  'journal.entry-approved': namedAct('acted', 'A validé un acte', 'Approved an act'),
  'journal.entry-returned': namedAct(
    'acted',
    'A renvoyé un acte, avec le motif',
    'Sent an act back, with the reason',
  ),
  'journal.step-waived': namedAct(
    'acted',
    'A écarté une étape, avec le motif',
    'Waived a step, with the reason',
  ),
  'journal.entry-amended': namedAct('acted', 'A corrigé un acte', 'Corrected an act'),
  'journal.facts-recorded': namedAct('acted', 'A noté un fait nouveau', 'Recorded a new fact'),
  'journal.note-added': namedAct('acted', 'A ajouté une note', 'Added a note'),
  'journal.run-moved': namedAct(
    'acted',
    'A fait passer un protocole à une autre version',
    'Moved a protocol to another version',
  ),
} satisfies Readonly<Record<string, NamedAct>>;
