import { randomUUID } from 'node:crypto';
import type { AccountRole } from '@repere/access';
import { giveAddress, sendMails } from '../access/accounts/testing/mailed';
import { CaseClient } from '../cases/testing/case-client';
import { type Space, Spaces } from '../platform/spaces/spaces';
import { TestMailServer } from '../testing/accounts/test-mail-server';
import { type SignedInClient, TestService } from '../testing/test-service';
import type { RemindersDto } from './inbox/reminders.dto';
import { MakeDigests } from './make-digests.service';
import { SendReminders } from './send-reminders.service';

const HOUR = 3_600_000;
/** With twenty seconds more each time, so often is a mail tried in a day. */
const TRIES_OF_A_DAY = 93;
const DUE = 'Repère\u00a0: un acte est dû';
const TO_APPROVE = 'Repère\u00a0: une validation vous attend';
const TODAY = 'Repère\u00a0: votre journée';
const NO_SIGNS = { values: { frailties: {}, signs: {}, taught: 'yes' } };
const IN_EFFECT = {
  values: { verdict: 'possible' },
  reasons: ['seen'],
  bestInterests: 'Être à l’abri.',
  childView: { said: '« d’accord »' },
};

describe('reminders by mail', () => {
  let mail: TestMailServer;
  let service: TestService;
  let space: Space;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let team: string;
  beforeAll(async () => {
    mail = await TestMailServer.start();
    service = await TestService.start({
      configuration: { mail: { smtpUrl: mail.url, from: 'repere@repere.example' } },
    });
    const found = await service.app.get(Spaces).findSpace(null);
    if (!found) throw new Error('no space');
    space = found;
  });
  beforeEach(async () => {
    team = `Team ${randomUUID()}`;
    worker = await hired('caseworker');
    supervisor = await hired('supervisor');
    mail.mails.length = 0;
  });
  afterAll(async () => {
    await service.stop();
    await mail.stop();
  });

  const hired = async (...roles: readonly AccountRole[]): Promise<SignedInClient> => {
    const who = await service.signIn({ roles, teams: [team] });
    await giveAddress(service, who.id, `${who.login}@service.example`);
    return who;
  };
  const tell = () => service.app.get(SendReminders).sendAll(space);
  const opened = (who = worker) => new CaseClient(who.client).opened({ urgentDangerSeen: 'yes' });
  /** A decision that protects is in effect, and a second person looks at it within the day. */
  const decided = async (who = worker): Promise<string> => {
    const client = new CaseClient(who.client);
    const { id } = await client.opened();
    await client.completed(id, 'welcome', 'watch', NO_SIGNS);
    await client.completed(id, 'welcome', 'judge', IN_EFFECT);
    return id;
  };
  const approvals = async ({ client }: SignedInClient): Promise<readonly string[]> => {
    const { body } = await client.get<RemindersDto>('/reminders');
    return body.items.filter(({ step }) => step === 'judge').map(({ of, why }) => `${of} ${why}`);
  };
  const subjectsTo = ({ login }: SignedInClient): readonly string[] =>
    mail.mails.filter(({ to }) => to.includes(`${login}@service.example`)).map(({ subject }) => subject);
  const tryAgain = async (): Promise<void> => {
    await service.query(`UPDATE job SET run_at = now() WHERE state = 'waiting'`);
    await sendMails(service);
  };
  const digestAt = (at: string) =>
    service.app.get(MakeDigests).makeAll({ ...space, fixedNow: Date.parse(at) });

  describe('of an approval that is due within a day', () => {
    it('go to who may approve, at once, and say neither who nor what', async () => {
      await decided();
      await tell();
      await tryAgain();
      expect(await approvals(supervisor)).toEqual(['approval approves']);
      expect(subjectsTo(supervisor)).toContain(TO_APPROVE);
      expect(await approvals(worker)).toEqual([]);
      const sent = mail.mails.find(({ subject }) => subject === TO_APPROVE);
      expect(`${sent?.subject} ${sent?.text}`).not.toMatch(/RP-|http|victime|judge|possible/i);
    });

    it('never to whoever decided, though they supervise', async () => {
      const both = await hired('caseworker', 'supervisor');
      await decided(both);
      await tell();
      await tryAgain();
      expect(await approvals(both)).toEqual([]);
      expect(subjectsTo(both)).not.toContain(TO_APPROVE);
      expect(await approvals(supervisor)).toEqual(['approval approves']);
    });

    it('end with the approval', async () => {
      const id = await decided();
      await tell();
      const client = new CaseClient(supervisor.client);
      const { body } = await supervisor.client.get<{
        readonly items: readonly { readonly caseFileId: string; readonly entryId: string }[];
      }>('/approvals');
      const { entryId } = body.items.find(({ caseFileId }) => caseFileId === id) ?? {};
      expect((await client.step(id, 'welcome', 'judge', 'approve', { entryId })).status).toBe(200);
      expect(await approvals(supervisor)).toEqual([]);
    });
  });

  describe('of the day', () => {
    it('come at the hour on the clock of the team’s place, not before, and once', async () => {
      await opened();
      await worker.client.put('/reminders/choice', { hour: 7, byMail: true });
      // Summer in Paris: seven o'clock is five in UTC.
      await digestAt('2031-07-10T04:59:00Z');
      await tryAgain();
      expect(subjectsTo(worker)).not.toContain(TODAY);
      await digestAt('2031-07-10T05:00:00Z');
      await digestAt('2031-07-10T09:00:00Z');
      await tryAgain();
      expect(subjectsTo(worker).filter((it) => it === TODAY)).toEqual([TODAY]);
      await digestAt('2031-07-11T04:59:00Z');
      await digestAt('2031-07-11T05:00:00Z');
      await tryAgain();
      expect(subjectsTo(worker).filter((it) => it === TODAY)).toEqual([TODAY, TODAY]);
    });

    it('come late where nothing ran at that hour, not never', async () => {
      await opened();
      await worker.client.put('/reminders/choice', { hour: 7, byMail: true });
      await digestAt('2031-07-12T17:00:00Z');
      await tryAgain();
      expect(subjectsTo(worker)).toContain(TODAY);
    });
  });

  describe('while the mail server', () => {
    it('is away for a day: nothing is lost, nothing is doubled', async () => {
      await mail.goAway();
      const night = await hired('caseworker');
      await opened();
      await decided();
      await worker.client.put('/reminders/choice', { hour: 0, byMail: true });
      await tell();
      await digestAt(new Date(Date.now() + HOUR).toISOString());
      for (let tried = 0; tried < TRIES_OF_A_DAY; tried++) {
        await tryAgain();
        // In the middle of it more is due, to somebody else as well.
        if (tried === 40) {
          await opened();
          await opened(night);
          await tell();
        }
      }
      expect(mail.mails).toEqual([]);
      const [left] = await service.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM job WHERE kind = 'account.mail' AND state NOT IN ('waiting', 'done')`,
      );
      expect(left?.n).toBe(0);
      await mail.comeBack();
      await tryAgain();
      expect([...subjectsTo(worker)].sort()).toEqual([DUE, TODAY].sort());
      expect(subjectsTo(night)).toEqual([DUE]);
      expect(subjectsTo(supervisor)).toContain(TO_APPROVE);
      const sent = mail.mails.length;
      await tryAgain();
      await tell();
      await tryAgain();
      expect(mail.mails).toHaveLength(sent);
      expect(new Set(mail.mails.map(messageId)).size).toBe(sent);
    }, 120_000);

    it('takes a mail and is gone before it says so: it comes again under the same name', async () => {
      await opened();
      await tell();
      mail.hangUps = 1;
      await tryAgain();
      expect(subjectsTo(worker)).toEqual([DUE]);
      await tryAgain();
      const names = mail.mails
        .filter(({ to }) => to.includes(`${worker.login}@service.example`))
        .map(messageId);
      expect(names).toHaveLength(2);
      expect(new Set(names).size).toBe(1);
      await tryAgain();
      expect(subjectsTo(worker)).toHaveLength(2);
    });
  });
});

const messageId = ({ head }: { readonly head: string }): string =>
  /^Message-ID: (<[^>]+>)/im.exec(head)?.[1] ?? '';
