import { step, protocol, fact, byId, words } from '../testing/documents';
import { describeStep } from './describe-step';

const shared = { facts: byId([fact('seen_on', 'date')]) };
const document = protocol('shelter', {
  facts: [fact('nights', 'list', { row: byId([fact('slept_on', 'date')]) })],
  steps: [step('look', { title: words('Look') }), step('note', { title: words('Note') })],
});
const described = (more: Parameters<typeof step>[1]) => describeStep(document, shared, step('act', more));
const due = { origin: 'LEGAL', basis: ['F31'], late: [] } as const;

describe('a step in words', () => {
  it('says who, after what, and what is asked, fields of rows too', () => {
    expect(
      described({ by: ['TS', 'INT', 'JE'], after: ['look', 'note'], fields: ['seen_on', 'nights.slept_on'] }),
    ).toMatchObject({
      who: {
        fr: 'Travailleur social, Interprète et Juge des enfants',
        en: "Caseworker, Interpreter and Children's judge",
      },
      after: { en: 'Look and Note' },
      asks: [words('seen on'), words('slept on')],
    });
  });

  it('says when, from what, and whose time it is', () => {
    expect(described({ due: { ...due, within: '8 days', from: 'seen_on', owner: 'outside' } }).due).toEqual({
      text: { fr: '8 jours après : seen on', en: '8 days after: seen on' },
      origin: 'LEGAL',
      isOutside: true,
    });
    expect(described({ due: { ...due, within: 'at once', from: 'run', owner: 'ours' } }).due?.text.fr).toBe(
      'sans délai',
    );
    expect(described({ due: { ...due, within: '1 day', from: 'look', owner: 'ours' } }).due?.text.en).toBe(
      '1 day after: Look',
    );
  });

  it('says whether a second person comes before or after', () => {
    expect(described({ approvedBy: { role: 'SUP' } }).second?.en).toMatch(/^Supervisor approves before/);
    expect(described({ approvedBy: { role: 'SUP' }, protective: true }).second?.en).toMatch(
      /^Supervisor approves after/,
    );
    expect(described({}).second).toBeNull();
  });

  it('keeps conditions word for word', () => {
    expect(described({ when: 'a = "yes"', ready: 'b' }).conditions).toEqual([
      { kind: 'when', text: 'a = "yes"' },
      { kind: 'ready', text: 'b' },
    ]);
  });
});
