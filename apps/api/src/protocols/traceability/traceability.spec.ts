import type { ReferenceLine, TraceLine } from '@repere/protocol';
import type { TestClient } from '../../testing/accounts/test-client';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { ProtocolLibrary } from '../protocol-library';

describe('what the protocols answer and stand on', () => {
  let service: TestService;
  let reader: TestClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    reader = (await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client;
  });
  afterAll(() => service.stop());

  it('is told for all 91 items of the report, from the versions in force', async () => {
    const { status, body } = await reader.get<TraceLine[]>('/protocols/traceability');
    expect(status).toBe(200);
    expect(body).toHaveLength(91);
    const doubt = body.find(({ item }) => item === 'S48');
    expect(doubt?.answers).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'protocol', protocol: expect.any(String) })]),
    );
    expect(body.filter(({ answers, notYet }) => answers.length === 0 && notYet === null)).toEqual([]);
  });

  it('is told for each reference: how sure, since when, renumbered to what, cited by what', async () => {
    const { body } = await reader.get<ReferenceLine[]>('/protocols/references');
    expect(body.find(({ code }) => code === 'F22')).toMatchObject({
      confidence: 'A',
      inForce: '2013-08-07',
      aliases: [{ was: 'CPP 706-50', is: 'CPP L1451-1', from: '2029-01-01' }],
    });
    const judge = body.find(({ code }) => code === 'F31');
    const dated = [...service.app.get(ProtocolLibrary).documents.values()].flatMap(({ document }) =>
      document.steps.filter(({ due }) => due?.basis.includes('F31')).map(({ id }) => id),
    );
    expect(dated).not.toEqual([]);
    expect(judge?.citedBy.map(({ id }) => id)).toEqual(expect.arrayContaining(dated));
  });

  it('is told to nobody who is not signed in', async () => {
    expect((await service.client().get('/protocols/traceability')).status).toBe(401);
  });
});
