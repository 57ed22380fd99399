import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import { CaseClient } from './cases/testing/case-client';
import { AttackedService, type Names } from './platform/attacks/testing/attacked-service';
import type { DescribedRoute } from './platform/attacks/testing/described-route';
import { type TeamWithEverything, teamWithEverything } from './platform/attacks/testing/team-with-everything';
import { MOVING_PROTOCOLS, TestService } from './testing/test-service';
import type { TestClient } from './testing/test-client';

type Schema = Readonly<Record<string, unknown>>;

/** What the description says of answers is what readers get: every field that there is, and no other. */
describe('answers are what the description of the interface says', () => {
  let attacked: AttackedService;
  let team: TeamWithEverything;
  let answers: ReadonlyMap<string, ValidateFunction>;
  beforeAll(async () => {
    const service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    attacked = await AttackedService.of(service);
    team = await teamWithEverything(service, 'North');
    const cases = new CaseClient(team.worker.client);
    await cases.completed(team.file.id, 'identification', 'night', {
      values: {},
      row: { id: 'n1', values: { away: 2 } },
    });
    expect((await cases.read(team.file.id)).state.runs[0]?.says).toHaveLength(1);
    answers = answersOf((await service.client().get<OpenAPIObject>('/openapi.json')).body);
  });
  afterAll(() => attacked.service.stop());

  const names = (): Names => ({
    ...team.names,
    '/team-board/{figure}': 'late',
    '/protocols/{name}': 'identification',
    '/protocols/{name}/versions/{version}': team.file.state.runs[0]?.version ?? '',
  });
  const isAsked = ({ method, named }: DescribedRoute): boolean =>
    method === 'GET' && named.every((place) => names()[place] !== undefined);

  it.each(['worker', 'supervisor', 'auditor', 'partner'] as const)('to the %s', async (who) => {
    const client: TestClient = team[who].client;
    const wrong: string[] = [];
    let read = 0;
    for (const route of attacked.routes.filter(isAsked)) {
      const fits = answers.get(route.name);
      if (!fits) continue;
      const { status, body } = await attacked.ask(client, route, { names: names() });
      if (status !== 200) continue;
      read++;
      if (!fits(body))
        wrong.push(
          ...(fits.errors ?? [])
            .slice(0, 6)
            .map(
              (it) => `${route.name} ${it.instancePath}: ${it.message ?? ''} ${JSON.stringify(it.params)}`,
            ),
        );
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(who === 'partner' ? 10 : 30);
  });

  it('is a test that can fail: an answer with one field more or less', async () => {
    const { body } = await team.worker.client.get<object>(`/case-files/${team.file.id}`);
    const fits = answers.get('GET /api/case-files/{id}');
    const { reference: _left, ...less } = body as Readonly<Record<string, unknown>>;
    expect([fits?.(body), fits?.({ ...body, secret: 1 }), fits?.(less)]).toEqual([true, false, false]);
  });
});

/** By route: whether an answer is what it says, where that is JSON. */
function answersOf({ paths, components }: OpenAPIObject): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) => [
    name,
    closed(schema as Schema),
  ]);
  ajv.addSchema({ $id: 'interface', components: { schemas: Object.fromEntries(schemas) as Schema } });
  return new Map(
    Object.entries(paths).flatMap(([path, { get }]) => {
      const ok = get?.responses['200'];
      const schema = ok && 'content' in ok ? ok.content?.['application/json']?.schema : undefined;
      if (!schema) return [];
      const text = JSON.stringify(schema).replaceAll('#/components', 'interface#/components');
      return [[`GET ${path}`, ajv.compile(JSON.parse(text) as Schema)] as const];
    }),
  );
}

/** A field that nobody described is a mistake as well. */
const closed = (schema: Schema): Schema =>
  schema['properties'] && !('additionalProperties' in schema)
    ? { ...schema, additionalProperties: false }
    : schema;
