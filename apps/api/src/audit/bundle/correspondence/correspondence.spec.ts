import { CORRESPONDENCE, isCorrespondence } from './correspondence-acts';
import { fieldOf, opensActField } from './fields-of-acts';
import { CODES, isCodeOf } from './codes';
import { CODE_WORDS } from './correspondence-words';
import { codeOf, type Showing } from './show-field';
import { ThingsTold } from './things-told';
import type { RecordedAct } from './recorded-acts';
import { DisclosureScope } from '../gathering/disclosure-scope';
import { ACT_WORDS, type ActName } from '@repere/audit';
import { FIELD_CLASSES, type FieldClass } from '@repere/protocol';
import { SERVED_SEXES, SERVICE_NEEDS } from '@repere/directory';
import { SHARING_GROUNDS, SHARING_MEANS } from '@repere/privacy';
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
import { UNASKED_REASONS } from '../../../referrals/needs/unasked/unasked-needs.dto';
import { NOT_NEEDED_REASONS } from '../../../referrals/entities/unmet-need-event.entity';

/** What somebody wrote where a code belongs. */
const WORDS = 'Chez sa tante à Bobigny';
const SHA = 'ab'.repeat(32);
const ID = '0c6c1f3e-6f0e-4b7a-9d3c-2f1b8a7e5d40';

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

  it('have each code of a list of another domain, and nothing else', () => {
    const lists: readonly (readonly [keyof typeof CODES, readonly unknown[]])[] = [
      ['need', [...SERVICE_NEEDS, 'other', ID]],
      ['sex', SERVED_SEXES],
      [
        'ages',
        [
          [13, 17],
          [null, null],
        ],
      ],
      ['languages', [[], ['fr', 'rom']]],
      ['ground', SHARING_GROUNDS],
      ['classes', FIELD_CLASSES],
      ['reason', UNASKED_REASONS],
      ['yes', [true, false, null]],
      ['task', ['ask-first', 'age-gap']],
      ['relation', ['partner']],
    ];
    for (const [list, codes] of lists)
      for (const it of codes) expect([list, it, isCodeOf(list)(it)]).toEqual([list, it, true]);
    for (const list of Object.keys(CODES) as (keyof typeof CODES)[])
      for (const it of [WORDS, [WORDS], { fr: WORDS }, 'constructor', 'Farid'])
        expect([list, it, isCodeOf(list)(it)]).toEqual([list, it, false]);
  });

  it.each([
    ['need.close', 'reason', 'changed'],
    ['letter.send', 'how', 'post'],
    ['document.add', 'kind', 'certificate'],
    ['need.task-late', 'kind', 'ask-first'],
    ['referral.answer', 'answer', 'refused'],
    ['referral.answer', 'expectedAt', '2025-03-01T13:40:00.000Z'],
    ['capacity.ask', 'services', 2],
    ['capacity.ask', 'languages', ['fr']],
    ['sharing.record', 'on', '2025-03-01'],
    ['letter.send', 'letter', ID],
    ['answer-link.over-sent', 'asked', ID],
  ] as const)(
    '%s: %s is opened as a code that is known, in words only in what is whole',
    (type, name, code) => {
      const opens = (value: unknown, scope: DisclosureScope) => {
        const it = act(type, { classes: [], [name]: value });
        return opensActField(it, name, scope, new ThingsTold([it]));
      };
      for (const value of [WORDS, [WORDS]]) {
        expect(opens(value, scopeWithout('opinion'))).toBe(false);
        expect(opens(value, scopeWithout())).toBe(true);
      }
      expect(opens(code, scopeWithout('opinion'))).toBe(true);
      expect(opens(null, scopeWithout('opinion'))).toBe(true);
    },
  );

  it('are never printed as a code that no list knows', () => {
    const showing: Showing = {
      language: 'fr',
      zone: 'Europe/Paris',
      things: new ThingsTold([]),
      namesServices: true,
    };
    expect(codeOf('reason').show(WORDS, showing)).toBe('non communiqué');
    expect(codeOf('reason').show('full', showing)).toBe('complet');
    expect(codeOf('need').show(ID, showing)).toBeNull();
    expect(codeOf('ages').show([13, 17], showing)).toBe('13–17');
    expect(codeOf('languages').show(['fr', 'rom'], showing)).toBe('fr, rom');
  });

  it('say how many services were asked for what nobody meets, whatever is left out', () => {
    const unmet = act('capacity.unmet', { question: ID, reason: 'full', asked: 3 });
    const scope = scopeWithout(...FIELD_CLASSES);
    expect(opensActField(unmet, 'asked', scope, new ThingsTold([unmet]))).toBe(true);
    const showing: Showing = {
      language: 'fr',
      zone: 'Europe/Paris',
      things: new ThingsTold([]),
      namesServices: false,
    };
    expect(fieldOf('capacity.unmet', 'asked')?.lines?.(3, showing)).toEqual([['Services sollicités', '3']]);
    const named = act('capacity.unmet', { asked: [{ request: ID, service: 'Foyer' }] });
    expect(opensActField(named, 'asked', scope, new ThingsTold([named]))).toBe(false);
  });

  const letter = act('letter.write', {
    ...{ letter: 'l', title: { fr: 'Lettre', en: 'Letter' }, classes: ['identity', 'health'], sha256: SHA },
    recipient: 'Le greffe',
  });
  const sent = act('letter.send', { letter: 'l', how: 'post', sha256: SHA, toWhom: 'Le greffe' }, 2);
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

  const document = act('document.add', {
    ...{ document: ID, kind: 'certificate', title: WORDS, classes: ['identity', 'health'], sha256: SHA },
  });

  it.each([
    [scopeWithout(), true, true],
    [scopeWithout('opinion'), true, true],
    [scopeWithout('places'), true, false],
    [scopeWithout('people'), true, false],
    [scopeWithout('contact'), true, false],
    [scopeWithout('narrative'), true, false],
    [scopeWithout('identity'), false, false],
    [scopeWithout('health'), false, false],
    [new DisclosureScope(new Set(), new Set(['birth'])), false, false],
  ] as const)(
    'case %#: what a document is stands apart from the title that somebody gave it',
    (scope, thing, title) => {
      const told = new ThingsTold([document]);
      for (const it of ['kind', 'sha256']) expect(opensActField(document, it, scope, told)).toBe(thing);
      expect(opensActField(document, 'title', scope, told)).toBe(title);
    },
  );

  it('of a letter nothing is said where a fact is left out: it may hold that', () => {
    const scope = new DisclosureScope(new Set(), new Set(['birth']));
    for (const it of ['title', 'sha256', 'recipient'])
      expect(opensActField(letter, it, scope, things)).toBe(false);
    expect(opensActField(sent, 'how', scope, things)).toBe(true);
  });

  it('of a letter that nobody knows the classes of, and of a field that nobody described, nothing is opened', () => {
    const unknown = act('letter.send', { letter: 'other', sha256: SHA, more: 'x' });
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
      act('document.destroy', { document: 'd', sha256: [SHA, SHA] }),
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
      asked: [{ request: ID, service: 'Foyer' }],
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
