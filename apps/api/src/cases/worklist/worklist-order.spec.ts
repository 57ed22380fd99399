import { randomUUID } from 'node:crypto';
import { type CaseView, type OrderedStep, orderSteps } from '@repere/case-engine';
import type { TestService } from '../../testing/test-service';
import { DemoService } from '../../demo/testing/demo-service';
import { OpenCaseFileService } from '../opening/open-case-file.service';
import { atMoment } from '../testing/at-moment';
import { CaseClient, inventedName } from '../testing/case-client';
import type { StepInputDto } from '../steps/step-input.dto';
import type { WorkItemDto, WorklistDto } from './worklist.dto';
import type { CaseFileDto } from '../page/case-file.dto';

const HOUR = 3_600_000;
const LOGINS = ['camille', 'rene', 'sacha', 'rosa'];

/** Acts that random cases are made of; one that a case refuses is left out. */
const ACTIONS: readonly (readonly [protocol: string, step: string, input: StepInputDto])[] = [
  ['identification', 'intake', { values: { urgent_danger_seen: 'yes', exposure: 'no' } }],
  ['identification', 'who', { values: { says_minor: 'yes', birth: '2009-01-10' } }],
  ['identification', 'signs', { values: { vulnerabilities: {}, trafficking_signs: {}, trained: 'yes' } }],
  ['protection', 'danger', { values: { danger: 'danger' }, reasons: ['exploiter_near'] }],
  [
    'protection',
    'danger',
    {
      values: { danger: 'immediate_grave', exploitation_forms: { prostitution: 'yes' } },
      reasons: ['exploiter_near'],
      bestInterests: 'Être à l’abri.',
      childView: { said: 'oui' },
    },
  ],
  ['protection', 'health_clock', { values: { exposure: 'yes', last_exposure: '2025-01-02' } }],
  ['protection', 'safety_plan', { values: { safe_place: 'yes' } }],
  ['protection', 'report_prosecutor', { values: {} }],
  ['protection', 'order', { values: { order_by: 'prosecutor' }, by: [{ role: 'PROC' }] }],
  ['care', 'placed', { values: { setting: 'placed', measure: 'judicial', measure_on: '2025-01-02' } }],
  ['care', 'psy_request', { values: { psy_answer: 'asked' } }],
];

/** A repeatable chance: 0 ≤ n < `below`. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const keyOf = ({ run, step, of }: OrderedStep): string => `${run.runId}/${step.id}/${of}`;

/** What a list of many cases shows of one: all that has a date until the week's end, and the first without one if it protects. */
function listedOf(view: CaseView): readonly string[] {
  const order = orderSteps(view);
  const undated = order.find(
    ({ isOpen, band, of, deadline }) =>
      isOpen &&
      of === 'step' &&
      (band === 'this-week' || band === 'later') &&
      (deadline?.dueAt ?? null) === null,
  );
  return order
    .filter((it) => {
      if (it.band === 'later' || it.band === 'others') return false;
      const isDated = it.band !== 'this-week' || (it.deadline?.metAt === null && it.deadline.dueAt !== null);
      return isDated || it === undated;
    })
    .map(keyOf);
}

describe('the order of the worklist', () => {
  let demo: DemoService;
  let service: TestService;
  beforeAll(async () => {
    demo = await DemoService.start();
    ({ service } = demo);
    await demo.seed();
  }, 300_000);
  afterAll(() => service.stop());

  async function allOf(http: CaseClient['http'], scope: string): Promise<readonly WorkItemDto[]> {
    const items: WorkItemDto[] = [];
    let next: string | null = null;
    do {
      const cursor: string = next === null ? '' : `&cursor=${next}`;
      const { body } = await http.get<WorklistDto>(`/worklist?scope=${scope}${cursor}`);
      items.push(...body.items);
      next = body.next;
    } while (next !== null);
    return items;
  }

  /** Each case's lines, in the list's order, are the engine's; and its first line is its next step. */
  async function compare(http: CaseClient['http'], scope: string): Promise<number> {
    const cases = new CaseClient(http);
    const items = (await allOf(http, scope)).filter(({ kind }) => kind === 'step');
    const ids = [...new Set(items.map(({ caseFileId }) => caseFileId))];
    for (const id of ids) {
      const file: CaseFileDto = await cases.readCase(id);
      const shown = items.filter(({ caseFileId }) => caseFileId === id);
      const dated = shown.filter(({ group }) => group !== 'later').map((it) => it.id);
      expect(dated).toEqual(listedOf(file.state));
      const [first] = shown;
      if (file.next && file.next.band !== 'others')
        expect([first?.runId, first?.step]).toEqual([file.next.runId, file.next.step]);
    }
    return items.length;
  }

  it('is the engine’s, over the cases of the demo', async () => {
    let compared = 0;
    for (const login of LOGINS) compared += await compare(await demo.signIn(login), 'team');
    expect(compared).toBeGreaterThan(100);
  });

  it('is the engine’s, over cases made at random', async () => {
    const account = await service.signIn({ roles: ['caseworker'], teams: [randomUUID()] });
    const worker = new CaseClient(account.client);
    for (let seed = 1; seed <= 12; seed++) {
      const next = chance(seed * 7_919);
      const id = randomUUID();
      const opened = Date.now() - (1 + next(2_000)) * HOUR;
      await atMoment(service, account.id, opened, () =>
        service.app.get(OpenCaseFileService).openCaseFile({
          id,
          child: { calledName: inventedName() },
          urgentDangerSeen: next(2) === 0 ? 'yes' : 'no',
          notDuplicates: [],
        }),
      );
      for (let actions = 0; actions < 5; actions++) {
        const [protocol, step, input] = ACTIONS[next(ACTIONS.length)] ?? [];
        if (protocol === undefined || step === undefined || input === undefined) continue;
        const occurredAt = new Date(opened + next(Date.now() - opened)).toISOString();
        const { state } = await worker.readCase(id);
        if (!state.runs.some((run) => run.protocol === protocol)) continue;
        await worker.complete(id, protocol, step, { ...input, occurredAt });
      }
    }
    expect(await compare(account.client, 'me')).toBeGreaterThan(40);
  });
});
