import { randomUUID } from 'node:crypto';
import { Spaces } from '../../platform/spaces/spaces';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import type { SignedInClient, TestService } from '../../testing/test-service';
import type { CastMemberDto } from '../play/play.dto';
import { MakeTrainingSpaces } from '../spaces/make-training-spaces';
import type { TrainingSpaceDto, TrainingSpacesDto } from '../spaces/training-spaces.dto';

export const once = (): Record<string, string> => ({ 'Idempotency-Key': randomUUID() });

/** What the round of the live space does: makes what was asked for, drops what is over. */
export async function settleSpaces(service: TestService): Promise<void> {
  const live = await service.app.get(Spaces).findSpace(null);
  if (!live) throw new Error('no live space');
  await service.app.get(MakeTrainingSpaces).settleAll(live);
}

/** Leaves no training space behind, databases neither. */
export async function dropSpaces(service: TestService): Promise<void> {
  await service.inBook(`UPDATE space SET state = 'gone' WHERE kind = 'training'`);
  await service.inBook(
    `INSERT INTO space_leftover (database, key) SELECT database, key FROM space WHERE state = 'gone' ON CONFLICT DO NOTHING`,
  );
  await settleSpaces(service);
}

export const spacesOf = async (client: TestClient): Promise<readonly TrainingSpaceDto[]> =>
  (await client.get<TrainingSpacesDto>('/training/spaces')).body.spaces;

export const askForSpace = (
  client: TestClient,
  asked: { readonly scenario?: string; readonly title?: string; readonly mode?: string } = {},
): Promise<Answer<TrainingSpaceDto>> =>
  client.post<TrainingSpaceDto>('/training/spaces', { title: 'Groupe du lundi', ...asked }, once());

/** A space of this trainer, ready: a making that failed is made again by the next round, until it is given up. */
export async function makeSpace(
  service: TestService,
  { client }: SignedInClient,
  asked: { readonly scenario?: string } = {},
): Promise<TrainingSpaceDto> {
  const { body } = await askForSpace(client, asked);
  let made: TrainingSpaceDto | undefined;
  do {
    await settleSpaces(service);
    made = (await spacesOf(client)).find(({ key }) => key === body.key);
  } while (made?.state === 'creating');
  if (made?.state !== 'open') throw new Error(`the space is ${String(made?.state)}`);
  return made;
}

/** The trainer's browser in a space, playing somebody of its staff. */
export async function playIn(
  { client }: SignedInClient,
  key: string,
  name = 'Lierre Exercice',
): Promise<TestClient> {
  const { status } = await client.put(`/training/spaces/${key}/entry`);
  if (status !== 200) throw new Error(`entering gave ${String(status)}`);
  const inside = client.inSpace(key);
  const { body } = await inside.get<CastMemberDto[]>('/training/played');
  const played = await inside.put('/training/played', { accountId: body.find((it) => it.name === name)?.id });
  if (played.status !== 200) throw new Error(`playing ${name} gave ${String(played.status)}`);
  return inside;
}
