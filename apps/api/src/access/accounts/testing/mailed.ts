import { JobWorker } from '../../../platform/jobs/job-worker';
import { Spaces } from '../../../platform/spaces/spaces';
import type { TestService } from '../../../testing/test-service';
import { AccountEmails } from '../account-emails';

/** Gives an account an address, and the language of its mails; nobody gets word of it. */
export function giveAddress(
  service: TestService,
  accountId: string,
  email: string,
  language: 'fr' | 'en' = 'fr',
): Promise<void> {
  return service.asSeed(async ({ manager }) => {
    await service.app.get(AccountEmails).setEmail(accountId, email);
    await manager.query('UPDATE account SET language = $2 WHERE id = $1', [accountId, language]);
  });
}

/** All that waits to be sent has been tried once. */
export async function sendMails(service: TestService): Promise<void> {
  const space = await service.app.get(Spaces).findSpace(null);
  if (!space) throw new Error('no space');
  await service.app.get(JobWorker).workOff(space);
}
