import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../../cases/testing/case-client';
import type { ProblemDto } from '../../platform/answers/openapi';
import { makeTestSigner } from '../../testing/make-test-signer';
import type { MomentsDto } from '../moments/moments.dto';
import type { ScoreDto } from '../score/score.dto';
import { dropSpaces, makeSpace, playIn, settleSpaces, spacesOf } from '../testing/led-spaces';
import type { KeptMomentDto, TrainingSpaceDto } from './training-spaces.dto';

const XRAY = 'xray-19-5-margin-18';

describe('deleting a training space into which a real story was typed', () => {
  let service: TestService;
  let trainer: SignedInClient;
  beforeAll(async () => {
    const signer = await makeTestSigner();
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS, signer } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  async function branchOf(key: string): Promise<string> {
    const lead = await playIn(trainer, key);
    const { body: moment } = await lead.post<KeptMomentDto>('/training/moments', { title: 'Avant' });
    await settleSpaces(service);
    const { body } = await lead.post<TrainingSpaceDto>(`/training/moments/${moment.id}/branches`, {
      title: 'Branche',
    });
    await settleSpaces(service);
    expect((await lead.get<MomentsDto>('/training/moments')).body.branches[0]?.state).toBe('open');
    return body.key;
  }
  const open = async () => (await spacesOf(trainer.client)).map(({ key }) => key);

  it('takes the branches along, and theirs, at once and for good', async () => {
    const { key } = await makeSpace(service, trainer, { scenario: XRAY });
    const other = await makeSpace(service, trainer);
    const inside = await playIn(trainer, key);
    const { caseFileId } = (await inside.get<ScoreDto>('/training/score')).body;
    await new CaseClient(inside).sendAct(caseFileId, 'notes', { note: 'Une vraie adresse.' });
    const branch = await branchOf(key);
    const second = await branchOf(branch);
    const there = await playIn(trainer, second);
    expect((await there.get(`/case-files/${caseFileId}`)).status).toBe(200);
    const databases = await service.inBook<{ database: string }>(
      `SELECT database FROM space WHERE key = ANY ($1)`,
      [[key, branch, second]],
    );

    expect((await trainer.client.delete(`/training/spaces/${key}`)).status).toBe(204);
    expect(await open()).toEqual([other.key]);
    const gone = await there.get<ProblemDto>(`/case-files/${caseFileId}`);
    expect([gone.status, gone.body.code]).toEqual([410, 'space-gone']);
    await settleSpaces(service);
    const left = await service.inBook(`SELECT 1 FROM pg_database WHERE datname = ANY ($1)`, [
      databases.map(({ database }) => database),
    ]);
    expect(left).toEqual([]);
  });

  it('keeps them where whoever deletes it says so, and nobody else’s go', async () => {
    const { key } = await makeSpace(service, trainer, { scenario: XRAY });
    const branch = await branchOf(key);
    const stranger = await service.signIn({ roles: ['trainer'], teams: ['South'] });
    expect((await stranger.client.delete(`/training/spaces/${key}`)).status).toBe(404);
    for (const asked of ['all', '', 'keep&branches=keep'])
      expect([
        asked,
        (await trainer.client.delete(`/training/spaces/${key}?branches=${asked}`)).status,
      ]).toEqual([asked, 400]);
    expect((await trainer.client.delete(`/training/spaces/${key}?branches=keep`)).status).toBe(204);
    expect(await open()).toContain(branch);
    expect(await open()).not.toContain(key);
  });
});
