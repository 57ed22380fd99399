import { CaseClient } from './cases/testing/case-client';
import { type TeamWithEverything, teamWithEverything } from './platform/attacks/testing/team-with-everything';
import { printTrace, traceStatements } from './testing/database/statement-trace';
import { MOVING_PROTOCOLS, TestService } from './testing/test-service';

/** `seq`: of the case, at that moment. */
type Asks = (team: TeamWithEverything, seq: number) => Promise<{ readonly status: number }>;

const stepOf = ({ file }: TeamWithEverything, step: string): string =>
  `/case-files/${file.id}/runs/${file.state.runs[0]?.runId ?? ''}/steps/${step}`;

/**
 * What PostgreSQL is asked for by one request: each costs the line, a plan, and its own overhead. BEGIN goes with the first statement,
 * and COMMIT with the last of a
 * request that only reads, or of an act on a case.
 */
const TAKES: readonly (readonly [what: string, count: number, asks: Asks])[] = [
  ['one’s own session', 2, ({ worker }) => worker.client.get('/session')],
  ['a case', 4, ({ worker, file }) => worker.client.get(`/case-files/${file.id}`)],
  ['the page of a case', 4, ({ worker, file }) => worker.client.get(`/case-files/${file.id}/page`)],
  ['a step', 4, (team) => team.worker.client.get(stepOf(team, 'assess'))],
  ['the list of work of a worker', 3, ({ worker }) => worker.client.get('/worklist')],
  ['the list of work of a team', 4, ({ supervisor }) => supervisor.client.get('/worklist?scope=team')],
  ['the day of a worker by child', 6, ({ worker }) => worker.client.get('/worklist/children')],
  ['the day of a team by person', 7, ({ supervisor }) => supervisor.client.get('/worklist/children')],
  [
    'a note',
    8,
    ({ worker, file }) => new CaseClient(worker.client).sendAct(file.id, 'notes', { note: 'Elle a mangé.' }),
  ],
  [
    'a step that is done',
    8,
    (team, seq) =>
      new CaseClient(team.worker.client).sendAct(
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
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    team = await teamWithEverything(service, 'North');
  });
  afterAll(() => service.stop());

  it.each(TAKES)('%s takes %i', async (what, count, asks) => {
    const { seq } = (await new CaseClient(team.worker.client).readCase(team.file.id)).state;
    const { result, statements } = await traceStatements(() => asks(team, seq));
    expect(result.status).toBeLessThan(300);
    const trace = printTrace(statements);
    if (process.env['REPERE_STATEMENTS']) process.stderr.write(`\n${what}\n${trace}\n`);
    // A count that fell is a new bound; a failure shows the statements in order.
    expect(statements.length === count ? [] : trace.split('\n')).toEqual([]);
  });
});
