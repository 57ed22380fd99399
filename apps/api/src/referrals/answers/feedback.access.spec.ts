import { sendMails } from '../../access/accounts/testing/mailed';
import type { SignedInClient } from '../../testing/test-service';
import type { PastReferralsDto } from '../referral.dto';
import { inDays, Referring } from '../testing/referring';
import type { SentReferralDto, SentReferralsDto, UnansweredReferralsDto } from './answers.dto';
import { feedbackTimes } from './feedback-clock';

const PARIS = 'Europe/Paris';

describe('feedback of a referral', () => {
  it('is due three months after it was sent, at the end of that day; asked for a fortnight before', () => {
    const at = (iso: string) => {
      const { askedAt, dueAt } = feedbackTimes(Date.parse(iso), PARIS);
      return [new Date(askedAt).toISOString(), new Date(dueAt).toISOString()];
    };
    // Across the change of the clock, and the last day of a month that the third lacks.
    expect(at('2026-01-10T09:00:00Z')).toEqual(['2026-03-27T23:00:00.000Z', '2026-04-10T22:00:00.000Z']);
    expect(at('2025-11-30T09:00:00Z')).toEqual(['2026-02-14T23:00:00.000Z', '2026-02-28T23:00:00.000Z']);
    // Late at night it is the next day there.
    expect(at('2026-07-01T22:30:00Z')[1]).toBe('2026-10-02T22:00:00.000Z');
  });

  describe('in a case', () => {
    let referring: Referring;
    beforeAll(async () => {
      referring = await Referring.start();
    });
    afterAll(() => referring.service.stop());
    beforeEach(() => referring.another());

    const referral = async (): Promise<SentReferralDto> => {
      const { body } = await referring.lead.client.get<SentReferralsDto>(referring.addressOf('referrals'));
      const found = body.needs
        .flatMap(({ referrals }) => referrals)
        .find(({ partner }) => partner.id === referring.partner.id);
      if (!found) throw new Error('not referred');
      return found;
    };
    const kinds = async () => (await referral()).events.map(({ kind }) => kind);
    const send = (path: string, body: object, by: SignedInClient) =>
      sendTo(referring.addressOf(path), body, by);
    const sendTo = async (address: string, body: object, by: SignedInClient) => {
      const { status, body: said } = await referring.sendAs(by, 'post', address, body);
      return [status, said?.reasons?.map(({ code, field }) => [code, field])];
    };
    const act = async (what: 'follow-ups' | 'reminders', body: object, by = referring.lead) =>
      send(`referrals/${(await referral()).id}/${what}`, body, by);
    const receive = async (path: string, body: object, by: SignedInClient) =>
      sendTo(await referring.addressOfReceived(path), body, by);
    const accept = () => receive('answers', { answer: 'accepted' }, referring.partner);
    const tell = (words: string, by = referring.partner) => receive('feedback', { words }, by);
    /** The time of one of the two jobs has come. */
    const come = async (kind: 'feedback-asked' | 'feedback-due'): Promise<void> => {
      const { id } = await referral();
      await referring.service.query(`UPDATE job SET due_at = now() WHERE kind = $1 AND subject = $2`, [
        `referral.${kind}`,
        id,
      ]);
      await sendMails(referring.service);
    };
    const missing = async () =>
      (
        await referring.supervisor.client.get<UnansweredReferralsDto>('/referrals/unanswered')
      ).body.items.filter(({ what, caseFileId }) => what === 'feedback' && caseFileId === referring.file.id);

    it('is owed from the yes on, asked for, missed, told of to the supervisors, and chased as long as it is', async () => {
      await referring.opened();
      expect(await referral()).toMatchObject({ feedbackDueAt: null, isAwaited: true });
      expect(await tell('Elle va bien.')).toEqual([422, [['nothing-to-follow', undefined]]]);
      await come('feedback-asked');
      expect(await kinds()).toEqual(['sent']);
      await accept();
      const { feedbackDueAt, isAwaited, sentAt } = await referral();
      expect([Date.parse(feedbackDueAt ?? ''), isAwaited]).toEqual([
        feedbackTimes(Date.parse(sentAt), PARIS).dueAt,
        true,
      ]);
      expect((await referring.received()).feedbackDueAt).toBe(feedbackDueAt);
      expect(await act('reminders', { how: 'mail' })).toEqual([204, undefined]);
      await come('feedback-due');
      expect((await kinds()).at(-1)).toBe('feedback-missing');
      expect(await missing()).toMatchObject([{ partner: 'Lou Ailleurs' }]);
      // Late is not never.
      for (let twice = 0; twice < 2; twice++)
        expect(await tell('Elle va mieux, et reste chez nous.')).toEqual([204, undefined]);
      expect((await kinds()).filter((it) => it === 'feedback')).toHaveLength(1);
      expect(await referral()).toMatchObject({ state: 'accepted', feedbackDueAt: null, isAwaited: false });
      expect(await missing()).toEqual([]);
      expect(await act('reminders', { how: 'mail' })).toEqual([422, [['nothing-to-chase', undefined]]]);
    });

    it('is asked for once by the clock, when a yes was given', async () => {
      await referring.opened();
      await accept();
      await come('feedback-asked');
      await referring.service.query(
        `UPDATE job SET state = 'waiting' WHERE kind = 'referral.feedback-asked'`,
      );
      await come('feedback-asked');
      expect(await kinds()).toEqual(['sent', 'accepted', 'feedback-asked']);
      expect((await referring.received()).answers.map(({ kind }) => kind)).toEqual([
        'accepted',
        'feedback-asked',
      ]);
    });

    it('is recorded by the worker, and owed by nobody once the end was told', async () => {
      await referring.opened();
      await accept();
      expect(await act('follow-ups', { what: 'feedback' })).toEqual([400, [['missing-field', 'words']]]);
      expect(await act('follow-ups', { what: 'feedback', words: 'Elle va en classe.' })).toEqual([
        204,
        undefined,
      ]);
      await come('feedback-due');
      expect(await kinds()).toEqual(['sent', 'accepted', 'feedback']);
      await referring.another();
      await referring.opened();
      await accept();
      await act('follow-ups', { what: 'ended', outcome: 'met' });
      await come('feedback-due');
      expect(await kinds()).not.toContain('feedback-missing');
      expect(await missing()).toEqual([]);
    });

    it.each([
      ['it was taken back', () => referring.endReferral()],
      [
        'its account was closed',
        async () => {
          const administrator = await referring.service.signIn({ roles: ['administrator'] });
          const path = `/accounts/${referring.partner.id}/disable`;
          const { status } = await referring.sendAs(administrator, 'post', path, { reason: 'Partie.' });
          expect(status).toBeLessThan(300);
        },
      ],
    ] as const)('is owed after a yes though %s, and chased otherwise than by mail', async (_, close) => {
      await referring.opened();
      await accept();
      await close();
      expect(await referral()).toMatchObject({ state: 'ended', isAwaited: true });
      expect(await act('reminders', { how: 'mail' })).toEqual([422, [['nothing-behind-mail', undefined]]]);
      expect(await act('reminders', { how: 'telephone' })).toEqual([204, undefined]);
      await come('feedback-due');
      expect((await kinds()).at(-1)).toBe('feedback-missing');
      expect(await missing()).toMatchObject([{ partner: 'Lou Ailleurs' }]);
      expect(await act('follow-ups', { what: 'feedback', words: 'Elle va en classe.' })).toEqual([
        204,
        undefined,
      ]);
      expect(await missing()).toEqual([]);
    });

    it('is owed after what was opened has run out: no mail leaves, since nothing stands behind it', async () => {
      await referring.opened({ until: inDays(1) });
      await accept();
      await referring.service.pastTriggers(
        `UPDATE assignment SET since = now() - interval '2 days', until_at = now() - interval '1 day' WHERE account_id = $1`,
        [referring.partner.id],
      );
      expect(await act('reminders', { how: 'mail' })).toEqual([422, [['nothing-behind-mail', undefined]]]);
      expect(await act('reminders', { how: 'telephone' })).toEqual([204, undefined]);
      expect((await tell('Trop tard'))[0]).toBe(404);
      await come('feedback-due');
      expect(await missing()).toHaveLength(1);
    });

    it('has its words shown to the partner only where they are the partner’s own', async () => {
      await referring.opened({ classes: ['identity'] });
      await accept();
      await act('follow-ups', { what: 'feedback', words: 'Motsdelequipe' });
      const said = async () =>
        (await referring.received()).answers.filter(({ kind }) => kind === 'feedback').map((it) => it.words);
      expect(await said()).toEqual([null]);
      expect(JSON.stringify(await referring.received())).not.toContain('Motsdelequipe');
      expect(await tell('Elle chante.')).toEqual([204, undefined]);
      // The same as somebody else wrote down is said by them all the same.
      await act('follow-ups', { what: 'feedback', words: 'Elle dort.' });
      expect(await tell('Elle dort.')).toEqual([204, undefined]);
      expect(await said()).toEqual([null, 'Elle chante.', null, 'Elle dort.']);
      expect((await referral()).events.flatMap(({ words }) => words ?? [])).toContain('Motsdelequipe');
    });

    it('is given twenty times at most by the partner, and by the team still', async () => {
      await referring.opened();
      await accept();
      for (let n = 1; n <= 20; n++) expect(await tell(`Mot ${String(n)}`)).toEqual([204, undefined]);
      expect(await tell('Mot 20')).toEqual([204, undefined]);
      expect(await tell('Encore')).toEqual([422, [['too-many-answers', undefined]]]);
      expect((await kinds()).filter((it) => it === 'feedback')).toHaveLength(20);
      expect(await act('follow-ups', { what: 'feedback', words: 'Au téléphone' })).toEqual([204, undefined]);
    });

    it('stands once among silences where the yes came late and has run out since', async () => {
      await referring.opened({ until: inDays(1), answerHours: 4 });
      const { id, sentAt } = await referral();
      await referring.service.pastTriggers(
        `UPDATE referral_event SET due_at = now() WHERE kind = 'sent' AND sharing_id = $1`,
        [id],
      );
      await referring.service.query(
        `UPDATE job SET due_at = now() WHERE kind = 'referral.answer-due' AND subject = $1`,
        [id],
      );
      await sendMails(referring.service);
      const listed = async () => {
        const { body } =
          await referring.supervisor.client.get<UnansweredReferralsDto>('/referrals/unanswered');
        return body.items
          .filter(({ caseFileId, since }) => caseFileId === referring.file.id && since === sentAt)
          .map(({ what }) => what);
      };
      expect(await listed()).toEqual(['answer']);
      await accept();
      await referring.service.pastTriggers(
        `UPDATE assignment SET since = now() - interval '2 days', until_at = now() - interval '1 day' WHERE account_id = $1`,
        [referring.partner.id],
      );
      await come('feedback-due');
      expect(await listed()).toEqual(['feedback']);
    });

    it('is given by who received the child, and by nobody else', async () => {
      await referring.opened();
      await accept();
      const stranger = await referring.service.signIn({ roles: ['partner'], teams: ['Hospital'] });
      const other = await referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
      for (const by of [stranger, other]) expect((await tell('x', by))[0]).toBe(404);
      expect((await tell('x', referring.lead))[0]).toBe(403);
      for (const words of ['', ' ', 'x'.repeat(1_001)])
        expect(await tell(words)).toMatchObject([400, [[expect.any(String), 'words']]]);
    });
  });
});

