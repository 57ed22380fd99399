import { CaseClient } from '../../cases/testing/case-client';
import type { TestClient } from '../../testing/accounts/test-client';
import type { CaseFileDto } from '../../cases/page/case-file.dto';

type Opening = Parameters<CaseClient['opened']>[0];

/** Opens a case and closes it by two persons, as opened in error: the shortest way to an end. */
export async function closedCase(
  worker: TestClient,
  supervisor: TestClient,
  opening: Opening = {},
  before: (file: CaseFileDto, cases: CaseClient) => Promise<unknown> = async () => undefined,
): Promise<CaseFileDto> {
  const cases = new CaseClient(worker);
  const file = await cases.opened(opening);
  await before(file, cases);
  const seq = async (): Promise<number> => (await cases.readCase(file.id)).state.seq;
  const opened = await cases.sendAct(file.id, 'runs', { protocol: 'farewell' }, { seq: await seq() });
  if (opened.status >= 300) throw new Error(`opening farewell gave ${JSON.stringify(opened.body)}`);
  await cases.completed(file.id, 'farewell', 'say_goodbye', {
    values: { ending: 'over' },
    reasons: ['twice'],
    bestInterests: 'Une seule histoire suffit.',
    childView: { whyNot: 'Personne n’est concerné.' },
    note: 'Ouvert deux fois.',
  });
  const { state } = await cases.readCase(file.id);
  const step = state.runs
    .find(({ protocol }) => protocol === 'farewell')
    ?.steps.find(({ id }) => id === 'say_goodbye');
  const approved = await new CaseClient(supervisor).step(file.id, 'farewell', 'say_goodbye', 'approve', {
    entryId: step?.toApprove,
  });
  if (approved.status !== 200) throw new Error(`closing gave ${JSON.stringify(approved.body)}`);
  return cases.readCase(file.id);
}
