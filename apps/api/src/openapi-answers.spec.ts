import { CaseClient } from './cases/testing/case-client';
import { AttackedService, type Names } from './platform/attacks/testing/attacked-service';
import type { DescribedRoute } from './platform/attacks/testing/described-route';
import { type TeamWithEverything, teamWithEverything } from './platform/attacks/testing/team-with-everything';
import { openApiDocument } from './openapi-document';
import { DescribedAnswers } from './testing/described-answers';
import { MOVING_PROTOCOLS, TestService } from './testing/test-service';

/** What the description says of answers is what readers get: every field that there is, and no other. */
describe('answers are what the description of the interface says', () => {
  let attacked: AttackedService;
  let team: TeamWithEverything;
  let answers: DescribedAnswers;
  beforeAll(async () => {
    const service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    attacked = await AttackedService.attackService(service);
    team = await teamWithEverything(service, 'North');
    const cases = new CaseClient(team.worker.client);
    await cases.completed(team.file.id, 'meeting', 'night', {
      values: {},
      row: { id: 'n1', values: { away: 2 } },
    });
    expect((await cases.readCase(team.file.id)).state.runs[0]?.says).toHaveLength(1);
    answers = new DescribedAnswers(openApiDocument(service.app, 'test'));
  });
  afterAll(() => attacked.service.stop());

  const names = (): Names => ({
    ...team.names,
    '/team-board/{figure}': 'late',
    '/protocols/{name}': 'meeting',
    '/protocols/{name}/versions/{version}': team.file.state.runs[0]?.version ?? '',
  });
  const isAsked = ({ method, path, named }: DescribedRoute): boolean =>
    method === 'GET' &&
    named.every((place) => names()[place] !== undefined) &&
    answers.answersJson('GET', path, 200);

  it.each(['worker', 'supervisor', 'auditor', 'partner'] as const)('to the %s', async (who) => {
    let read = 0;
    for (const route of attacked.routes.filter(isAsked)) {
      // The client throws where the answer is not what its description says.
      const { status } = await attacked.askRoute(team[who].client, route, { names: names() });
      if (status === 200) read++;
    }
    expect(read).toBeGreaterThan(who === 'partner' ? 10 : 30);
  });

  it('is a test that can fail: an answer with one field more or less', async () => {
    const path = `/case-files/${team.file.id}`;
    const { body } = await team.worker.client.get<object>(path);
    const { reference: _left, ...less } = body as Readonly<Record<string, unknown>>;
    const faults = [body, { ...body, secret: 1 }, less].map(
      (answer) => answers.faultsOf('GET', `/api${path}`, 200, answer).length,
    );
    expect(faults).toEqual([0, 1, 1]);
  });
});
