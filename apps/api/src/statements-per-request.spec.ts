import { DataSource, type Logger } from 'typeorm';
import { CaseClient } from './cases/testing/case-client';
import { type TeamWithEverything, teamWithEverything } from './platform/attacks/testing/team-with-everything';
import { MOVING_PROTOCOLS, TestService } from './testing/test-service';

/** `seq`: of the case, at that moment. */
type Asks = (team: TeamWithEverything, seq: number) => Promise<{ readonly status: number }>;

const stepOf = ({ file }: TeamWithEverything, step: string): string =>
  `/case-files/${file.id}/runs/${file.state.runs[0]?.runId ?? ''}/steps/${step}`;

/** What PostgreSQL is asked for by one request, BEGIN and COMMIT among them: each costs the line, a plan, and its own overhead. */
const TAKES: readonly (readonly [what: string, count: number, asks: Asks])[] = [
  ['one’s own session', 9, ({ worker }) => worker.client.get('/session')],
  ['a case', 15, ({ worker, file }) => worker.client.get(`/case-files/${file.id}`)],
  ['a step', 15, (team) => team.worker.client.get(stepOf(team, 'assess'))],
  ['the list of work of a worker', 38, ({ worker }) => worker.client.get('/worklist')],
  ['the list of work of a team', 41, ({ supervisor }) => supervisor.client.get('/worklist?scope=team')],
  [
    'a note',
    28,
    ({ worker, file }) => new CaseClient(worker.client).act(file.id, 'notes', { note: 'Elle a mangé.' }),
  ],
  [
    'a step that is done',
    29,
    (team, seq) =>
      new CaseClient(team.worker.client).act(
        team.file.id,
        `${stepOf(team, 'night').slice(`/case-files/${team.file.id}/`.length)}/complete`,
        { values: {}, row: { id: 'n1', values: { away: 2 } } },
        { seq },
      ),
  ],
];

describe('how many statements a request costs', () => {
  let service: TestService;
  let team: TeamWithEverything;
  let said: string[] = [];
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    team = await teamWithEverything(service, 'North');
    const counts: Partial<Logger> = { logQuery: (statement) => void said.push(statement) };
    Object.assign(service.app.get(DataSource), {
      logger: new Proxy(counts, { get: (its, name) => Reflect.get(its, name) ?? (() => undefined) }),
    });
  });
  afterAll(() => service.stop());

  it.each(TAKES)('%s takes %i', async (_what, count, asks) => {
    const { seq } = (await new CaseClient(team.worker.client).read(team.file.id)).state;
    said = [];
    expect((await asks(team, seq)).status).toBeLessThan(300);
    const list = said.map((it) => it.replaceAll(/\s+/g, ' ').slice(0, 120));
    expect(list.slice(count)).toEqual([]);
    // A count that fell is a new bound.
    expect(list.length).toBe(count);
  });
});
