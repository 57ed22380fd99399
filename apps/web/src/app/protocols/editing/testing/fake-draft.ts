import type { ProtocolDraft } from '@repere/contract';

/** A made-up draft, whole; a test changes what it is about. */
export const draft = (change: Partial<ProtocolDraft> = {}): ProtocolDraft => ({
  id: 'd1',
  protocol: 'shelter',
  from: '1.0.0',
  version: '1.1.0',
  title: { fr: 'Abri', en: 'Shelter' },
  state: 'drafting',
  author: { id: 'a1', name: 'Pia Exemple' },
  changedAt: '2026-03-12T14:00:00+01:00',
  revision: 3,
  files: { 'protocol.yaml': 'protocol: shelter\n', 'en.yaml': 'of: shelter@1.1.0\n' },
  changeNotes: null,
  inForceFrom: null,
  problems: [],
  diff: null,
  exploration: null,
  comments: [],
  blockedBy: [],
  may: ['save', 'submit', 'comment', 'publish', 'abandon'],
  ...change,
});
