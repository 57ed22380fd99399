import type { FactValue } from '@repere/protocol';
import { CaseClient } from '../cases/testing/case-client';
import { type SignedInClient, TestService } from '../testing/test-service';
import type { ProblemDto } from '../platform/answers/openapi';
import type { WriteLetterDto } from './letters.dto';
import { LetterClient } from './testing/letter-client';

const KIND = 'to-the-guard';
const refusalOf = ({ status, body }: { readonly status: number; readonly body: ProblemDto }) => [
  status,
  body.reasons?.map(({ code, field }) => [code, field]),
];

describe('whether the family was told', () => {
  let service: TestService;
  let worker: SignedInClient;
  let cases: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    cases = new CaseClient(worker.client);
  });
  afterAll(() => service.stop());

  const opened = async () => {
    const { id } = await cases.opened();
    return { id, letters: new LetterClient(worker.client, id) };
  };
  const write = async (letters: LetterClient, familyTold?: unknown, template = KIND) =>
    refusalOf(await letters.writeLetter<ProblemDto>(template, { familyTold } as Partial<WriteLetterDto>));
  const knownOf = async (letters: LetterClient) => (await letters.proposeLetter(KIND)).familyTold?.known;
  const watched = (id: string, made_to_steal: FactValue) =>
    cases.completed(id, 'welcome', 'watch', {
      values: { frailties: {}, signs: {}, taught: 'yes', made_to_steal },
    });

  it('is chosen before a letter is settled that has to say it, whatever its words are', async () => {
    const { letters } = await opened();
    expect(await write(letters)).toEqual([422, [['family-told-unsaid', 'familyTold']]]);
    for (const is of ['not-told', 'not-known'])
      expect(await write(letters, { is })).toEqual([422, [['family-told-why', 'familyTold.why']]]);
    expect(await write(letters, { is: 'told', why: 'Parce que' })).toEqual([
      422,
      [['family-told-no-why', 'familyTold.why']],
    ]);
    for (const wrong of [
      'told',
      7,
      [],
      { is: 'no' },
      { is: 'not-told', why: ' ' },
      { is: 'not-told', why: 7 },
    ])
      expect([wrong, (await write(letters, wrong))[0]]).toEqual([wrong, 400]);
    expect((await write(letters, { is: 'not-told', why: 'x'.repeat(501) }))[0]).toBe(400);
    expect((await letters.listLetters()).letters).toEqual([]);
    expect(await write(letters, { is: 'told' }, 'on-the-way')).toEqual([
      422,
      [['family-told-unasked', 'familyTold']],
    ]);
  });

  it('stands first in its part, and that it is not known yet is no no', async () => {
    const { letters } = await opened();
    const said = async (familyTold: WriteLetterDto['familyTold']) => {
      const id = await letters.written(KIND, {
        ...(familyTold && { familyTold }),
        parts: [
          { id: 'kin', text: 'Le père travaille loin.' },
          { id: 'asked', text: 'Merci.' },
        ],
      });
      const { content } = await letters.readLetter(id);
      return 'parts' in content ? [content.parts[0]?.text, content.familyTold] : null;
    };
    const told = { is: 'told' } as const;
    expect(await said(told)).toEqual(['Famille prévenue par nous.\nLe père travaille loin.', told]);
    const unknown = { is: 'not-known', why: 'personne ne répond' } as const;
    expect(await said(unknown)).toEqual([
      'Pas encore su si la famille est prévenue\u00a0: personne ne répond\nLe père travaille loin.',
      unknown,
    ]);
  });

  it('is proposed from the step that says so, with its day; nothing recorded is no no', async () => {
    const { id, letters } = await opened();
    expect((await letters.proposeLetter(KIND)).familyTold).toEqual({ part: 'kin', known: null });
    await watched(id, { answer: 'unknown' });
    expect(await knownOf(letters)).toBeNull();
    await watched(id, 'no');
    expect(await knownOf(letters)).toMatchObject({
      is: 'not-told',
      source: { fr: 'Noter les signes' },
      at: expect.any(String),
    });
    // Why, as it is recorded, says more than that they were not.
    await cases.completed(id, 'welcome', 'explain', {
      values: { sheet: 'later' },
    });
    expect(await knownOf(letters)).toMatchObject({
      ...{ is: 'not-told', why: 'plus tard', source: { fr: 'Dire ses droits' } },
    });
    await watched(id, 'yes');
    expect(await knownOf(letters)).toMatchObject({ is: 'told', source: { fr: 'Noter les signes' } });
    expect((await letters.proposeLetter('on-the-way')).familyTold).toBeNull();
  });

  it('is proposed from the last letter where that is newer, but for what was not known then', async () => {
    const { id, letters } = await opened();
    await letters.written(KIND, { familyTold: { is: 'not-told', why: 'injoignable' } });
    expect(await knownOf(letters)).toMatchObject({
      ...{ is: 'not-told', why: 'injoignable', source: { fr: 'Mot à la garde' } },
    });
    await watched(id, 'yes');
    expect(await knownOf(letters)).toMatchObject({ is: 'told', source: { fr: 'Noter les signes' } });
    await letters.written(KIND, { familyTold: { is: 'knows' } });
    expect(await knownOf(letters)).toMatchObject({ is: 'knows', source: { fr: 'Mot à la garde' } });
    await letters.written(KIND, { familyTold: { is: 'not-known', why: 'ils ont déménagé' } });
    expect(await knownOf(letters)).toMatchObject({ is: 'told' });
  });

  it('of a letter is proposed to nobody who may not read that letter', async () => {
    const { id, letters } = await opened();
    await letters.written(KIND, { familyTold: { is: 'not-told', why: 'le père menaceqz' } });
    const { reference } = await cases.readCase(id);
    const rescuer = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const reason = { reason: 'child-present', words: 'L’enfant est là.', reference };
    const broke = await rescuer.client.post('/break-glass', reason, {
      'Idempotency-Key': crypto.randomUUID(),
    });
    expect(broke.status).toBe(200);
    const proposal = await new LetterClient(rescuer.client, id).proposeLetter(KIND);
    expect(proposal.familyTold).toEqual({ part: 'kin', known: null });
    expect(JSON.stringify(proposal)).not.toContain('menaceqz');
  });
});
