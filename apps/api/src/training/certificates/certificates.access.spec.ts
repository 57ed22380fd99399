import { randomUUID } from 'node:crypto';
import { type CertificateFile, certificateOfPaper } from '@repere/audit';
import { isoDay, localDay } from '@repere/feel';
import type { ProblemDto } from '../../platform/answers/openapi';
import { DraftVersions } from '../../protocols/drafts/draft-versions';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { DraftClient } from '../../protocols/testing/draft-client';
import { VersionsRepository } from '../../protocols/versions/versions.repository';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import { asSuperuser } from '../../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../../cases/testing/case-client';
import { leadIn, learnIn, comeBy, newCode, askIn } from '../testing/learners';
import { dropSpaces, makeSpace, once, playIn, settleSpaces } from '../testing/led-spaces';
import type { GroupDto } from '../group/group.dto';
import type { ScoreDto } from '../score/score.dto';
import type { OwnScenarioDto } from '../own-scenarios/own-scenarios.dto';
import type { TrainingSpaceDto } from '../spaces/training-spaces.dto';
import type { CheckedCertificateDto, ImportedCertificateDto } from './certificates.dto';
import type { OwnTrainingDto, TrainingMatrixDto } from './progress.dto';

const SCENARIO = 'boy-met-on-the-street';
const FILE = '/training/certificates';
const INTAKE = {
  values: {
    ...{ urgent_danger_seen: 'no', missing: 'no', exposure: 'yes', last_exposure: '2026-03-09' },
    ...{ last_exposure_hour: 22, source: 'contact', channel: 'street', needs_now: 'Manger.' },
  },
};

