import { signInAuditor } from '../../testing/cases/test-mission';
import { TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import { NOT_SHOWN } from '../disclosure/redacted-classes';
import type { CaseFileDto } from './case-file.dto';

describe('what a reader sees of a case', () => {
  let service: TestService;
  let file: CaseFileDto;
  let worker: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    file = await worker.opened({ urgentDangerSeen: 'yes', child: { phones: ['06 12 34 56 78'] } });
    await worker.completed(file.id, 'welcome', 'find_contact', {
      values: { reach_is_safe: 'yes', reach_by: 'par l’école', tongue: 'français' },
    });
    await worker.completed(file.id, 'refuge', 'plan_night', { values: { bed: 'no' } });
  });
  afterAll(() => service.stop());

  it('who works on it sees all of it', async () => {
    const { state, redactedFacts, child } = await worker.readCase(file.id);
    expect(state.facts).toContainEqual(expect.objectContaining({ fact: 'bed', value: 'no' }));
    expect(redactedFacts).toEqual([]);
    expect(child).toMatchObject({ phones: ['06 12 34 56 78'], safeContact: { how: 'par l’école' } });
  });

  it('the page is the case and the newest of its chronology, redacted alike, and one look in the record', async () => {
    const { client } = await signInAuditor(service, file.id);
    const accessEvents = async (): Promise<readonly string[]> =>
      (
        await service.query<{ type: string }>(
          `SELECT entry::json ->> 'type' AS type FROM ledger_event ORDER BY seq DESC LIMIT 2`,
        )
      ).map(({ type }) => type);
    for (const reader of [worker.http, client]) {
      const whole = (await reader.get(`/case-files/${file.id}`)).body;
      const journal = (await reader.get(`/case-files/${file.id}/journal`)).body;
      expect(await accessEvents()).toEqual(['case-file.journal', 'case-file.read']);
      const { status, body, headers } = await reader.get(`/case-files/${file.id}/page`);
      expect([status, headers.get('ETag')]).toEqual([200, expect.stringMatching(/^"\d+"$/)]);
      expect(body).toEqual({ caseFile: expect.objectContaining({ id: file.id }), journal });
      expect(Object.keys((body as { caseFile: object }).caseFile)).toEqual(Object.keys(whole as object));
      expect(await accessEvents()).toEqual(['case-file.read', 'case-file.journal']);
    }
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await stranger.client.get(`/case-files/${file.id}/page`)).status).toBe(404);
  });

  it('what a row says, with its figures, is shown to who may see all that it is built on', async () => {
    await worker.completed(file.id, 'welcome', 'ask_who', {
      values: { voiced: 'yes' },
    });
    await worker.completed(file.id, 'papers', 'write_letter', {
      values: {},
      row: { id: 'x1', values: { asked: 'yes', reply: 'pending' } },
    });
    const said = async (client: CaseClient) =>
      (await client.readCase(file.id)).state.runs.flatMap(({ says = [] }) => says.map(({ text }) => text.en));
    expect(await said(worker)).toEqual(['The letter is awaited.']);
    // Its own class, and that of the answer that it asks for besides.
    for (const leaveOut of ['health', 'identity']) {
      const { body } = await worker.http.get<CaseFileDto>(`/case-files/${file.id}?leaveOut=${leaveOut}`);
      expect(body.state.runs.flatMap(({ says = [] }) => says)).toEqual([]);
    }
  });

  it('an auditor sees neither places nor contacts: they are said to be redacted, never shown as empty', async () => {
    const { client } = await signInAuditor(service, file.id);
    const auditor = new CaseClient(client);
    const { state, redactedFacts, child, may, explanations } = await auditor.readCase(file.id);
    expect(redactedFacts).toEqual(expect.arrayContaining(['bed', 'reach_by', 'reach_is_safe']));
    expect(state.facts.map(({ fact }) => fact)).not.toContain('bed');
    expect(JSON.stringify({ state, child, explanations })).not.toMatch(/par l’école|06 12 34/);
    expect(may).toEqual({ write: false, approve: false, assign: false });
    const { body } = await client.get<{ items: { values: object[] }[] }>(`/case-files/${file.id}/journal`);
    expect(body.items.flatMap(({ values }) => values)).toContainEqual(
      expect.objectContaining({
        fact: 'bed',
        redacted: true,
        shown: NOT_SHOWN,
      }),
    );
    expect(JSON.stringify(body)).not.toContain('par l’école');
    const run = file.state.runs.find(({ protocol }) => protocol === 'refuge')?.runId ?? '';
    const { body: page } = await client.get<{ fields: object[] }>(
      `/case-files/${file.id}/runs/${run}/steps/plan_night`,
    );
    expect(page.fields).toContainEqual(
      expect.objectContaining({ id: 'bed', current: { redacted: true, ask: 'supervisor' } }),
    );
  });

  it('a block that stands on something redacted names nothing of it', async () => {
    const { client } = await signInAuditor(service, file.id);
    const { explanations } = await new CaseClient(client).readCase(file.id);
    const shelter = Object.entries(explanations).find(([key]) => key.endsWith('/lodged_by_others'))?.[1];
    expect(shelter?.summary.fr).toMatch(/qui ne vous est pas ouverte/);
    expect(JSON.stringify(shelter)).not.toMatch(/lit imposé/);
  });

  it('a deviation that stands on something redacted says that it is there, not what it was', async () => {
    const hurt = await worker.opened({ urgentDangerSeen: 'yes' });
    await worker.completed(hurt.id, 'refuge', 'plan_night', {
      values: { bed: 'no', bed_given: 'yes' },
    });
    await worker.completed(hurt.id, 'refuge', 'lodged_by_others', {
      values: { bed_kind: 'tent', given_by: 'police' },
      by: [{ role: 'OPJ' }],
    });
    const textFor = async (reader: CaseClient): Promise<string | undefined> =>
      (await reader.readCase(hurt.id)).state.deviations.find(({ kind }) => kind === 'rights-incident')?.text
        .fr;
    expect(await textFor(worker)).toMatch(/tente/);
    const { client } = await signInAuditor(service, hurt.id);
    expect(await textFor(new CaseClient(client))).toMatch(/^Cet écart .*qui ne vous est pas ouverte/);
  });

  it('every look is in the record before it is shown', async () => {
    const count = async (): Promise<number> => {
      const [row] = await service.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM ledger_event WHERE entry::json ->> 'type' IN ('case-file.read', 'case-file.journal')`,
      );
      return row?.count ?? 0;
    };
    const before = await count();
    await worker.readCase(file.id);
    await worker.http.get(`/case-files/${file.id}/journal`);
    expect(await count()).toBe(before + 2);
  });
});
