import { FIELD_CLASSES, type FieldClass, REFERABLE_CLASSES } from '@repere/access';
import { sharingGroundWords } from '@repere/privacy';
import { CaseClient } from '../cases/testing/case-client';
import type { SentReferralsDto } from './answers/answers.dto';
import type { ReferralAdditionsDto, ReferralPreviewDto } from './copies/copies.dto';
import { inDays, Referring } from './testing/referring';
import { TEXT_REDACTED } from './referred-lines';
import { BESIDE_OPINIONS, MARKS } from './testing/marked-referral';
import type { ReferredPartDto } from './referral.dto';

const WHY = { why: 'Pour la trouver', child: { told: 'yes' }, parents: { told: 'yes' } } as const;

describe('what a partner sees of a case', () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
  });
  afterAll(() => referring.service.stop());
  beforeEach(() => referring.another());

  const linesOf = async (wanted: FieldClass, id?: string): Promise<ReferredPartDto['lines'] | undefined> =>
    (await referring.received(id)).parts.find(({ fieldClass }) => fieldClass === wanted)?.lines;
  const allThat = async (): Promise<string> =>
    JSON.stringify([await referring.received(), (await referring.partner.client.get('/referrals')).body]);

  it('is what the referral carries, what is asked and until when', async () => {
    await referring.opened();
    expect(await referring.received()).toMatchObject({
      reference: referring.file.reference,
      team: 'North',
      request: 'Un bilan de santé',
      until: expect.stringContaining(inDays(30).slice(0, 10)),
    });
    expect(await linesOf('health')).toContainEqual({
      title: expect.anything(),
      shown: expect.objectContaining({ fr: expect.stringContaining(MARKS.health) }),
      at: expect.stringMatching(/^\d{4}-/),
      addedAt: null,
    });
    expect(await linesOf('identity')).toContainEqual({
      title: { fr: 'Naissance', en: 'Birth' },
      shown: { fr: '12 mai 2010', en: '12 May 2010' },
      at: null,
      addedAt: null,
    });
  });

  it('says first who was told, on which ground, and what the child says; why somebody was not told stays here', async () => {
    await referring.opened({
      isBound: false,
      child: { told: 'no', why: 'Elle dort, POURQUOI-ENFANT' },
      parents: { told: 'no', why: 'Le père est impliqué, POURQUOI-PARENTS' },
      childView: { said: 'Je ne veux pas que ma mère le sache.' },
    });
    const { terms } = await referring.received();
    expect(terms).toEqual({
      ground: sharingGroundWords('shared-secret'),
      ...{ isBound: false, child: 'no', parents: 'no' },
      childView: { said: 'Je ne veux pas que ma mère le sache.' },
    });
    expect(await allThat()).not.toContain('POURQUOI');
  });

  it('says that nothing was noted of what the child says, or why nobody could ask; never guessed', async () => {
    await referring.opened();
    expect((await referring.received()).terms?.childView).toBeNull();
    await referring.another();
    await referring.opened({ childView: { whyNot: 'Elle dort.' } });
    expect((await referring.received()).terms?.childView).toEqual({ whyNot: 'Elle dort.' });
    await referring.another();
    for (const childView of [{}, { said: 'x', whyNot: 'y' }, { said: '' }, { said: ['x'] }, 'x'])
      expect((await referring.openReferral({ childView: childView as never })).status).toBe(400);
  });

  it.each(REFERABLE_CLASSES)(
    'with %s alone is that class; each other is said to be redacted',
    async (carried) => {
      await referring.opened({ classes: [carried] });
      const { parts } = await referring.received();
      expect(parts.map(({ fieldClass }) => fieldClass)).toEqual(FIELD_CLASSES);
      for (const { fieldClass, lines } of parts)
        expect([fieldClass, 'redacted' in lines]).toEqual([fieldClass, fieldClass !== carried]);
      const text = await allThat();
      // A text is shown to who sees all that its step asks for.
      const shown = FIELD_CLASSES.filter((it) => text.includes(MARKS[it]));
      expect(shown).toEqual(carried === 'narrative' ? [] : [carried]);
      // And none is sent that would say of itself only that it is not shown.
      expect(text).not.toContain(TEXT_REDACTED.fr);
      const { child } = referring.file;
      expect(text.includes('calledName' in child ? child.calledName : '?')).toBe(carried === 'identity');
    },
  );

  it('says whom to ask for what it withholds, and never who works here', async () => {
    await referring.opened({ classes: REFERABLE_CLASSES });
    for (const never of ['judicial', 'opinion', 'staff'] as const)
      expect(await linesOf(never)).toEqual({ redacted: true, ask: 'North' });
    const text = await allThat();
    const { lead } = referring;
    for (const never of [
      BESIDE_OPINIONS,
      'Noteqz',
      'Personneqw',
      'Adulteqy',
      'impliqué',
      'Confiancewq',
      'Léa Nord',
      'Sacha Nord',
      lead.id,
    ])
      expect(text).not.toContain(never);
  });

  it('has words beside an answer only where accounts in words are carried', async () => {
    await referring.opened({ classes: ['health'] });
    expect(await allThat()).not.toContain('Apartequ');
    expect((await referring.endReferral()).status).toBe(204);
    await referring.opened({ classes: ['health', 'narrative', 'places', 'situation'] });
    expect(await allThat()).toContain('Apartequ');
  });

  it('is what was sent, and nothing that is recorded later; nothing recorded is said so, and is not redacted', async () => {
    const cases = new CaseClient(referring.lead.client);
    const { id, state } = await cases.opened();
    await referring.opened({ classes: ['places'] }, id);
    expect(await linesOf('places', id)).toEqual([]);
    await cases.sendAct(id, 'facts', { values: { beds_refused: 'La gare' } }, { seq: state.seq });
    expect(await linesOf('places', id)).toEqual([]);
  });

  it('is added to line by line, by who refers, and stands in the register of sharing', async () => {
    const cases = new CaseClient(referring.lead.client);
    const { id, state } = await cases.opened();
    await referring.opened({ classes: ['places'] }, id);
    const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals', id));
    const path = referring.addressOf(`referrals/${body.needs[0]?.referrals[0]?.id ?? ''}/additions`, id);
    const additions = async () => (await referring.lead.client.get<ReferralAdditionsDto>(path)).body.lines;
    expect(await additions()).toEqual([]);
    await cases.sendAct(id, 'facts', { values: { beds_refused: 'La gare' } }, { seq: state.seq });
    await cases.sendAct(id, 'facts', { values: { gone: 'no' } }, { seq: state.seq + 1 });
    const [line, ...others] = await additions();
    // What the referral does not carry is no addition to it.
    expect([line?.shown.fr, others]).toEqual(['La gare', []]);
    const send = (by = referring.lead, lineId = line?.id) =>
      referring.sendAs(by, 'post', path, { lineId, ...WHY });
    expect((await send(referring.partner)).status).toBe(404);
    expect((await send(referring.lead, 'A'.repeat(43))).body.reasons).toMatchObject([
      { code: 'changed-meanwhile' },
    ]);
    expect((await send(referring.lead, 'x')).status).toBe(400);
    expect((await send()).status).toBe(204);
    expect((await send()).body.reasons).toMatchObject([{ code: 'changed-meanwhile' }]);
    expect(await linesOf('places', id)).toMatchObject([
      { shown: { fr: 'La gare' }, addedAt: expect.stringMatching(/^\d{4}-/) },
    ]);
    const register = await referring.lead.client.get(referring.addressOf('privacy', id));
    expect(JSON.stringify(register.body)).toContain('Ajout · Addition');
    await referring.endReferral(referring.lead, id);
    expect((await send()).body.reasons).toMatchObject([{ code: 'referral-over' }]);
  });

  it('was looked at as it leaves: what changed since the preview is not sent', async () => {
    const cases = new CaseClient(referring.lead.client);
    const { id, state } = await cases.opened();
    const preview = async (classes: string, by = referring.lead) =>
      by.client.get<ReferralPreviewDto>(referring.addressOf(`referral-preview?classes=${classes}`, id));
    expect((await preview('places', referring.partner)).status).toBe(404);
    const { body: before } = await preview('places,judicial');
    expect(before.lines).toEqual([]);
    await cases.sendAct(id, 'facts', { values: { beds_refused: 'La gare' } }, { seq: state.seq });
    const opened = { classes: ['places'] as const, previewed: before.mark };
    const late = await referring.openReferral(opened, referring.lead, id);
    expect([late.status, late.body.reasons]).toMatchObject([422, [{ code: 'changed-since-preview' }]]);
    const { body: now } = await preview('places');
    await referring.opened({ ...opened, previewed: now.mark }, id);
    expect(await linesOf('places', id)).toMatchObject(
      now.lines.map(({ title, shown }) => ({ title, shown, addedAt: null })),
    );
  });

  it('says of a row which of its texts is not shown', async () => {
    const cases = new CaseClient(referring.lead.client);
    const { id, state } = await cases.opened();
    await cases.sendAct(id, 'runs', { protocol: 'homeward' }, { seq: state.seq });
    // The step asks for more than accounts in words: its text may tell of that.
    await cases.completed(id, 'homeward', 'visit', {
      values: { peril_seen: 'no' },
      row: { id: 'v1', values: { how: 'alone', words: 'Sesmotsqk' } },
    });
    await referring.opened({ classes: ['narrative'] }, id);
    expect(await linesOf('narrative', id)).toMatchObject([
      { shown: { fr: `L'enfant a été\u00a0: vu·e seul·e · Ses mots\u00a0: ${TEXT_REDACTED.fr}` } },
    ]);
    expect(JSON.stringify(await referring.received(id))).not.toContain('Sesmotsqk');
  });

  it('was told beforehand to who opened it, line by line', async () => {
    const { classes } = await referring.choices();
    expect(classes.map(({ fieldClass }) => fieldClass)).toEqual(REFERABLE_CLASSES);
    await referring.opened({ classes: REFERABLE_CLASSES });
    for (const { fieldClass, now } of classes) {
      const lines = (await linesOf(fieldClass)) ?? [];
      expect([fieldClass, now]).toEqual([
        fieldClass,
        'redacted' in lines
          ? null
          : lines.filter(({ shown }) => shown.fr !== TEXT_REDACTED.fr).map(({ title }) => title),
      ]);
      expect(now.length).toBeGreaterThan(0);
    }
  });

  it('is nothing else, by whatever way', async () => {
    await referring.opened({ classes: REFERABLE_CLASSES });
    const { client } = referring.partner;
    for (const path of [
      'access',
      'journal',
      'privacy',
      'access-log',
      'bundles',
      'conformance',
      'replay',
      'partners',
    ])
      expect([path, (await client.get(referring.addressOf(path))).status]).toEqual([path, 404]);
    expect((await client.get(`/case-files/${referring.file.id}`)).status).toBe(404);
    const note = await referring.sendAs(referring.partner, 'post', referring.addressOf('notes'), {
      note: 'x',
    });
    expect(note.status).toBe(404);
    for (const list of ['/worklist', '/approvals', '/alerts', '/team', '/protocols', '/missions'])
      expect([list, (await client.get(list)).status]).toEqual([list, 403]);
    expect((await client.post('/case-files/search', { text: referring.file.reference })).status).toBe(403);
    // And nobody who works here receives anything.
    expect((await referring.lead.client.get('/referrals')).status).toBe(403);
    expect(await referring.reads(referring.lead)).toBe(403);
  });
});