describe('lists of referrals', () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
  });
  afterAll(() => referring.service.stop());

  it('of what is over go on page by page, none twice and none left out', async () => {
    const { service, file, partner, lead } = referring;
    await service.pastTriggers(
      `INSERT INTO assignment (case_file_id, team_id, account_id, since, ended_at, until_at, relation, classes, sharing_id, given_by)
         SELECT $1, c.team_id, $2, now() - interval '30 days' - n * interval '1 minute', now() - (n / 3) * interval '1 hour',
                now() + interval '1 day', 'partner', ARRAY['health'], gen_random_uuid(), $3
           FROM generate_series(0, 119) n, case_file c WHERE c.id = $1`,
      [file.id, partner.id, lead.id],
    );
    const seen: string[] = [];
    let next: string | null = null;
    let pages = 0;
    do {
      const path: string = next === null ? '/referrals/past' : `/referrals/past?cursor=${next}`;
      const { body } = await partner.client.get<PastReferralsDto>(path);
      expect(body.items.length).toBeLessThanOrEqual(50);
      seen.push(...body.items.map(({ since }) => since));
      ({ next } = body);
      pages += 1;
    } while (next !== null);
    expect([pages, seen.length, new Set(seen).size]).toEqual([3, 120, 120]);
    for (const wrong of ['x', '', 'W10', Buffer.from('["2026-02-30T00:00:00Z","x"]').toString('base64url')])
      expect((await partner.client.get(`/referrals/past?cursor=${wrong}`)).status).toBe(400);
    expect((await lead.client.get('/referrals/past')).status).toBe(403);
  });
});
