import {
  ACCOUNT,
  ANYTHING,
  CASE,
  CODED,
  IMPERSONAL,
  PUBLISHED,
  ROW,
  keyedHash,
  oneWay,
} from '../../data/column-class';
import { type ClassifiedTables, each, sealed } from './classified-table';

/** Keys, and what the machine keeps for itself. */
export const PLATFORM_COLUMNS: ClassifiedTables = {
  migration: {
    purpose: { fr: 'état du schéma', en: 'state of the schema' },
    retention: 'machine',
    columns: each(IMPERSONAL, 'id', 'timestamp', 'name'),
  },
  data_key: {
    purpose: {
      fr: 'clés qui chiffrent, une par dossier, elles-mêmes chiffrées',
      en: 'keys that encrypt, one a case, encrypted themselves',
    },
    retention: 'key',
    columns: {
      id: ROW,
      purpose: CODED,
      wrapped: {
        is: 'ciphertext',
        holds: ['key'],
        under: 'key-encryption',
        keyColumn: 'kek_id',
        row: ['id'],
        form: 'bytes',
      },
      kek_id: IMPERSONAL,
      ...each(IMPERSONAL, 'created_at', 'destroyed_at'),
    },
  },
  captured_change: {
    purpose: {
      fr: 'changements que l’événement de la même transaction va dire ; vide entre deux',
      en: 'changes that the event of the same transaction will tell of; empty in between',
    },
    retention: 'machine',
    columns: {
      ...each(IMPERSONAL, 'id', 'xid'),
      ...each(CODED, 'table_name', 'row_name'),
      digest: oneWay('the row'),
    },
  },
  index_generation: {
    purpose: { fr: 'clés par lesquelles les noms sont retrouvés', en: 'keys by which names are found' },
    retention: 'key',
    columns: {
      ...each(IMPERSONAL, 'generation', 'key_id', 'began_at', 'finished_at'),
      check_token: keyedHash('nothing'),
    },
  },
  idempotency_key: {
    purpose: {
      fr: 'première réponse d’une demande répétée',
      en: 'first answer to a request that is repeated',
    },
    retention: 'machine',
    columns: {
      account_id: ACCOUNT,
      key: ROW,
      act: CODED,
      request_hash: keyedHash('the request'),
      status: IMPERSONAL,
      answer: sealed(ANYTHING, 'case-or-space', ['account_id', 'key'], 'key_id'),
      key_id: ROW,
      created_at: IMPERSONAL,
    },
  },
  job: {
    purpose: { fr: 'travaux en attente', en: 'work that waits' },
    retention: 'machine',
    columns: {
      kind: CODED,
      subject: ROW,
      ...each(CODED, 'state', 'stopped_because'),
      ...each(IMPERSONAL, 'progress', 'attempts', 'run_at', 'created_at'),
      ...each(IMPERSONAL, 'lease', 'leased_until', 'finished_at'),
    },
  },
  outbox: {
    purpose: { fr: 'signal qu’une page a changé', en: 'signal that a page changed' },
    retention: 'machine',
    columns: { number: IMPERSONAL, topic: CODED, case_file_id: CASE, at: IMPERSONAL },
  },
  ledger_event: {
    purpose: {
      fr: 'journal des traces : chaque changement et chaque consultation',
      en: 'the record: every change and every look',
    },
    retention: 'record',
    // Aliases, codes and commitments; the form is that of libs/ledger, without room for words.
    columns: { ...each(IMPERSONAL, 'seq', 'xid'), entry: CODED },
  },
  ledger_queue: {
    purpose: { fr: 'traces qui attendent leur place', en: 'events that wait for their place' },
    retention: 'machine',
    columns: { seq: IMPERSONAL },
  },
  ledger_payload: {
    purpose: { fr: 'détails d’une trace', en: 'details of an event' },
    retention: 'record',
    columns: {
      event_seq: IMPERSONAL,
      key_id: ROW,
      content: sealed(ANYTHING, 'case-or-space', ['event_seq'], 'key_id'),
    },
  },
  ledger_shown: {
    purpose: { fr: 'quels dossiers une liste a montrés', en: 'which cases a list showed' },
    retention: 'record',
    columns: { case_file_id: CASE, event_seq: IMPERSONAL, commitment: oneWay('a line with a random salt') },
  },
  alias: {
    purpose: {
      fr: 'noms aléatoires des comptes et dossiers dans les traces',
      en: 'random names of accounts and cases in the record',
    },
    retention: 'case',
    columns: { kind: CODED, subject: ROW, alias: ROW },
  },
  ledger_leaf: {
    purpose: { fr: 'place de chaque trace', en: 'the place of each event' },
    retention: 'record',
    columns: {
      ...each(IMPERSONAL, 'leaf', 'seq', 'pos'),
      stream: ROW,
      hash: oneWay('an entry of the record'),
    },
  },
  ledger_tile: {
    purpose: { fr: 'arbre des traces', en: 'tree of the record' },
    retention: 'record',
    columns: {
      ...each(IMPERSONAL, 'level', 'index'),
      ...each(oneWay('entries of the record'), 'nodes', 'root'),
    },
  },
  ledger_unreadable: {
    purpose: { fr: 'traces illisibles, mises de côté', en: 'unreadable events, set aside' },
    retention: 'record',
    columns: each(IMPERSONAL, 'seq', 'found_at'),
  },
  ledger_epoch: {
    purpose: { fr: 'reprises après une restauration', en: 'restarts after a restore' },
    retention: 'record',
    columns: {
      ...each(IMPERSONAL, 'number', 'began_at', 'event_seq'),
      origin: IMPERSONAL,
      previous: IMPERSONAL,
      // Words of who runs the server, about the server; whoever checks the record reads them.
      reason: PUBLISHED,
    },
  },
  ledger_checkpoint: {
    purpose: { fr: 'racines signées des traces', en: 'signed roots of the record' },
    retention: 'record',
    columns: {
      ...each(IMPERSONAL, 'size', 'origin', 'signed_at'),
      ...each(PUBLISHED, 'note'),
      root: oneWay('entries of the record'),
    },
  },
  ledger_key: {
    purpose: { fr: 'clés publiques du signataire', en: 'public keys of the signer' },
    retention: 'record',
    columns: { ...each(IMPERSONAL, 'number', 'since'), ...each(PUBLISHED, 'key', 'voucher') },
  },
};