describe('certificates of training', () => {
  let service: TestService;
  let elsewhere: TestService;
  let trainer: SignedInClient;
  let supervisor: SignedInClient;
  let other: SignedInClient;
  let worker: SignedInClient;
  let space: TrainingSpaceDto;
  let lead: TestClient;
  beforeAll(async () => {
    const configuration = { protocolsDir: SHIPPED_PROTOCOLS, followsCertificates: true };
    service = await TestService.start({ configuration, keepsRecord: true });
    elsewhere = await TestService.start({ configuration, keepsRecord: true });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'], name: 'Tom Exemple' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha Exemple' });
    other = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Zoé Exemple' });
    space = await makeSpace(service, trainer, { scenario: SCENARIO });
    lead = await leadIn(trainer, space.key);
    await practise(trainer, space.key);
  });
  afterAll(async () => {
    for (const one of [service, elsewhere]) {
      await dropSpaces(one);
      await one.stop();
    }
  });

  const issue = (id: string, body: unknown = { name: 'Zoé Exemple' }, by = lead) =>
    by.put<ProblemDto | null>(`/training/class/learners/${id}/certificate`, body);
  /** The class does the first step of the story. */
  async function practise(by: SignedInClient, key: string): Promise<void> {
    const inside = await playIn(by, key);
    const { body } = await inside.get<ScoreDto>('/training/score');
    await new CaseClient(inside).completed(body.caseFileId, 'identification', 'intake', INTAKE);
  }
  /** What somebody who follows does at the least. */
  async function openCase(browser: TestClient, by: TestClient): Promise<void> {
    const { body } = await by.get<ScoreDto>('/training/score');
    expect((await browser.get(`/case-files/${body.caseFileId}`)).status).toBe(200);
  }
  const codeOf = ({ status, body }: Answer<unknown>) => {
    const { reasons } = (body ?? {}) as Partial<ProblemDto>;
    return `${String(status)} ${reasons?.[0]?.code ?? ''}`.trim();
  };
  const bring = (file: string, body: object = {}, by = supervisor.client) =>
    by.post<ImportedCertificateDto>(FILE, { accountId: worker.id, file, ...body }, once());
  /** A certificate in this name, as a file. */
  async function certify(nickname: string, name = 'Zoé Exemple', by = lead, from = service, key = space.key) {
    const { browser, learner } = await learnIn(from, by, key, nickname);
    await openCase(browser, by);
    expect((await issue(learner.id, { name }, by)).status).toBe(204);
    const { status, content } = await by.download(`/training/class/learners/${learner.id}/certificate/file`);
    expect(status).toBe(200);
    return { learner, file: content.toString() };
  }
  const standingOf = async (item: string, id = worker.id) => {
    const { body } = await supervisor.client.get<TrainingMatrixDto>(FILE);
    return body.people.find((it) => it.accountId === id)?.standings.find((it) => it.item === item);
  };

  it('are issued by whoever leads, to somebody who was let in, in a space with a scenario', async () => {
    const waiting = await askIn(await comeBy(service, space.key, await newCode(lead)), 'Attente');
    expect(codeOf(await issue(waiting.body.id))).toBe('422 not-admitted');
    expect(codeOf(await issue(randomUUID()))).toBe('404');
    const { browser, learner } = await learnIn(service, lead, space.key, 'Figue');
    expect(codeOf(await issue(learner.id, undefined, browser))).toBe('403 not-leading');
    expect(codeOf(await issue(learner.id, undefined, service.client(space.key)))).toBe('403 not-leading');
    expect(codeOf(await issue(learner.id, undefined, trainer.client))).toBe('404');
    for (const body of [
      {},
      { name: '' },
      { name: 'Z' },
      { name: ['Zoé'] },
      { name: 'Zoé\u0000Exemple' },
      { name: 'x'.repeat(121) },
      { name: 'Zoé Exemple', score: 93 },
      // Who led is whose space it is, whoever sits at the browser.
      { name: 'Zoé Exemple', trainer: 'Sacha Exemple' },
    ])
      expect([body, (await issue(learner.id, body)).status]).toEqual([body, 400]);
    expect((await lead.download(`/training/class/learners/${learner.id}/certificate/file`)).status).toBe(404);
    const empty = await makeSpace(service, trainer);
    const emptyLead = await leadIn(trainer, empty.key);
    const { learner: there } = await learnIn(service, emptyLead, empty.key, 'Datte');
    expect(codeOf(await issue(there.id, undefined, emptyLead))).toBe('422 no-scenario');
    // Of another space nobody is here, whoever leads there.
    expect(codeOf(await issue(learner.id, undefined, emptyLead))).toBe('404');
  });

  it('name what the class did alone: a protocol that a step opened is not practised, nor is a story that nobody began', async () => {
    const untouched = await makeSpace(service, trainer, { scenario: SCENARIO });
    const there = await leadIn(trainer, untouched.key);
    const { browser, learner } = await learnIn(service, there, untouched.key, 'Cerise');
    await openCase(browser, there);
    // Whatever whoever leads says of somebody: a class that did nothing has practised nothing.
    const said = { name: 'Zoé Exemple', whyPresent: 'A suivi la séance.' };
    for (const body of [undefined, said])
      expect(codeOf(await issue(learner.id, body, there))).toBe('422 nothing-practised');
    await practise(trainer, untouched.key);
    // The case was looked at before anything was done in it.
    expect(codeOf(await issue(learner.id, undefined, there))).toBe('422 took-no-part');
    await openCase(browser, there);
    expect(codeOf(await issue(learner.id, undefined, there))).toBe('204');
    const { content } = await there.download(`/training/class/learners/${learner.id}/certificate/file`);
    const { act } = JSON.parse(content.toString()) as CertificateFile;
    // The story goes on with protection, which opened and is not there.
    expect(act.opening.value.protocols.map(({ protocol }) => protocol)).toEqual(['identification']);
  });

  it('rest on what somebody did: an act, an answer, the case opened; else on what whoever leads says, which is recorded', async () => {
    const own = await makeSpace(service, trainer, { scenario: SCENARIO });
    const by = await leadIn(trainer, own.key);
    const partOf = async (id: string) =>
      (await by.get<GroupDto>('/training/class')).body.learners.find((it) => it.id === id)?.tookPart;
    const { browser: acting, learner: acted } = await learnIn(service, by, own.key, 'Acte');
    const { learner: answered } = await learnIn(service, by, own.key, 'Parole');
    const { browser: opening, learner: followed } = await learnIn(service, by, own.key, 'Regard');
    const { learner: idle } = await learnIn(service, by, own.key, 'Absente');
    const all = [acted, answered, followed, idle];
    for (const { id } of all) expect(await partOf(id)).toBeNull();

    const { body: score } = await by.get<ScoreDto>('/training/score');
    await new CaseClient(acting).completed(score.caseFileId, 'identification', 'intake', INTAKE);
    const [{ database } = { database: '' }] = await service.inBook<{ database: string }>(
      `SELECT database FROM space WHERE key = $1`,
      [own.key],
    );
    // Which question is asked by now is the story’s matter.
    await asSuperuser(database, async (client) => {
      await client.query('SET session_replication_role = replica');
      await client.query(
        `INSERT INTO question_answer (id, question, choice, learner_id, answered_at)
         VALUES (gen_random_uuid(), 'he-does-not-want-to-come', 'closed', $1, now())`,
        [answered.id],
      );
    });
    await openCase(opening, by);
    expect(await Promise.all(all.map(({ id }) => partOf(id)))).toEqual([
      ...['acted', 'followed', 'followed'],
      null,
    ]);

    for (const { id } of [acted, answered, followed])
      expect(codeOf(await issue(id, undefined, by))).toBe('204');
    const refusal = await issue(idle.id, undefined, by);
    expect([codeOf(refusal), refusal.body?.reasons?.[0]?.field]).toEqual(['422 took-no-part', 'whyPresent']);
    for (const whyPresent of ['', 'ab', ['Dans la salle.'], 'x'.repeat(301)])
      expect((await issue(idle.id, { name: 'Zoé Exemple', whyPresent }, by)).status).toBe(400);
    const whyPresent = 'Dans la salle, à voix haute.';
    const twelve = await Promise.all(
      Array.from({ length: 12 }, () => issue(idle.id, { name: 'Zoé Exemple', whyPresent }, by)),
    );
    expect(new Set(twelve.map(({ status }) => status))).toEqual(new Set([204]));
    const { content } = await by.download(`/training/class/learners/${idle.id}/certificate/file`);
    const file = content.toString();
    expect(file).not.toContain(whyPresent);
    // What it rests on stands in the same act: a commitment more than of somebody who acted.
    const commitments = (text: string) => (JSON.parse(text) as CertificateFile).act.commitments.length;
    const seen = await by.download(`/training/class/learners/${acted.id}/certificate/file`);
    expect(commitments(file)).toBe(commitments(seen.content.toString()) + 1);
  });

  it('say who practised what, when, and nothing of a score; on paper as well', async () => {
    const { learner, file } = await certify('Groseille');
    const { act } = JSON.parse(file) as CertificateFile;
    expect(act.opening.value).toMatchObject({
      ...{ name: 'Zoé Exemple', role: 'caseworker', trainer: 'Tom Exemple', space: 'Groupe du lundi' },
      scenario: { name: SCENARIO },
      on: isoDay(localDay(Date.now(), 'Europe/Paris')),
    });
    expect(act.opening.value.protocols[0]).toMatchObject({ protocol: 'identification', version: '1.0.0' });
    expect(file).not.toMatch(/score|Groseille/);
    const paper = await lead.download(`/training/class/learners/${learner.id}/certificate/pdf`);
    expect([paper.status, paper.content.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    // It carries what verifies it: the same that the file says.
    expect(JSON.parse(certificateOfPaper(paper.content) ?? '')).toMatchObject({ act });
    const { body } = await lead.get<{ learners: { name: string; isCertified: boolean }[] }>(
      '/training/class',
    );
    expect(body.learners.find(({ name }) => name === 'Groseille')?.isCertified).toBe(true);
  });

  it('are checked, then taken in by a supervisor for somebody of the team: from then on they are up to date', async () => {
    expect(await standingOf('screening')).toMatchObject({ state: 'never', until: null });
    const { file } = await certify('Myrtille', 'EXEMPLE, Zoe');
    const checked = await supervisor.client.post<CheckedCertificateDto>(`${FILE}/check`, { file });
    expect([checked.status, checked.body]).toMatchObject([200, { name: 'EXEMPLE, Zoe', role: 'caseworker' }]);
    expect(await standingOf('screening')).toMatchObject({ state: 'never' });
    const { status, body } = await bring(file);
    expect([status, body.id]).toEqual([201, checked.body.id]);
    expect(await standingOf('screening')).toMatchObject({ state: 'up-to-date', because: [] });
    expect(await standingOf('missing')).toMatchObject({ state: 'never' });
    // They are told before it ends, each time that something of it does: once a week at most.
    const told = await service.query<{ run_at: Date }>(
      // The week of the versions with which the space began has its round as well.
      `SELECT run_at FROM job WHERE kind = 'training.renewals' AND run_at > now() + interval '10 days' ORDER BY run_at`,
    );
    const days = told.map(({ run_at }) => (run_at.getTime() - Date.now()) / 86_400_000);
    expect(days.length).toBeGreaterThan(0);
    expect(days.every((it) => it > 600 && it < 1100)).toBe(true);
    const own = await worker.client.get<OwnTrainingDto>(`${FILE}/own`);
    expect(own.body.own.certificates).toMatchObject([{ id: body.id, importedBy: 'Sacha Exemple' }]);
    const nobody = await other.client.get<TrainingMatrixDto>(FILE);
    expect(nobody.body.people.some(({ accountId }) => accountId === worker.id)).toBe(false);
    const events = await service.query<{ type: string }>(
      `SELECT DISTINCT entry::jsonb ->> 'type' AS type FROM ledger_event`,
    );
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['training-certificate.check', 'training-certificate.import']),
    );
    expect(events.map(({ type }) => type)).not.toContain('training.certify');
  });

  it('count once, whoever brings them in, at the same moment as well', async () => {
    const { file } = await certify('Airelle');
    const answers = await Promise.all(Array.from({ length: 12 }, () => bring(file)));
    expect(answers.map(codeOf).sort()).toEqual([
      '201',
      ...Array.from({ length: 11 }, () => '422 already-imported'),
    ]);
    expect(codeOf(await bring(JSON.stringify(JSON.parse(file), null, 2)))).toBe('422 already-imported');
    const held = await service.query(`SELECT 1 FROM training_certificate WHERE name = 'Zoé Exemple'`);
    expect(held).toHaveLength(1);
  });

  it('in another name are taken in only with the reason why it is the same person', async () => {
    const { file } = await certify('Coing', 'Léa Modèle');
    expect(codeOf(await bring(file))).toBe('422 other-name');
    expect(codeOf(await bring(file, { whySame: '  ' }))).toBe('400 invalid-value');
    expect((await bring(file, { whySame: 'Son nom de naissance' })).status).toBe(201);
    const [row] = await service.query<{ why_same: string }>(
      `SELECT why_same FROM training_certificate WHERE name = 'Léa Modèle'`,
    );
    expect(row?.why_same).toBe('Son nom de naissance');
  });

  it('are never taken in by oneself, for somebody of another team, or by who does not supervise', async () => {
    const { file } = await certify('Nèfle', 'Sacha Exemple');
    expect(codeOf(await bring(file, { accountId: supervisor.id }))).toBe('422 own-certificate');
    expect(codeOf(await bring(file, { accountId: randomUUID() }))).toBe('404');
    expect(codeOf(await bring(file, {}, other.client))).toBe('404');
    for (const { client } of [worker, trainer])
      expect([codeOf(await bring(file, {}, client)), (await client.get(FILE)).status]).toEqual([
        '403 role',
        403,
      ]);
    expect(codeOf(await bring(file, {}, service.client()))).toBe('401');
    await expect(
      service.query(
        `SET session_replication_role = replica; INSERT INTO training_certificate (id, account_id, name, role, scenario, title, protocols,
           practised_on, space, trainer, log, file_hash, imported_by, imported_at)
         SELECT gen_random_uuid(), '${worker.id}', 'x', 'caseworker', 'x', '{}', '[]', '2025-01-01', 'x', 'x', 'x', '', '${worker.id}', now()`,
      ),
    ).rejects.toThrow('check constraint');
  });

  it('are never taken in by whoever led the class, whose account’s name they say', async () => {
    const both = await service.signIn({
      ...{ roles: ['trainer', 'supervisor'], teams: ['North'], name: 'Ida Exemple' },
    });
    const { key } = await makeSpace(service, both, { scenario: SCENARIO });
    await practise(both, key);
    const { file } = await certify('Mûre', 'Zoé Exemple', await leadIn(both, key), service, key);
    expect(file).not.toContain(both.id);
    const { act } = JSON.parse(file) as CertificateFile;
    expect(act.opening.value.trainer).toBe('Ida Exemple');
    expect(codeOf(await bring(file, {}, both.client))).toBe('422 own-class');
    // Nor for them, by whoever.
    const own = { accountId: both.id, whySame: 'Son nom de naissance' };
    expect(codeOf(await bring(file, own))).toBe('422 self-issued');
    expect((await bring(file)).status).toBe(201);
  });

  it('that were altered, or forged, or are of another house, or none, are refused by why', async () => {
    const { file } = await certify('Sureau');
    const parsed = JSON.parse(file) as CertificateFile;
    expect(codeOf(await bring(file.replace('"caseworker"', '"supervisor"')))).toBe('422 altered');
    expect(codeOf(await bring(file.replace('Zoé Exemple', 'Zoe Exemple')))).toBe('422 altered');
    expect(codeOf(await bring('{}'))).toBe('422 unreadable');
    expect(codeOf(await bring('['.repeat(19_000)))).toBe('422 unreadable');
    expect(codeOf(await bring('x'.repeat(20_001)))).toBe('400 invalid-value');
    expect(codeOf(await bring(''))).toBe('400 invalid-value');
    // An act of the live record of this very house, with everything that proves it.
    const live = await supervisor.client.get<string>('/ledger/checkpoint');
    const moved = { ...parsed, proof: { ...parsed.proof, checkpoint: String(live.body) } };
    expect(codeOf(await bring(JSON.stringify(moved)))).toBe('422 not-training');
    const theirs = await elsewhere.signIn({ roles: ['trainer'], teams: ['North'] });
    const there = await makeSpace(elsewhere, theirs, { scenario: SCENARIO });
    const theirLead = await leadIn(theirs, there.key);
    await practise(theirs, there.key);
    const made = await certify('Prune', 'Zoé Exemple', theirLead, elsewhere, there.key);
    expect(codeOf(await bring(made.file))).toBe('422 unknown-issuer');
  });

  it('of a draft come in once it is published, if not a word of it changed', async () => {
    const { body: own } = await trainer.client.post<OwnScenarioDto>(
      '/training/own-scenarios',
      { from: SCENARIO },
      once(),
    );
    const [protocol = ''] = own.protocols;
    const pia = new DraftClient((await service.signIn({ roles: ['protocol-editor'] })).client);
    await pia.begunAs(protocol, '1.1.0');
    await trainer.client.put(
      `/training/own-scenarios/${own.id}`,
      { yaml: own.yaml.replace(`${protocol}: 1.0.0`, `${protocol}: 1.1.0`) },
      { 'If-Match': '"1"' },
    );
    const { body: asked } = await trainer.client.post<TrainingSpaceDto>(
      '/training/spaces',
      { title: 'Sur un brouillon', ownScenario: own.id },
      once(),
    );
    await settleSpaces(service);
    const by = await leadIn(trainer, asked.key);
    await practise(trainer, asked.key);
    const { file } = await certify('Bruant', 'Zoé Exemple', by, service, asked.key);
    expect(codeOf(await bring(file))).toBe('422 of-a-draft');
    const [draft] = await service.asSeed(async () => {
      const published = await service.app.get(ProtocolRegistry).readPublished();
      return service.app.get(DraftVersions).findVersions([`${protocol}@1.1.0`], published);
    });
    if (!draft) throw new Error('no draft');
    await service.asSeed(() => service.app.get(VersionsRepository).addVersion(draft));
    expect(codeOf(await bring(file))).toBe('201');
  });

  it('are withdrawn with a reason, count no more, and do not come in again', async () => {
    const { file } = await certify('Cassis');
    const { body } = await bring(file);
    const withdraw = (why: unknown, by = supervisor.client) =>
      by.post(`${FILE}/${body.id}/withdraw`, { why });
    expect((await withdraw('because')).status).toBe(400);
    expect((await withdraw('wrong-person', other.client)).status).toBe(404);
    expect((await withdraw('wrong-person', worker.client)).status).toBe(403);
    expect((await withdraw('wrong-person')).status).toBe(204);
    expect((await withdraw('wrong-person')).status).toBe(204);
    expect(codeOf(await bring(file))).toBe('422 already-imported');
    const own = await worker.client.get<OwnTrainingDto>(`${FILE}/own`);
    expect(own.body.own.certificates.some(({ id }) => id === body.id)).toBe(false);
  });

  it('open nothing that is live from a training space, whose staff has none', async () => {
    const { browser } = await learnIn(service, lead, space.key, 'Mûre');
    for (const path of [FILE, `${FILE}/own`]) expect([404, 403]).toContain((await browser.get(path)).status);
    const { file } = await certify('Orange');
    expect([404, 403]).toContain((await bring(file, {}, browser)).status);
    const [{ database } = { database: '' }] = await service.inBook<{ database: string }>(
      `SELECT database FROM space WHERE key = $1`,
      [space.key],
    );
    const rows = await asSuperuser(database, async (client) =>
      client.query(`SELECT 1 FROM training_certificate`),
    );
    expect(rows.rowCount).toBe(0);
  });
});
