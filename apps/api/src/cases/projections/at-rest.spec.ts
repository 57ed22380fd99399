import { randomUUID } from 'node:crypto';
import { isoDay, localDay } from '@repere/feel';
import { newestVersions } from '@repere/protocol';
import { DEMO_PASSWORD } from '../../demo/demo-accounts';
import { Demo } from '../../demo/demo';
import { DemoModule } from '../../demo/demo.module';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import type { TestClient } from '../../testing/accounts/test-client';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { type DayOf, type DemoChild, type DemoAct, demoActs } from '../../demo/cases/demo-act';
import { verveine } from '../../demo/cases/demo-follow-up';
import { protectedSince } from '../../demo/cases/demo-protection';
import { OpenCaseFileService } from '../opening/open-case-file.service';
import { atMoment } from '../testing/at-moment';
import type { WorkItemDto, WorklistDto } from '../worklist/worklist.dto';
import type { CaseFileSummaryDto } from '../page/case-file.dto';
import type { Page } from '../../platform/answers/page';

const HOUR = 3_600_000;
const DAY = 24;
const now = Date.now();
const dayOf: DayOf = (daysAgo) => isoDay(localDay(now - daysAgo * DAY * HOUR, 'Europe/Paris'));
const [rosa, sofia] = [demoActs('rosa'), demoActs('sofia')];

