import { randomUUID } from 'node:crypto';
import { ChangeLeadService } from '../../cases/lead/change-lead.service';
import { CaseReader } from '../../cases/reading/case-reader';
import { OpenCaseFileService } from '../../cases/opening/open-case-file.service';
import { CasePageService } from '../../cases/page/case-page.service';
import { CaseCommandHandler } from '../../cases/acts/case-command-handler';
import { listOfPeople, rowOfPerson } from '../../cases/people/person-row';
import { StepActsService } from '../../cases/steps/step-acts.service';
import { atMoment } from '../../cases/testing/at-moment';
import { NeededRights } from '../../platform/routes/needed-rights';
import { CaseClient, inventedName } from '../../cases/testing/case-client';
import { TestService } from '../../testing/test-service';
import type { CaseFileDto } from '../../cases/page/case-file.dto';
import type { CaseAsKnownDto, ReplayDto } from './replay.dto';
import type { ProblemDto } from '../../platform/answers/openapi';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const id = randomUUID();
const START = Math.floor(Date.now() / HOUR) * HOUR - 20 * DAY;

describe('replay', () => {
  let service: TestService;
  let worker: CaseClient;
  let workerId: string;
  let otherId: string;
  /** What the page showed to the worker, right after each act and in the midst of nothing, by instant. */
  const seen = new Map<number, CaseFileDto>();
  beforeAll(async () => {
    service = await TestService.start();
    const signedIn = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    worker = new CaseClient(signedIn.client);
    workerId = signedIn.id;
    otherId = (await service.hire({ roles: ['caseworker'], teams: ['North'], name: 'René' })).id;
    await then(0, (app) =>
      app.get(OpenCaseFileService).openCaseFile({
        id,
        child: { calledName: inventedName() },
        urgentDangerSeen: 'yes',
        notDuplicates: [],
      }),
    );
    await then(2 * HOUR, (app) => completed(app, step('refuge', 'plan_night'), { values: { bed: 'no' } }));
    await then(2 * HOUR + 90_000, async (app) => {
      const file = await app.get(CaseReader).lockFor(id, 'write');
      const values = rowOfPerson(file, { name: 'Une tante', relation: 'relative' });
      const row = { id: randomUUID(), values };
      const list = listOfPeople(file);
      await app.get(CaseCommandHandler).handleCommand(file, { kind: 'record-facts', values: {}, list, row });
    });
    await then(3 * DAY, (app) =>
      completed(app, step('refuge', 'weigh'), {
        values: { peril: 'risk' },
        reasons: ['threats'],
        bestInterests: 'x',
        childView: { said: 'x' },
        occurredAt: new Date(START + 4 * HOUR).toISOString(),
      }),
    );
    await then(5 * DAY, async (app) =>
      app.get(ChangeLeadService).changeLead(await app.get(CaseReader).lockFor(id, 'assign'), {
        ...{ id: otherId, about: 'lead', note: 'René' },
      }),
    );
  });
  afterAll(() => service.stop());

  type App = TestService['app'];
  type Complete = Parameters<StepActsService['complete']>;
  async function completed(app: App, about: Complete[1], input: Complete[2]): Promise<unknown> {
    const needs = { on: 'case-file', act: 'protect' } as const;
    await app.get(NeededRights).demand(needs, { params: { id }, body: {} }, true);
    return app.get(StepActsService).complete(id, about, input, seq());
  }
  async function then(after: number, act: (app: App) => Promise<unknown>): Promise<void> {
    const at = START + after;
    await atMoment(service, workerId, at, () => act(service.app));
    const shown = await atMoment(service, workerId, at, async () =>
      service.app.get(CasePageService).showCase(await service.app.get(CaseReader).readCase(id)),
    );
    seen.set(at, JSON.parse(JSON.stringify(shown)) as CaseFileDto);
  }
  const latest = (): CaseFileDto => {
    const file = [...seen.values()].at(-1);
    if (!file) throw new Error('nothing was shown');
    return file;
  };
  const seq = (): number => latest().state.seq;
  const step = (protocol: string, name: string) => ({
    runId: latest().state.runs.find((run) => run.protocol === protocol)?.runId ?? '',
    step: name,
  });
  const life = async (): Promise<ReplayDto> =>
    (await worker.http.get<ReplayDto>(`/case-files/${id}/replay`)).body;
  const asKnown = async (at: string | number): Promise<CaseAsKnownDto> => {
    const { status, body } = await worker.http.get<CaseAsKnownDto>(
      `/case-files/${id}/as-known?at=${encodeURIComponent(String(at))}`,
    );
    expect({ at, status, body: status === 200 ? null : body }).toEqual({ at, status: 200, body: null });
    return body;
  };
  const refused = async (at: string): Promise<ProblemDto> => {
    const { status, body } = await worker.http.get<ProblemDto>(
      `/case-files/${id}/as-known?at=${encodeURIComponent(at)}`,
    );
    expect(status).toBe(400);
    return body;
  };

  it('shows at each instant the page that was shown then, and nobody may do anything on it', async () => {
    expect(seen.size).toBe(5);
    for (const [at, shown] of seen) {
      const { caseFile } = await asKnown(new Date(at).toISOString());
      expect(caseFile).toEqual({
        ...shown,
        lead: { id: otherId, name: 'René' },
        names: expect.any(Object),
        drafts: {},
        may: { write: false, approve: false, assign: false },
      });
    }
  });

  it('between two acts only the clock goes on: a date that passes makes a moment of its own', async () => {
    const { moments } = await life();
    const late = moments.filter(({ kind }) => kind === 'late');
    expect(late.length).toBeGreaterThan(0);
    for (const { at, when, by } of late) {
      expect(by).toBeNull();
      const before = await asKnown(new Date(Date.parse(when) - 1).toISOString());
      const after = await asKnown(at);
      expect(after.seq).toBe(before.seq);
      const count = ({ caseFile }: CaseAsKnownDto) =>
        caseFile.state.deviations.filter(({ kind }) => kind === 'late').length;
      expect(count(after)).toBeGreaterThan(count(before));
    }
  });

  it('an act that was recorded late was late until it was recorded, whenever it had happened', async () => {
    const { moments } = await life();
    const danger = moments.findIndex(({ deviations }) =>
      deviations.some(({ kind }) => kind === 'late-recording'),
    );
    expect(moments[danger]).toMatchObject({ kind: 'act', title: { fr: 'Peser le danger' }, by: 'Camille' });
    expect(moments.slice(0, danger).map(({ title }) => title.fr)).toContain('En retard : Peser le danger');
  });

  it('puts moments in the order of time, an act with what it opened as one', async () => {
    const { moments, openedAt } = await life();
    const times = moments.map(({ when }) => when);
    expect(times).toEqual([...times].sort());
    expect(times[0]).toBe(openedAt);
    const [opening] = moments;
    expect(Number(opening?.at)).toBeGreaterThan(1);
    expect((await asKnown(1)).seq).toBe(Number(opening?.at));
    expect((await asKnown(1)).entries.length).toBe(Number(opening?.at));
  });

  it('says what it can only show as it is known now', async () => {
    expect((await asKnown(1)).knownNow).toEqual(['lead']);
    expect((await asKnown(new Date(START + 6 * DAY).toISOString())).knownNow).toEqual([]);
    const [person] = latest().people;
    await worker.sendAct(
      id,
      `people/${person?.id ?? ''}`,
      { name: 'Sa tante Ada', relation: 'relative' },
      { method: 'put' },
    );
    // The list of adults is in the journal: it is shown as it was.
    const { knownNow, caseFile } = await asKnown(new Date(START + 6 * DAY).toISOString());
    expect({ knownNow, people: caseFile.people.map(({ name }) => name) }).toEqual({
      knownNow: [],
      people: ['Une tante'],
    });
    // She had not been noted yet.
    expect((await asKnown(1)).caseFile.people).toEqual([]);
  });

  it('takes a day for its end where the case is, and today for now', async () => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(START + 4 * DAY);
    const { when, seq: known } = await asKnown(day);
    expect(
      new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'medium' }).format(
        new Date(when),
      ),
    ).toBe('23:59:59');
    expect(known).toBe(seen.get(START + 3 * DAY)?.state.seq);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(Date.now());
    expect(Math.abs(Date.parse((await asKnown(today)).when) - Date.now())).toBeLessThan(60_000);
  });

  it.each([
    ['2099-01-01T00:00:00Z', 'in-the-future'],
    ['2099-01-01', 'in-the-future'],
    [new Date(START - 1).toISOString(), 'before-opening'],
    ['1999-12-31', 'before-opening'],
    ['100000', 'no-such-act'],
    ['0', 'no-moment'],
    ['2026-02-31', 'no-moment'],
    ['hier', 'no-moment'],
    ['2026-03-12T10:00:00', 'no-moment'],
    ['', 'no-moment'],
  ])('refuses %s in words: %s', async (at, code) => {
    const { code: problem, reasons } = await refused(at);
    expect(problem).toBe('invalid');
    expect(reasons).toEqual([
      { code, field: 'at', text: { fr: expect.any(String), en: expect.any(String) } },
    ]);
  });

  it('leaves nothing but that it was looked at, and at which moment', async () => {
    const journal = () =>
      service.query(`SELECT count(*)::int AS n FROM journal_entry WHERE case_file_id = $1`, [id]);
    const before = await journal();
    await asKnown(2);
    expect(await journal()).toEqual(before);
    const [event] = await service.query<{ type: string; outcome: string }>(
      `SELECT entry::json ->> 'type' AS type, entry::json ->> 'outcome' AS outcome FROM ledger_event ORDER BY seq DESC LIMIT 1`,
    );
    expect(event).toEqual({ type: 'case-file.replayed', outcome: 'done' });
  });

  it.each(['replay', 'as-known?at=1'])('%s takes nothing that is sent to it', async (path) => {
    for (const method of ['post', 'put', 'delete'] as const) {
      const { status } = await worker.http[method](
        `/case-files/${id}/${path}`,
        {},
        { 'Idempotency-Key': randomUUID() },
      );
      expect([404, 405]).toContain(status);
    }
  });
});
