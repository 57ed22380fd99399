import { randomUUID } from 'node:crypto';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto } from '../page/case-file.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { CoverDto } from '../cover/cover.dto';
import type { CaseAccessDto } from './case-access.dto';
import type { TeamBoardDto } from '../../audit/board/board.dto';
import type { WorklistDto } from '../worklist/worklist.dto';

const DAYS = {
  'whose last day has passed': 'ends_on = current_date - 40',
  'whose first day is to come': 'starts_on = current_date + 40',
  'that is disabled': 'disabled_at = now()',
} as const;

describe('an account that is not open', () => {
  let service: TestService;
  let lead: SignedInClient;
  let supervisor: SignedInClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await new CaseClient(lead.client).opened();
  });

  const key = () => ({ 'Idempotency-Key': randomUUID() });
  const gone = (id: string, days: string) =>
    service.asSeed(({ manager }) => manager.query(`UPDATE account SET ${days} WHERE id = $1`, [id]));
  const cases = () => new CaseClient(supervisor.client);
  const codes = ({ body }: { readonly body: unknown }) =>
    (body as ProblemDto).reasons?.map(({ code }) => code) ?? [];

  describe.each(Object.entries(DAYS))('%s', (_what, days) => {
    let odile: { readonly id: string };
    beforeEach(async () => {
      odile = await service.hire({ roles: ['caseworker', 'supervisor'], teams: ['North'], name: 'Odile' });
      await gone(odile.id, days);
    });

    it('is given nothing: no case to lead or work on, no opinion, no place in a circle, no cover', async () => {
      const { seq } = (await cases().readCase(file.id)).state;
      const { id: accountId } = odile;
      const proposed = await cases().sendAct(file.id, 'lead-proposals', { accountId, words: 'x' }, { seq });
      expect(codes(proposed)).toEqual(['not-a-worker']);
      const atOnce = { accountId, reason: 'danger', words: 'x' };
      const named = await cases().sendAct(file.id, 'lead', atOnce, { seq, method: 'put' });
      expect(codes(named)).toEqual(['not-a-worker']);
      const until = new Date(Date.now() + 3_600_000).toISOString();
      const asked = await supervisor.client.post(
        `/case-files/${file.id}/second-opinions`,
        { accountId, until, question: 'Votre avis ?' },
        key(),
      );
      expect(codes(asked)).toEqual(['not-a-worker']);
      const circle = await supervisor.client.put(
        `/case-files/${file.id}/restriction`,
        { circle: [lead.id, supervisor.id, accountId], reason: 'other', words: 'x' },
        key(),
      );
      expect(codes(circle)).toEqual(['no-relation']);
      const [team] = (await supervisor.client.get<CoverDto>('/cover')).body.teams;
      const from = new Date(Date.now() - 60_000).toISOString();
      const duty = await supervisor.client.post(
        '/duties',
        { teamId: team?.id, accountId, from, until },
        key(),
      );
      const standIn = await supervisor.client.post(
        '/substitutions',
        { absentId: lead.id, substituteId: accountId, from, until },
        key(),
      );
      expect([duty.status, standIn.status]).toEqual([422, 422]);
    });

    it('is offered nowhere', async () => {
      for (const path of [`/case-files/${file.id}/colleagues`, '/team'])
        expect(JSON.stringify((await supervisor.client.get(path)).body)).not.toContain(odile.id);
    });

    it('leads nothing from that day on: led by nobody, and on the page of what nobody follows', async () => {
      await service.asSeed(({ manager }) =>
        manager.query(`UPDATE case_file SET lead_id = $2 WHERE id = $1`, [file.id, odile.id]),
      );
      expect((await cases().readCase(file.id)).lead).toBeNull();
      const { body } = await supervisor.client.get<CaseAccessDto>(`/case-files/${file.id}/access`);
      expect(body.lead).toBeNull();
      expect(JSON.stringify(body.people)).not.toContain(odile.id);
      const { uncovered } = (await supervisor.client.get<CoverDto>('/cover')).body;
      expect(uncovered).toContainEqual(
        expect.objectContaining({ caseFileId: file.id, lead: 'Odile', why: 'left' }),
      );
      const { people } = (await supervisor.client.get<TeamBoardDto>('/team-board')).body;
      expect(people.map(({ name }) => name)).not.toContain('Odile');
      expect(people.find(({ id }) => id === null)?.open).toBeGreaterThan(0);
      expect(await handedOver(supervisor)).toContainEqual(
        expect.objectContaining({
          caseFileId: file.id,
          title: expect.objectContaining({ en: 'Hand the case over: Odile is not here' }),
        }),
      );
      expect(await handedOver(lead)).toEqual([]);
    });
  });

  const handedOver = async ({ client }: SignedInClient) =>
    (await client.get<WorklistDto>('/worklist')).body.items.filter(({ kind }) => kind === 'handover');

  it('is told of before its last day, a week ahead, to who plans the team’s cover', async () => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: ['North'], name: 'Ida' });
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE case_file SET lead_id = $2 WHERE id = $1`, [file.id, id]),
    );
    const about = async () =>
      (await handedOver(supervisor)).filter(({ caseFileId }) => caseFileId === file.id);
    await gone(id, 'ends_on = account_today(account) + 8');
    expect(await about()).toEqual([]);
    await gone(id, 'ends_on = account_today(account) + 7');
    const [soon] = await about();
    expect(soon?.title.en).toBe('Hand the case over: Ida is about to leave');
    expect(Date.parse(soon?.dueAt ?? '')).toBeGreaterThan(Date.now());
    const { counts, late } = (await supervisor.client.get<WorklistDto>('/worklist')).body;
    await gone(id, 'ends_on = account_today(account) - 1');
    const then = (await supervisor.client.get<WorklistDto>('/worklist')).body;
    expect([then.counts['waiting-for-me'], then.late]).toEqual([counts['waiting-for-me'], late + 1]);
  });
});
