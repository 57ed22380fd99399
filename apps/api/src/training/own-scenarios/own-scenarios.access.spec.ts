import { randomUUID } from 'node:crypto';
import { ACCOUNT_ROLES } from '@repere/access';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { ScenarioDto } from '../scenarios/scenarios.dto';
import type { ScoreDto } from '../score/score.dto';
import type { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { leadIn } from '../testing/learners';
import { makeSpace, once, playIn, settleSpaces, spacesOf } from '../testing/led-spaces';
import {
  MOST_OWN,
  MOST_VERSIONS,
  type OwnScenarioDto,
  type OwnScenarioSummaryDto,
} from './own-scenarios.dto';

const NUMBERED = 'recruited-online-at-14';
const HOTEL = 'hotel-at-17-and-a-half';

describe('scenarios that a trainer writes', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let hotel: string;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'] });
    const { body } = await trainer.client.get<ScenarioDto>(`/training/scenarios/${HOTEL}`);
    hotel = body.yaml;
  });
  afterAll(async () => {
    for (const { key } of await spacesOf(trainer.client))
      await trainer.client.delete(`/training/spaces/${key}`);
    await service.stop();
  });

  const begin = (body: object, client = trainer.client): Promise<Answer<OwnScenarioDto>> =>
    client.post<OwnScenarioDto>('/training/own-scenarios', body, once());
  const begun = async (body: object = { from: HOTEL }, client = trainer.client): Promise<OwnScenarioDto> => {
    const { status, body: made } = await begin(body, client);
    if (status !== 201) throw new Error(`${String(status)}: ${JSON.stringify(made)}`);
    return made;
  };
  const save = (
    { id, revision }: Pick<OwnScenarioDto, 'id' | 'revision'>,
    yaml: unknown,
    client: TestClient = trainer.client,
  ): Promise<Answer<OwnScenarioDto & ProblemDto>> =>
    client.put(`/training/own-scenarios/${id}`, { yaml }, { 'If-Match': `"${String(revision)}"` });
  const codesOf = ({ problems }: OwnScenarioDto) => problems.map(({ code }) => code);
  const anew = async (): Promise<SignedInClient> => service.signIn({ roles: ['trainer'] });

  it('begin as a copy of one that there is, under a name of its own, without a fault', async () => {
    const { body: shipped } = await trainer.client.get<ScenarioDto>(`/training/scenarios/${HOTEL}`);
    const copy = await begun();
    expect(copy).toMatchObject({ name: `${HOTEL}-copy`, errors: 0, revision: 1, problems: [] });
    expect(copy.title).toEqual({ fr: `${shipped.title.fr} (copie)`, en: `${shipped.title.en} (copy)` });
    const told = copy.yaml.split('\n').filter((line, n) => line !== hotel.split('\n')[n]);
    expect(told.map((line) => line.trim().split(':')[0])).toEqual(['scenario', 'fr', 'en']);
    // A copy of a copy is one more of the same, not a copy in its title twice.
    const again = await begun({ from: copy.id });
    expect(again.name).toBe(`${HOTEL}-copy-2`);
    expect(again.title?.fr).toBe(`${shipped.title.fr} (copie 2)`);
    expect((await begun()).title?.en).toBe(`${shipped.title.en} (copy 3)`);
    // A number that tells something stays.
    expect((await begun({ from: NUMBERED })).name).toBe(`${NUMBERED}-copy`);
    const listed = await trainer.client.get<OwnScenarioSummaryDto[]>('/training/own-scenarios');
    expect(listed.body.map(({ id }) => id)).toEqual(expect.arrayContaining([copy.id, again.id]));
    expect(listed.body.every(({ child }) => child !== null && child !== '')).toBe(true);
  });

  it('keep every text, in the order in which they were saved', async () => {
    const first = await begun();
    const changed = first.yaml.replace(/minutes: \d+/, 'minutes: 55');
    const second = await save(first, changed);
    expect(second.body).toMatchObject({ revision: 2, minutes: 55 });
    expect(second.body.versions.map(({ revision }) => revision)).toEqual([2, 1]);
    // Sent again, it changes nothing, whatever was read.
    expect((await save(first, changed)).body.revision).toBe(2);
    const before = await trainer.client.get<{ yaml: string }>(
      `/training/own-scenarios/${first.id}/versions/1`,
    );
    expect(before.body.yaml).toBe(first.yaml);
    for (const revision of ['3', '0', '-1', '1.5', 'x', '99999999999'])
      expect(
        (await trainer.client.get(`/training/own-scenarios/${first.id}/versions/${revision}`)).status,
      ).toBe(404);
  });

  it('of twelve who save the same revision one is taken, and the others are told', async () => {
    const made = await begun();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => save(made, `${made.yaml}\n# ${String(n)}\n`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(11);
    const without = await trainer.client.put(`/training/own-scenarios/${made.id}`, { yaml: 'a: 1' });
    expect(without.status).toBe(428);
  });

  it.each([
    ['a key that there is not', (it: string) => it.replace('minutes:', 'minuts:'), 'unknown-key'],
    [
      'a step that the version has not',
      (it: string) => it.replace(/step: \w+/, 'step: nowhere'),
      'unknown-step',
    ],
    [
      'a version that there is not',
      (it: string) => it.replace(/(care): 1\.0\.0/, '$1: 9.0.0'),
      'unknown-version',
    ],
    [
      'a loop of injects',
      (it: string) =>
        it.replace(
          /^injects:\n/m,
          `injects:\n${['one', 'two']
            .map(
              (id) =>
                `  - { id: ${id}, follows: ${id === 'one' ? 'two' : 'one'}, title: { fr: a, en: a }, told: { fr: a, en: a } }\n`,
            )
            .join('')}`,
        ),
      'loop',
    ],
    ['the year 9999', (it: string) => it.replace(/^ends: .*$/m, 'ends: 9999-01-01T09:00'), 'time'],
    ['anchors that stand for more than fits in memory', () => bomb(), 'yaml'],
    ['brackets in brackets', () => `scenario: ${'['.repeat(50_000)}`, 'too-deep'],
    ['nothing that is a scenario', () => 'just words', 'wrong-type'],
  ])('with %s are kept, told so, and not played', async (_, change, code) => {
    const made = await begun();
    const { status, body } = await save(made, change(made.yaml));
    expect(status).toBe(200);
    expect(codesOf(body)).toContain(code);
    expect(body.errors).toBeGreaterThan(0);
    const asked = await trainer.client.post<ProblemDto>(
      '/training/spaces',
      { title: 'Groupe', ownScenario: made.id },
      once(),
    );
    expect(asked.status).toBe(422);
    expect(asked.body.reasons?.map((it) => it.code)).toContain(code);
    await trainer.client.delete(`/training/own-scenarios/${made.id}`);
  });

  it.each([
    ['nothing', undefined],
    ['no text', { deep: ['er'] }],
    ['an empty one', ''],
    ['one of 100,001 characters', 'a'.repeat(100_001)],
    ['letters that turn the line around', 'scenario: \u202eabc'],
    ['a zero', 'scenario: \u0000'],
  ])('take %s for no text', async (_, yaml) => {
    const made = await begun();
    expect((await save(made, yaml)).status).toBe(400);
    expect((await begin({ yaml })).status).toBe(400);
    await trainer.client.delete(`/training/own-scenarios/${made.id}`);
  });

  it.each([
    [
      'minutes that no number of the database is',
      (it: string) => it.replace(/minutes: \d+/, 'minutes: 3000000000'),
    ],
    ['a zero', (it: string) => it.replace(/^title:\n\s+fr: .*$/m, 'title:\n  fr: "A\\0"')],
    ['half a character', (it: string) => it.replace(/^title:\n\s+fr: .*$/m, 'title:\n  fr: "A\\ud800"')],
    [
      'a line that is turned around',
      (it: string) => it.replace(/^title:\n\s+fr: .*$/m, 'title:\n  fr: "A\\u202e"'),
    ],
    ['a list of nothing', (it: string) => it.replace(/^begins:/m, 'given: { exams: [null] }\nbegins:')],
  ])('are kept with %s, told so, and shown by nothing of it', async (_, change) => {
    const made = await begun();
    const text = change(made.yaml.replace(/^given:.*\n(?: .*\n)*/m, ''));
    const { status, body } = await save(made, text);
    expect(status).toBe(200);
    expect(body.errors).toBeGreaterThan(0);
    expect((await begin({ yaml: text })).status).toBe(201);
    const { body: listed } = await trainer.client.get<OwnScenarioSummaryDto[]>('/training/own-scenarios');
    expect(JSON.stringify(listed)).not.toMatch(/\u202e|\\u0000|\\ud800/);
    for (const { id } of listed.slice(0, 2)) await trainer.client.delete(`/training/own-scenarios/${id}`);
  });

  it('are duplicated to the last character that there is room for', async () => {
    const long = `scenario: long\n#${'x'.repeat(100_000 - 'scenario: long\n#'.length)}`;
    const made = await begun({ yaml: long });
    const copy = await begun({ from: made.id });
    expect(copy.yaml).toBe(long);
    for (const { id } of [made, copy]) await trainer.client.delete(`/training/own-scenarios/${id}`);
  });

  it('are not taken with fifty million characters, nor from both at once, nor from what there is not', async () => {
    expect((await begin({ yaml: 'a'.repeat(50_000_000) })).status).toBe(413);
    expect((await begin({ from: HOTEL, yaml: hotel })).status).toBe(400);
    expect((await begin({})).status).toBe(400);
    expect((await begin({ from: 'nothing' })).status).toBe(404);
    expect((await begin({ from: randomUUID() })).status).toBe(404);
    expect((await begin({ from: '../protocols/facts' })).status).toBe(400);
  });

  it.each(ACCOUNT_ROLES)('are for who may lead training, and nobody finds another’s: %s', async (role) => {
    const made = await begun();
    const { client } = await service.signIn({ roles: [role] });
    const may = role === 'trainer' || role === 'supervisor';
    const foreign = may ? 404 : 403;
    const listed = await client.get<OwnScenarioSummaryDto[]>('/training/own-scenarios');
    expect(listed.status).toBe(may ? 200 : 403);
    if (may) expect(listed.body).toEqual([]);
    expect((await client.get(`/training/own-scenarios/${made.id}`)).status).toBe(foreign);
    expect((await client.get(`/training/own-scenarios/${made.id}/versions/1`)).status).toBe(foreign);
    expect((await save(made, 'a: 1', client)).status).toBe(foreign);
    expect((await begin({ from: made.id }, client)).status).toBe(foreign);
    expect((await client.delete(`/training/own-scenarios/${made.id}`)).status).toBe(foreign);
    const space = { title: 'Groupe', ownScenario: made.id };
    expect((await client.post('/training/spaces', space, once())).status).toBe(foreign);
    expect((await trainer.client.get(`/training/own-scenarios/${made.id}`)).status).toBe(200);
    await trainer.client.delete(`/training/own-scenarios/${made.id}`);
  });

  it(`are ${String(MOST_OWN)} at most of one person, whoever asks at once`, async () => {
    const { client } = await anew();
    for (let n = 0; n < MOST_OWN - 2; n++) await begun({ yaml: `scenario: n${String(n)}` }, client);
    const last = await Promise.all(
      Array.from({ length: 5 }, () => begin({ yaml: 'scenario: last' }, client)),
    );
    expect(last.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(last.filter(({ status }) => status === 422)).toHaveLength(3);
  });

  it(`keep the newest ${String(MOST_VERSIONS)} texts`, async () => {
    let made = await begun({ yaml: 'scenario: short' });
    for (let n = 0; n < MOST_VERSIONS + 1; n++)
      made = (await save(made, `scenario: short\n# ${String(n)}`)).body;
    expect(made.versions).toHaveLength(MOST_VERSIONS);
    expect(made.versions.at(-1)?.revision).toBe(3);
  });

  it('begin a space as they are then: deleted or changed, the space goes on, begins anew and is scored', async () => {
    const made = await begun();
    const own = made.yaml.replace(
      /^title:\n\s+fr: .*\n\s+en: .*\n/m,
      `title: { fr: 'À nous', en: 'Ours' }\n`,
    );
    expect((await save(made, own)).body.title).toEqual({ fr: 'À nous', en: 'Ours' });
    const asked = { title: 'Groupe', ownScenario: made.id, mode: 'guided' };
    const { body } = await trainer.client.post<TrainingSpaceDto>('/training/spaces', asked, once());
    await trainer.client.delete(`/training/own-scenarios/${made.id}`);
    const apart = jest.spyOn(service.app.get(Sandbox), 'runTask');
    await settleSpaces(service);
    // What somebody wrote is played where it holds up nobody; what is shipped needs no process for it.
    expect(apart.mock.calls.map(([task]) => task.name)).toContain('training.begin');
    apart.mockClear();
    const shipped = await makeSpace(service, trainer, { scenario: HOTEL });
    expect(apart).not.toHaveBeenCalled();
    apart.mockRestore();
    await trainer.client.delete(`/training/spaces/${shipped.key}`);
    const find = async () => (await spacesOf(trainer.client)).find(({ key }) => key === body.key);
    expect(await find()).toMatchObject({
      state: 'open',
      scenario: made.name,
      scenarioTitle: { fr: 'À nous', en: 'Ours' },
    });
    const { body: score } = await (await leadIn(trainer, body.key)).get<ScoreDto>('/training/score');
    expect(score.title.en).toBe('Ours');
    await trainer.client.post(`/training/spaces/${body.key}/changes`, { change: 'begin-anew' }, once());
    await settleSpaces(service);
    expect(await find()).toMatchObject({ state: 'open', scenarioTitle: { en: 'Ours' } });
    await trainer.client.delete(`/training/spaces/${body.key}`);
    const left = await service.inBook(`SELECT scenario, scenario_text FROM space WHERE key = $1`, [body.key]);
    expect(left).toEqual([{ scenario: null, scenario_text: null }]);
  });

  it('are none in a training space, and one begins with one story alone', async () => {
    const { body } = await trainer.client.post<TrainingSpaceDto>(
      '/training/spaces',
      { title: 'Vide' },
      once(),
    );
    await settleSpaces(service);
    const inside = await playIn(trainer, body.key, 'Chêne Exercice');
    expect((await inside.get('/training/own-scenarios')).status).toBe(404);
    expect((await begin({ from: HOTEL }, inside)).status).toBe(404);
    const two = { title: 'Deux', scenario: HOTEL, ownScenario: randomUUID() };
    expect((await trainer.client.post('/training/spaces', two, once())).status).toBe(422);
  });

  it('leave a trace of each act, and no word of theirs in it', async () => {
    const made = await begun();
    await save(made, `${made.yaml}\n# more\n`);
    const noted = jest.spyOn(service.app.get(UnitOfWork), 'notes');
    await trainer.client.get(`/training/own-scenarios/${made.id}/versions/1`);
    // Of the text that was read, not of the newest.
    expect(Object.assign({}, ...noted.mock.calls.map(([it]) => it))).toMatchObject({ revision: 1 });
    noted.mockRestore();
    await trainer.client.delete(`/training/own-scenarios/${made.id}`);
    const told = await service.query<{ type: string }>(
      `SELECT DISTINCT entry::jsonb ->> 'type' AS type FROM ledger_event WHERE entry::jsonb ->> 'type' LIKE 'own-scenario.%'`,
    );
    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['own-scenario.begin', 'own-scenario.save', 'own-scenario.delete']),
    );
    const texts = await service.query(`SELECT 1 FROM ledger_event WHERE entry LIKE '%hotel-at%'`);
    expect(texts).toEqual([]);
  });
});

const bomb = (): string =>
  ['a0: &a0 [x,x,x,x,x,x,x,x,x]']
    .concat(
      Array.from(
        { length: 12 },
        (_, i) =>
          `a${String(i + 1)}: &a${String(i + 1)} [${Array(9)
            .fill(`*a${String(i)}`)
            .join(',')}]`,
      ),
    )
    .join('\n');