describe('a case at rest', () => {
  let service: TestService;
  let demo: Demo;
  let accounts: ReadonlyMap<string, string>;
  let worker: TestClient;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { demo: true, protocolsDir: SHIPPED_PROTOCOLS },
      modules: [DemoModule],
    });
    demo = new Demo(service.app);
    ({ accounts } = await service.asSeed(() => demo.staff.seed()));
    worker = service.client();
    await worker.post('/session', { login: 'rosa', password: DEMO_PASSWORD });
  });
  afterAll(() => service.stop());

  const as = <T>({ by, hoursAgo }: Pick<DemoAct, 'by' | 'hoursAgo'>, work: () => Promise<T>): Promise<T> =>
    atMoment(service, accounts.get(by) ?? '', now - hoursAgo * HOUR, work);
  const does = (id: string, act: DemoAct): Promise<unknown> => as(act, () => demo.acts.do(id, act, accounts));
  const opened = async ({
    child,
    urgentDangerSeen,
    openedBy,
    hoursAgo,
    acts,
  }: DemoChild): Promise<string> => {
    const id = randomUUID();
    await as({ by: openedBy, hoursAgo }, () =>
      service.app.get(OpenCaseFileService).openCaseFile({ id, child, urgentDangerSeen, notDuplicates: [] }),
    );
    for (const act of acts) await does(id, act);
    return id;
  };
  const work = async (id: string): Promise<readonly WorkItemDto[]> => {
    const items: WorkItemDto[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await worker.get<WorklistDto>(`/worklist?scope=team${query}`);
      items.push(...body.items);
      cursor = body.next;
    }
    return items.filter(({ caseFileId }) => caseFileId === id);
  };
  const protocolsOf = (items: readonly WorkItemDto[]) =>
    new Set(items.map(({ protocolTitle }) => protocolTitle?.fr));
  const isFoundLate = async (id: string): Promise<boolean> => {
    const { body } = await worker.post<Page<CaseFileSummaryDto>>('/case-files/search', {
      late: true,
      limit: 50,
    });
    return body.items.some((it) => it.id === id);
  };

  const documents = () =>
    [...service.app.get(ProtocolLibrary).documents.values()].map(({ document }) => document);
  const restedIn = (id: string) =>
    service.query<{ runId: string; protocol: string; step: string }>(
      `SELECT s.run_id AS "runId", r.protocol, s.step FROM step_state s JOIN run r ON r.id = s.run_id WHERE s.case_file_id = '${id}' AND s.rests`,
    );
  const resting = async (id: string): Promise<number> =>
    (await service.query(`SELECT 1 FROM step_state WHERE case_file_id = '${id}' AND rests`)).length;

  it('is one whose follow-up was closed by two: only what follow-up still asks is work', async () => {
    const id = await opened(verveine(rosa, sofia, dayOf));
    const before = protocolsOf(await work(id));
    expect(before.size).toBeGreaterThan(1);

    await does(id, sofia.approved(5, 'sofia', 'follow-up', 'closure'));
    const after = await work(id);
    expect(protocolsOf(after.filter(({ kind }) => kind !== 'approval'))).toEqual(
      new Set(['Suivi, relais et clôture']),
    );
    expect(after.map(({ step }) => step)).not.toContain('closure');
    expect(await isFoundLate(id)).toBe(false);
    // They are still there for who audits.
    expect(await resting(id)).toBeGreaterThan(0);

    // News after the end do not wake it, something new told does.
    await does(id, rosa.noted(4, 'Elle a appelé, elle va bien.'));
    expect(protocolsOf(await work(id))).toEqual(protocolsOf(after));
    await does(id, rosa.learnt(3, { hearing_planned: 'yes' }, 'Une convocation est arrivée.'));
    expect(await resting(id)).toBe(0);
  });

  it('is one whose search is dormant: the search stays, and so does what protects', async () => {
    const start = 220 * DAY;
    const search = (daysAgo: number, step: string, input: Parameters<typeof rosa.did>[3]) =>
      rosa.did(daysAgo * DAY, 'missing-child', step, input);
    const id = await opened({
      child: { calledName: 'Brume', birth: '2010-05', gender: 'girl' },
      urgentDangerSeen: 'yes',
      openedBy: 'rosa',
      hoursAgo: start,
      acts: [
        ...protectedSince(rosa, start, { supervisor: sofia, dayOf, to: 'prosecutor', status: 'confirmed' }),
        rosa.learnt(215 * DAY, { missing: 'yes' }, 'Pas rentrée.'),
        rosa.opened(215 * DAY, 'missing-child'),
        search(215, 'report', {
          values: {
            missing: 'yes',
            missing_risks: { exploited: 'yes' },
            absent_since: dayOf(215),
            last_news_on: dayOf(215),
            report_taken: 'taken',
            report_number: 'PV fictif 8',
          },
          evidence: { missing_report: { reference: 'PV fictif 8' } },
        }),
        ...[200, 170, 140, 110, 80, 50, 34].map((daysAgo) =>
          search(daysAgo, 'monthly_search', {
            values: {},
            row: { id: `s${String(daysAgo)}`, values: { searched_on: dayOf(daysAgo), what: ['street'] } },
          }),
        ),
        search(20, 'dormancy', {
          values: {
            search_state: 'dormant',
            dormant_on: dayOf(20),
            prosecutor_asked: 'yes',
            seen_in_person: 'no',
          },
          reasons: ['six_months'],
          bestInterests: 'Garder la porte ouverte.',
          childView: { whyNot: 'Absente.' },
          evidence: { answer_received: { reference: 'Réponse fictive' } },
        }),
      ],
    });
    const before = await work(id);
    // What needs the child is suspended while she is missing; dormancy lets the rest lie as well.
    const suspended = new Set((await restedIn(id)).map(({ runId, step }) => `${runId}/${step}`));
    await does(id, sofia.approved(19 * DAY, 'sofia', 'missing-child', 'dormancy'));
    const after = await work(id);
    const ofSearch = (items: readonly WorkItemDto[]) =>
      items.filter(({ kind, protocolTitle }) => kind === 'step' && protocolTitle?.fr === 'Enfant disparu');
    expect(ofSearch(after).map(({ step }) => step)).toEqual(ofSearch(before).map(({ step }) => step));
    expect(ofSearch(after).map(({ step }) => step)).toContain('line_open');
    const rested = (await restedIn(id)).filter(({ runId, step }) => !suspended.has(`${runId}/${step}`));
    expect(rested.length).toBeGreaterThan(0);
    const protective = rested.filter(({ protocol, step }) =>
      documents().some(
        (it) => it.protocol === protocol && it.steps.find(({ id }) => id === step)?.protective,
      ),
    );
    expect(protective).toEqual([]);
    expect(
      after.filter(({ runId, step }) => rested.some((it) => it.runId === runId && it.step === step)),
    ).toEqual([]);

    // A search of this month is part of it; a sign of life is not, and wakes all.
    await does(
      id,
      search(10, 'monthly_search', {
        values: {},
        row: { id: 's-10', values: { searched_on: dayOf(10), what: ['street'] } },
      }),
    );
    expect(await resting(id)).toBe(rested.length + suspended.size);
    await does(
      id,
      search(2, 'monthly_search', {
        values: { last_news_on: dayOf(3) },
        row: { id: 's-2', values: { searched_on: dayOf(2), what: ['street'] } },
      }),
    );
    expect(await resting(id)).toBe(suspended.size);
  });

  it('rests on outcomes that protect less, decided by two, of protocols as they are', () => {
    const resting = newestVersions(documents()).flatMap(({ steps, outcomes }) =>
      outcomes.flatMap(({ rests, protects }) => (rests ? [{ rests, protects, steps }] : [])),
    );
    expect(resting.map(({ rests }) => rests.keeps).sort()).toEqual(['nothing', 'protective']);
    for (const { rests, protects, steps } of resting) {
      const step = steps.find(({ id }) => id === rests.decidedBy);
      expect([protects, step?.approvedBy?.role, step?.decides === undefined]).toEqual(['less', 'SUP', false]);
    }
  });
});
