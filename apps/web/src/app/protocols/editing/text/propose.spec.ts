import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProtocolDocument } from '@repere/protocol';
import { proposeWords, type ProposalGround } from './propose';

const document = {
  facts: {
    papers: {
      id: 'papers',
      type: 'choice',
      title: { fr: 'Les papiers', en: 'The papers' },
      values: [{ code: 'valid', label: { fr: 'vérifiés', en: 'checked' } }],
    },
  },
  derived: { majority_near: 'true' },
  limits: {},
  steps: [{ id: 'talk', title: { fr: 'Parler', en: 'Talk' } }],
} as unknown as ProtocolDocument;

const published = join(__dirname, '../../../../../../../protocols/schema/protocol.schema.json');
const schema = JSON.parse(readFileSync(published, 'utf8')) as Readonly<Record<string, unknown>>;
const ground: ProposalGround = { schema, document, beside: null, language: 'fr' };
const words = (text: string): readonly string[] =>
  proposeWords(text, ground).proposals.map(({ word }) => word);

describe('proposals while a protocol is typed', () => {
  it('are the keys that may stand there, with what they mean', () => {
    expect(words('steps:\n  - id: talk\n    ')).toEqual(
      expect.arrayContaining(['approvedBy', 'due', 'fields']),
    );
    expect(words('')).toEqual(expect.arrayContaining(['protocol', 'steps']));
    expect(words('')).not.toContain('approvedBy');
  });

  it('are the words that a key allows', () => {
    expect(words('steps:\n  - id: talk\n    kind: ')).toEqual(
      expect.arrayContaining(['decision', 'interview']),
    );
  });

  it('are facts, values and steps inside a condition, steps after `after`', () => {
    expect(words('steps:\n  - id: x\n    when: ')).toEqual(
      expect.arrayContaining(['papers', 'majority_near', 'talk']),
    );
    expect(words('steps:\n  - id: x\n    after: [')).toContain('talk');
  });

  it('are the codes of a fact behind its name', () => {
    expect(words('steps:\n  - id: x\n    when: papers = "')).toEqual(['valid']);
    expect(words('steps:\n  - id: x\n    when: papers in ("valid", "')).toEqual(['valid']);
  });
});
