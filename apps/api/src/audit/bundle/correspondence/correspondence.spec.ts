import { CORRESPONDENCE, isCorrespondence } from './correspondence-acts';
import { fieldOf, opensActField } from './fields-of-acts';
import { CODE_WORDS } from './correspondence-words';
import { ThingsTold } from './things-told';
import type { RecordedAct } from './recorded-acts';
import { DisclosureScope } from '../gathering/disclosure-scope';
import { ACT_WORDS, type ActName } from '@repere/audit';
import { FIELD_CLASSES, type FieldClass } from '@repere/protocol';
import { SHARING_MEANS } from '@repere/privacy';
import { DESTRUCTION_REASONS, DOCUMENT_KINDS } from '../../../documents/document-kinds';
import { LETTER_MEANS, OWN_LETTER_RECEIVERS } from '../../../letters/entities/letter-sending.entity';
import { FOLLOW_UPS, REMINDER_WAYS } from '../../../referrals/answers/answers.dto';
import {
  GAP_REASONS,
  OFFER_TAKEN,
  REFERRAL_ANSWERS,
  REFERRAL_OUTCOMES,
  REFUSAL_REASONS,
} from '../../../referrals/answers/referral-state';
import { CAPACITY_ANSWERS, CAPACITY_WANTED } from '../../../referrals/capacity/capacity-state';
import { NOT_NEEDED_REASONS } from '../../../referrals/entities/unmet-need-event.entity';

const scopeWithout = (...classes: FieldClass[]) => new DisclosureScope(new Set(classes));

const BY_US = { isSystem: false, isOfService: false };

const act = (type: ActName, fields: Readonly<Record<string, unknown>>, leaf = 1): RecordedAct => ({
  ...{ type, fields, leaf, at: '2025-03-01T13:40:00.000Z', by: 'Ada', ...BY_US },
});

describe('acts by which something is asked, sent and answered', () => {
  it('are written unless they are looks: no act that changes something is one', () => {
    for (const [type, as] of Object.entries(CORRESPONDENCE)) {
      const { kind } = ACT_WORDS[type as ActName];
      if (as === 'look')
        expect([type, QUIET.has(type) || ['opened', 'listed'].includes(kind)]).toEqual([type, true]);
    }
  });

  it.each<readonly [keyof typeof CODE_WORDS, readonly string[]]>([
    ['how', [...LETTER_MEANS, ...REMINDER_WAYS, ...SHARING_MEANS, 'referral']],
    ['receivedBy', OWN_LETTER_RECEIVERS],
    ['kind', DOCUMENT_KINDS],
    ['wanted', CAPACITY_WANTED],
    ['answer', [...CAPACITY_ANSWERS, ...REFERRAL_ANSWERS]],
    ['followUp', FOLLOW_UPS],
    [
      'reason',
      [
        ...[...REFUSAL_REASONS, ...GAP_REASONS, ...REFERRAL_OUTCOMES, OFFER_TAKEN],
        ...[...NOT_NEEDED_REASONS, ...DESTRUCTION_REASONS, 'met'],
      ],
    ],
  ])('have each code of %s in words, in both languages', (list, codes) => {
    for (const code of codes)
      expect([code, (CODE_WORDS[list] as Readonly<Record<string, object>>)[code]]).toEqual([
        code,
        { fr: expect.any(String) as string, en: expect.any(String) as string },
      ]);
  });

  const letter = act('letter.write', {
    ...{ letter: 'l', title: { fr: 'Lettre', en: 'Letter' }, classes: ['identity', 'health'], sha256: 'ab' },
    recipient: 'Le greffe',
  });
  const sent = act('letter.send', { letter: 'l', how: 'post', sha256: 'ab', toWhom: 'Le greffe' }, 2);
  const things = new ThingsTold([letter, sent]);

  it.each([
    [[], true, true],
    [['opinion'], true, true],
    [['places'], true, false],
    [['narrative'], true, false],
    [['health'], false, false],
    [['identity'], false, false],
  ] as const)('without %j: what a letter is %s, to whom it went %s', (classes, thing, addressee) => {
    const scope = scopeWithout(...classes);
    for (const it of [letter, sent]) expect(opensActField(it, 'sha256', scope, things)).toBe(thing);
    expect(opensActField(letter, 'title', scope, things)).toBe(thing);
    expect(opensActField(letter, 'recipient', scope, things)).toBe(addressee);
    expect(opensActField(sent, 'toWhom', scope, things)).toBe(addressee);
    expect(opensActField(sent, 'how', scope, things)).toBe(true);
  });

  it('of a letter that nobody knows the classes of, and of a field that nobody described, nothing is opened', () => {
    const unknown = act('letter.send', { letter: 'other', sha256: 'ab', more: 'x' });
    expect(opensActField(unknown, 'sha256', scopeWithout('opinion'), things)).toBe(false);
    expect(opensActField(unknown, 'sha256', scopeWithout(), things)).toBe(true);
    expect(opensActField(unknown, 'more', scopeWithout('opinion'), things)).toBe(false);
    expect(opensActField(act('step.read', { how: 'post' }), 'how', scopeWithout('opinion'), things)).toBe(
      false,
    );
  });

  it('one closed version of a document closes all, and so does what was added to a referral', () => {
    const acts = [
      act('document.add', { document: 'd', classes: ['identity'], title: 'A' }),
      act('document.add', { document: 'd', classes: ['health'], title: 'B' }),
      act('document.destroy', { document: 'd', sha256: ['ab', 'cd'] }),
      act('sharing.record', { sharing: 's', classes: ['identity'] }),
      act('referral.add', { referral: 's', added: 'health' }),
    ];
    const told = new ThingsTold(acts);
    expect(told.classesOf({ document: 'd' })).toEqual(['identity', 'health']);
    expect(told.classesOf({ referral: 's' })).toEqual(['identity', 'health']);
    const [, , gone] = acts;
    if (!gone) throw new Error('none');
    expect(opensActField(gone, 'sha256', scopeWithout('health'), told)).toBe(false);
    expect(opensActField(gone, 'sha256', scopeWithout('opinion'), told)).toBe(true);
  });

  it('words leave only in what is whole; codes of a question do not name a service', () => {
    const answer = act('capacity.answer', { request: 'r', answer: 'other-offer', words: 'Chez ma tante' });
    for (const it of FIELD_CLASSES)
      expect(opensActField(answer, 'words', scopeWithout(it), things)).toBe(false);
    expect(opensActField(answer, 'answer', scopeWithout(...FIELD_CLASSES), things)).toBe(true);
    const question = act('capacity.ask', {
      need: 'sexual-medicine',
      asked: [{ request: 'r', service: 'Foyer' }],
    });
    expect(opensActField(question, 'asked', scopeWithout('places'), things)).toBe(false);
    expect(opensActField(question, 'asked', scopeWithout('health'), things)).toBe(true);
    expect(opensActField(question, 'need', scopeWithout('health'), things)).toBe(false);
  });

  it('know what is theirs by its name', () => {
    expect(isCorrespondence('letter.send')).toBe(true);
    expect(isCorrespondence('case-file.read')).toBe(false);
    expect(fieldOf('letter.send', 'constructor')).toBeUndefined();
  });
});

/** Made on the way to a mail that is told of once it left, and a number that was asked for. */
const QUIET: ReadonlySet<string> = new Set([
  ...['answer-link.make', 'answer-link.over-mail', 'answer-link.call-back'],
]);
