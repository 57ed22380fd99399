import { CaseClient } from '../../cases/testing/case-client';
import type { ScoreDto } from '../score/score.dto';
import type { TestClient } from '../../testing/accounts/test-client';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { MovedClockDto, SpaceClockDto } from '../clock/clock.dto';
import type { KeptMomentDto, TrainingSpaceDto } from '../spaces/training-spaces.dto';
import { dropSpaces, makeSpace, playIn, settleSpaces, spacesOf } from '../testing/led-spaces';
import type { MomentsDto } from './moments.dto';

const DAY = 86_400_000;

describe('a moment that is kept before time goes on', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let space: TrainingSpaceDto;
  let lead: TestClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    space = await makeSpace(service, trainer, { scenario: 'xray-19-5-margin-18' });
    lead = await playIn(trainer, space.key);
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  const moments = async (): Promise<readonly KeptMomentDto[]> =>
    (await lead.get<MomentsDto>('/training/moments')).body.moments;
  const now = async (): Promise<number> =>
    Date.parse((await lead.get<SpaceClockDto>('/training/clock')).body.now);
  const act = async (note: string): Promise<void> => {
    const { body } = await lead.get<ScoreDto>('/training/score');
    await new CaseClient(lead).sendAct(body.caseFileId, 'notes', { note });
  };
  /** The round that makes copies goes on beside the request, as it does in a service. */
  const move = async (
    asked: object = { by: 'days', amount: 1, keepsMoment: true },
  ): Promise<MovedClockDto> => {
    let isDone = false;
    const moving = lead.post<MovedClockDto>('/training/clock', asked).finally(() => (isDone = true));
    while (!isDone) {
      await settleSpaces(service);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { status, body } = await moving;
    if (status !== 200) throw new Error(`moving the clock gave ${String(status)}`);
    return body;
  };

  it('is not kept unless it is asked for', async () => {
    expect(await move({ by: 'hours', amount: 1 })).toEqual({ isMomentKept: null });
    expect(await moments()).toEqual([]);
  });

  it.each([{ keepsMoment: 'yes' }, { keepsMoment: 1 }, { keepsMoment: [] }])(
    'is not asked for by %j',
    async (asked) => {
      const answer = await lead.post('/training/clock', { by: 'days', amount: 1, ...asked });
      expect(answer.status).toBe(400);
    },
  );

  it('stands where the clock stood, and a branch begins with it', async () => {
    await act('Avant');
    const before = await now();
    expect(await move()).toEqual({ isMomentKept: true });
    const [moment, ...others] = await moments();
    expect([moment?.state, moment?.isAutomatic, others.length]).toEqual(['kept', true, 0]);
    expect(Math.abs(Date.parse(moment?.at ?? '') - before)).toBeLessThan(60_000);
    expect(Math.abs((await now()) - before - DAY)).toBeLessThan(60_000);
    const { body } = await lead.post<TrainingSpaceDto>(`/training/moments/${moment?.id ?? ''}/branches`, {
      title: 'Autre choix',
    });
    await settleSpaces(service);
    const branch = (await spacesOf(trainer.client)).find(({ key }) => key === body.key);
    expect(branch).toMatchObject({ state: 'open', branchOf: { key: space.key, at: moment?.at } });
  });

  it('is not made twice of what nobody changed', async () => {
    const before = await moments();
    expect(await move()).toEqual({ isMomentKept: true });
    expect(await moments()).toEqual(before);
  });

  it('is one of two at most, the newest; those that were named stay', async () => {
    await lead.post('/training/moments', { title: 'Nommé' });
    await settleSpaces(service);
    for (const note of ['un', 'deux', 'trois']) {
      await act(note);
      expect(await move()).toEqual({ isMomentKept: true });
    }
    const kept = await moments();
    expect(kept.filter(({ isAutomatic }) => isAutomatic)).toHaveLength(2);
    expect(kept.filter(({ isAutomatic }) => !isAutomatic).map(({ title }) => title)).toEqual(['Nommé']);
  });

  it('gives way to what is named; where six are named, time goes on and says that none was kept', async () => {
    for (const title of ['b', 'c', 'd', 'e', 'f']) {
      expect((await lead.post('/training/moments', { title })).status).toBe(201);
      await settleSpaces(service);
    }
    expect((await moments()).map(({ isAutomatic }) => isAutomatic)).toEqual(Array(6).fill(false));
    expect((await lead.post('/training/moments', { title: 'g' })).status).toBe(422);
    await act('quatre');
    const before = await now();
    expect(await move()).toEqual({ isMomentKept: false });
    expect(Math.abs((await now()) - before - DAY)).toBeLessThan(60_000);
  });
});
