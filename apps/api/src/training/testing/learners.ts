import type { JoinedDto, LearnerDto } from '../learners/learners.dto';
import type { JoinCodeDto } from '../group/group.dto';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import type { SignedInClient, TestService } from '../../testing/test-service';

/** The trainer's browser in a space, with the cookie of whoever leads. */
export async function leadIn({ client }: SignedInClient, key: string): Promise<TestClient> {
  const { status } = await client.put(`/training/spaces/${key}/entry`);
  if (status !== 200) throw new Error(`entering gave ${String(status)}`);
  return client.inSpace(key);
}

/** A new code of the space. */
export async function newCode(lead: TestClient): Promise<string> {
  const { status, body } = await lead.put<JoinCodeDto>('/training/class/code');
  if (status !== 200) throw new Error(`a new code gave ${String(status)}`);
  return body.code;
}

/** A browser of its own that came by the code. */
export async function comeBy(service: TestService, key: string, code: string): Promise<TestClient> {
  const browser = service.client();
  const { status } = await browser.post<JoinedDto>('/training/joins', { code });
  if (status !== 201) throw new Error(`joining gave ${String(status)}`);
  return browser.inSpace(key);
}

export const askIn = (browser: TestClient, name: string, role = 'caseworker'): Promise<Answer<LearnerDto>> =>
  browser.post<LearnerDto>('/training/learners', { name, role });

/** A learner who is in: came, asked, was admitted, and has a session. */
export async function learnIn(
  service: TestService,
  lead: TestClient,
  key: string,
  name: string,
  role?: string,
): Promise<{ readonly browser: TestClient; readonly learner: LearnerDto }> {
  const browser = await comeBy(service, key, await newCode(lead));
  const { body: learner } = await askIn(browser, name, role);
  await lead.put(`/training/class/learners/${learner.id}`, { isAdmitted: true });
  const { status } = await browser.put(`/training/learners/${learner.id}/session`);
  if (status !== 200) throw new Error(`coming in gave ${String(status)}`);
  return { browser, learner };
}
