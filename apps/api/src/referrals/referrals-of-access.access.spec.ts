import { randomUUID } from 'node:crypto';
import type { AccessRequestDto } from '../privacy/access-requests/access-requests.dto';
import type { SignedInClient } from '../testing/test-service';
import type { SentReferralsDto } from './answers/answers.dto';
import { seesCapacityWords } from './capacity/show-capacity.service';
import { Asking } from './capacity/testing/asking';
import type { Referring } from './testing/referring';

const received = { receivedOn: '2026-01-31', askedBy: 'La personne elle-même', identityChecked: 'Carte vue' };

describe('what a service said, in a request for access', () => {
  let asking: Asking;
  let referring: Referring;
  beforeAll(async () => {
    asking = await Asking.start();
    ({ referring } = asking);
    const { id: home, member } = await asking.addWithMember();
    await asking.askPlaces([home]);
    const elsewhere = { words: 'Pas ici, avec sa sœurqz', whomToCall: 'M. Veilleurqz' };
    const { id: request } = await asking.requestTo(home);
    expect((await asking.answerAs(member, request, { answer: 'other-offer', ...elsewhere })).status).toBe(
      204,
    );
    await referring.opened();
    const offer = {
      answer: 'other-offer',
      words: 'Une place lundi, elle a l’air fatiguéeqz',
      byWhen: 'Lundi matinqz',
      whomToCall: 'Mme Accueilqz',
    };
    expect((await referring.answerAs(referring.partner, offer)).status).toBe(204);
    const reply = { words: 'Nous l’attendons avec sa tante Zoéqz' };
    const path = await referring.addressOfReceived('messages');
    expect((await referring.sendAs(referring.partner, 'post', path, reply)).status).toBe(204);
    const { needs } = (await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals')))
      .body;
    const id = needs[0]?.referrals[0]?.id ?? '';
    const asked = referring.addressOf(`referrals/${id}/messages`);
    expect(
      (await referring.sendAs(referring.lead, 'post', asked, { words: 'À quelle heureqz ?' })).status,
    ).toBe(204);
  });
  afterAll(() => asking.stop());

  const prepare = (by: SignedInClient) =>
    by.client.post<AccessRequestDto>(
      '/access-requests',
      { ...received, subject: 'child', caseFileId: referring.file.id },
      { 'Idempotency-Key': randomUUID() },
    );

  it('is read line by line before it leaves; whom to call there is others’', async () => {
    const { status, body } = await prepare(referring.supervisor);
    expect(status).toBe(201);
    const lines = body.items
      .filter(({ section }) => /Orientation|Recherche d’une place/.test(section.fr))
      .map(({ label, text, kind, fieldClass }) => [label.fr, text.fr, kind, fieldClass]);
    expect(lines).toEqual([
      ['Ce qui a été dit ou écrit', 'Pas ici, avec sa sœurqz', 'free-text', 'narrative'],
      ['Qui appeler là-bas', 'M. Veilleurqz', 'others', 'contact'],
      ['Ce qui a été dit ou écrit', 'Une place lundi, elle a l’air fatiguéeqz', 'free-text', 'narrative'],
      ['Pour quand', 'Lundi matinqz', 'free-text', 'narrative'],
      ['Qui appeler là-bas', 'Mme Accueilqz', 'others', 'contact'],
      ['Ce qui a été dit ou écrit', 'Nous l’attendons avec sa tante Zoéqz', 'free-text', 'narrative'],
    ]);
    // What the team wrote was told to others: the register has it, once.
    const own = body.items.filter(({ text }) => text.fr.includes('À quelle heureqz'));
    expect(own.map(({ label, kind }) => [label.fr, kind])).toEqual([['Ce qui a été dit', 'free-text']]);
  });

  it('is gathered by nobody who may not prepare one', async () => {
    const [outside, away] = await Promise.all([
      referring.service.signIn({ roles: ['supervisor'], teams: ['South'] }),
      referring.service.signIn({ roles: ['caseworker'], teams: ['North'] }),
    ]);
    for (const by of [outside, away, referring.partner])
      expect((await prepare(by)).status).toBeGreaterThanOrEqual(403);
  });

  it.each([
    [[], 'other', true],
    [['narrative'], 'asker', false],
    [['contact'], 'asker', false],
    [['places'], 'other', false],
    [['places'], 'asker', true],
  ] as const)('of whom %j is kept, %s reads what a service answered: %s', (redacted, readerId, isRead) => {
    expect(seesCapacityWords(new Set(redacted), { byId: 'asker' }, readerId)).toBe(isRead);
  });
});
