import { namedApart, type NamedAct } from './named-act';

/** Entries of a case’s journal, which the record commits to one by one. */
export const JOURNAL_ACTS = {
  'journal.run-opened': namedApart('acted', 'A engagé un protocole', 'Started a protocol'),
  'journal.step-completed': namedApart('acted', 'A fait une étape', 'Did a step'),
  'journal.entry-approved': namedApart('acted', 'A validé un acte', 'Approved an act'),
  'journal.entry-returned': namedApart(
    'acted',
    'A renvoyé un acte, avec le motif',
    'Sent an act back, with the reason',
  ),
  'journal.step-waived': namedApart(
    'acted',
    'A écarté une étape, avec le motif',
    'Waived a step, with the reason',
  ),
  'journal.entry-amended': namedApart('acted', 'A corrigé un acte', 'Corrected an act'),
  'journal.facts-recorded': namedApart('acted', 'A noté un fait nouveau', 'Recorded a new fact'),
  'journal.note-added': namedApart('acted', 'A ajouté une note', 'Added a note'),
  'journal.run-moved': namedApart(
    'acted',
    'A fait passer un protocole à une autre version',
    'Moved a protocol to another version',
  ),
} satisfies Readonly<Record<string, NamedAct>>;
