import type { ProblemDto } from '../../platform/answers/openapi';
import { hashOf } from '../../protocols/hash-of';
import { keyOf, ProtocolLibrary } from '../../protocols/protocol-library';
import { DraftClient } from '../../protocols/testing/draft-client';
import { VersionsRepository } from '../../protocols/versions/versions.repository';
import type { TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { OwnScenarioDto } from '../own-scenarios/own-scenarios.dto';
import type { GroupDto } from '../group/group.dto';
import type { ScenarioSummaryDto } from '../scenarios/scenarios.dto';
import type { ScoreDto } from '../score/score.dto';
import type { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { leadIn } from '../testing/learners';
import { dropSpaces, once, playIn, settleSpaces, spacesOf } from '../testing/led-spaces';

const SCENARIO = 'hotel-at-17-and-a-half';
const OWN = '1.0.1';
const DRAFT = '1.1.0';

describe('what a training space is practised on', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let pia: DraftClient;
  let scenario: OwnScenarioDto;
  let protocol: string;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'] });
    pia = new DraftClient((await service.signIn({ roles: ['protocol-editor'] })).client);
    const { body } = await trainer.client.post<OwnScenarioDto>(
      '/training/own-scenarios',
      { from: SCENARIO },
      once(),
    );
    scenario = body;
    protocol = body.protocols[0] ?? '';
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  /** The scenario with this version of its protocol; what the checker says of it. */
  const named = async (version: string): Promise<readonly string[]> => {
    const { yaml, revision } = (
      await trainer.client.get<OwnScenarioDto>(`/training/own-scenarios/${scenario.id}`)
    ).body;
    const { body } = await trainer.client.put<OwnScenarioDto>(
      `/training/own-scenarios/${scenario.id}`,
      { yaml: yaml.replace(new RegExp(`${protocol}: [0-9.]+`), `${protocol}: ${version}`) },
      { 'If-Match': `"${String(revision)}"` },
    );
    return body.problems.map(({ code }) => code);
  };
  const asked = () =>
    trainer.client.post<TrainingSpaceDto & ProblemDto>(
      '/training/spaces',
      { title: 'Groupe', ownScenario: scenario.id },
      once(),
    );
  const made = async (): Promise<string> => {
    const { status, body } = await asked();
    if (status !== 201) throw new Error(`${String(status)}: ${JSON.stringify(body)}`);
    await settleSpaces(service);
    expect((await spacesOf(trainer.client)).find(({ key }) => key === body.key)?.state).toBe('open');
    return body.key;
  };
  const versionsIn = async (http: TestClient): Promise<readonly string[]> => {
    const { body } = await http.get<readonly { version: string }[]>(`/protocols/${protocol}/versions`);
    return body.map(({ version }) => version);
  };
  const runIn = async (key: string): Promise<readonly string[]> => {
    const { body } = await (await leadIn(trainer, key)).get<ScoreDto>('/training/score');
    expect(body.title).toEqual(scenario.title);
    const [space] = await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [
      key,
    ]);
    const { rows } = await asSuperuser(space?.database ?? '', (client) =>
      client.query<{ version: string }>(`SELECT DISTINCT version FROM run WHERE protocol = $1`, [protocol]),
    );
    return rows.map(({ version }) => version);
  };

  it('has what the live space published itself, in force as there, and its story runs it', async () => {
    const shipped = service.app.get(ProtocolLibrary).documents.get(keyOf(protocol, '1.0.0'))?.document;
    if (!shipped) throw new Error('not shipped');
    const document = { ...shipped, version: OWN };
    expect(await named(OWN)).toEqual(['unknown-version']);
    expect((await asked()).status).toBe(422);
    await service.asSeed(() =>
      service.app
        .get(VersionsRepository)
        .addVersion({ document, hash: hashOf(document), files: { 'a.yaml': 'a' } }),
    );
    expect(await named(OWN)).toEqual([]);
    const key = await made();
    expect(await runIn(key)).toEqual([OWN]);
    const inside = await playIn(trainer, key, 'Chêne Exercice');
    expect(await versionsIn(inside)).toEqual([OWN, '1.0.0']);
    const files = await inside.get<{ files: object }>(`/protocols/${protocol}/versions/${OWN}/files`);
    expect(files.body).toMatchObject({ files: { 'a.yaml': 'a' } });
  });

  it('has a draft that its story names, as it is when the space begins, and the live space does not', async () => {
    const draft = await pia.begunAs(protocol, DRAFT);
    expect(await named(DRAFT)).toEqual([]);
    const key = await made();
    expect(await runIn(key)).toEqual([DRAFT]);
    expect(await versionsIn(await playIn(trainer, key, 'Chêne Exercice'))).toContain(DRAFT);
    expect(await versionsIn(trainer.client)).not.toContain(DRAFT);
    // A space whose story does not name it has none of it.
    expect(await named('1.0.0')).toEqual([]);
    expect(await versionsIn(await playIn(trainer, await made(), 'Chêne Exercice'))).not.toContain(DRAFT);
    // What it names besides is out of force by now: its page, the list and the class say so.
    const old = { protocol, version: '1.0.0', inForce: OWN };
    const { body: own } = await trainer.client.get<OwnScenarioDto>(`/training/own-scenarios/${scenario.id}`);
    expect(own.outOfForce).toEqual([expect.objectContaining(old)]);
    const { body: shipped } = await trainer.client.get<ScenarioSummaryDto[]>('/training/scenarios');
    const concerned = shipped.filter(({ protocols }) => protocols.includes(protocol));
    expect(concerned.every(({ outOfForce }) => outOfForce[0]?.inForce === OWN)).toBe(true);
    const others = shipped.filter(({ protocols }) => !protocols.includes(protocol));
    expect(others.flatMap(({ outOfForce }) => outOfForce)).toEqual([]);
    const group = await (await leadIn(trainer, await made())).get<GroupDto>('/training/class');
    expect(group.body.outOfForce).toEqual([expect.objectContaining(old)]);
    const within = await (await leadIn(trainer, key)).get<GroupDto>('/training/class');
    expect(within.body.outOfForce).toEqual([expect.objectContaining({ ...old, version: DRAFT })]);
    // With an error, or given up, there is none to practise on.
    const broken = await pia.saved(draft, { 'steps:': 'nothing:' });
    expect(await named(DRAFT)).toEqual(['unknown-version']);
    await pia.saved(broken, { 'nothing:': 'steps:' });
    expect(await named('1.0.0')).toEqual([]);
    expect(await named(DRAFT)).toEqual([]);
    await pia.sendAct(await pia.readDraft(draft.id), 'abandon');
    expect(await named('1.0.0')).toEqual([]);
    expect(await named(DRAFT)).toEqual(['unknown-version']);
    expect((await asked()).status).toBe(422);
  });
});
