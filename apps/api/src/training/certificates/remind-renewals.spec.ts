import { randomUUID } from 'node:crypto';
import { isoDay } from '@repere/feel';
import { type CurriculumItem, endsSoonFrom } from '@repere/protocol';
import { giveAddress, sendMails } from '../../access/accounts/testing/mailed';
import { CERTIFICATES_SQL } from '../../access/team/training-certificates.query';
import { Qualifications } from '../../cases/qualification/qualifications';
import { Jobs } from '../../platform/jobs/jobs';
import { subjectOfWeek, weekOf } from '../../platform/jobs/weeks';
import { keyOf, ProtocolLibrary } from '../../protocols/protocol-library';
import { VersionsRepository } from '../../protocols/versions/versions.repository';
import type { RemindersDto } from '../../reminders/inbox/reminders.dto';
import { TestMailServer } from '../../testing/accounts/test-mail-server';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { TrainingMatrixDto } from './progress.dto';
import { RENEWALS } from './remind-renewals-job';

const DAY = 86_400_000;
const YEAR_AGO = new Date(Date.now() - 365 * DAY);
const OWN = 'Repère\u00a0: une formation à refaire';
const OF_TEAM = 'Repère\u00a0: des formations à refaire';

describe('a reminder before training ends', () => {
  let mail: TestMailServer;
  let service: TestService;
  let supervisor: SignedInClient;
  let item: CurriculumItem;
  /** A day on which what was practised began to end in this very week. */
  let soon: string;
  beforeAll(async () => {
    mail = await TestMailServer.start();
    service = await TestService.start({
      configuration: {
        ...{ protocolsDir: SHIPPED_PROTOCOLS, followsCertificates: true },
        mail: { smtpUrl: mail.url, from: 'repere@repere.example' },
      },
    });
    const found = service.app.get(Qualifications).curriculum.find(({ roles }) => roles.includes('TS'));
    if (!found) throw new Error('no item');
    item = found;
    const today = Math.floor(Date.now() / DAY);
    const days = Array.from({ length: 2000 }, (_, n) => isoDay(today - n));
    soon = days.findLast((day) => weekOf(Date.parse(endsSoonFrom(item, day))) === weekOf(Date.now())) ?? '';
    supervisor = await hire('supervisor', 'North');
    await hire('supervisor', 'South');
  });
  beforeEach(() => {
    mail.mails.length = 0;
  });
  afterAll(async () => {
    await service.stop();
    await mail.stop();
  });

  async function hire(role: 'caseworker' | 'supervisor', team: string): Promise<SignedInClient> {
    const who = await service.signIn({ roles: [role], teams: [team] });
    await giveAddress(service, who.id, `${who.login}@service.example`);
    return who;
  }
  /** A certificate of this person, of that day. */
  const give = ({ id }: SignedInClient, on: string, cameIn = YEAR_AGO, version = '1.0.0'): Promise<string> =>
    service.asSeed(async ({ manager }) => {
      const made = randomUUID();
      await CERTIFICATES_SQL.insert.first(manager, [
        ...[made, id, 'Zoé Exemple', 'caseworker', item.scenarios[0] ?? 'any', '{"fr":"Nuit","en":"Night"}'],
        ...[JSON.stringify([{ protocol: item.protocol, version, hash: '' }]), on, 'Lundi', 'Tom'],
        ...['repere/training/x/0', Buffer.alloc(32), supervisor.id, cameIn, null],
      ]);
      return made;
    });
  /** The week ends: what it has to tell of is told. */
  async function endWeek(): Promise<void> {
    const subject = subjectOfWeek(weekOf(Date.now()));
    await service.asSeed(() => service.app.get(Jobs).addJob(RENEWALS, subject));
    // One that was asked for already waits for its day.
    await service.query(`UPDATE job SET run_at = now() WHERE subject = $1 AND state = 'waiting'`, [subject]);
    await sendMails(service);
    await sendMails(service);
  }
  const toldTo = (subject: string): readonly string[] =>
    mail.mails.filter((it) => it.subject === subject).map(({ to }) => String(to));

  it('goes once to the person and to who supervises in their teams, and names nobody', async () => {
    const [ending, renewed, withdrawn, closed, long] = [
      await hire('caseworker', 'North'),
      await hire('caseworker', 'North'),
      await hire('caseworker', 'North'),
      await hire('caseworker', 'North'),
      await hire('caseworker', 'North'),
    ];
    const today = isoDay(Math.floor(Date.now() / DAY));
    await give(ending, soon);
    await give(renewed, soon);
    await give(renewed, today, new Date());
    const gone = await give(withdrawn, soon);
    await service.asSeed(({ manager }) =>
      CERTIFICATES_SQL.withdraw(manager, [gone, supervisor.id, new Date(), 'other']),
    );
    await give(closed, soon);
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [closed.id]),
    );
    // It began to end long ago, and its week told of it.
    await give(long, isoDay(Math.floor(Date.parse(soon) / DAY) - 30));

    await endWeek();
    expect(toldTo(OWN)).toEqual([`${ending.login}@service.example`]);
    expect(toldTo(OF_TEAM)).toEqual([`${supervisor.login}@service.example`]);
    expect(JSON.stringify(mail.mails)).not.toMatch(/Zoé|Someone|https?:\/\//);
    mail.mails.length = 0;
    await endWeek();
    expect(mail.mails).toEqual([]);

    const { body } = await ending.client.get<RemindersDto>('/reminders');
    expect(body.renewals).toMatchObject([{ item: item.id, isOver: false }]);
    expect((await renewed.client.get<RemindersDto>('/reminders')).body.renewals).toEqual([]);
    const { body: matrix } = await supervisor.client.get<TrainingMatrixDto>('/training/certificates');
    const states = (id: string) =>
      matrix.people.find(({ accountId }) => accountId === id)?.standings.find((it) => it.item === item.id)
        ?.state;
    expect([states(ending.id), states(renewed.id), states(withdrawn.id)]).toEqual([
      ...(['ends-soon', 'up-to-date', 'never'] as const),
    ]);
  });

  it('says what has ended on the page, and tells of it no more', async () => {
    const over = await hire('caseworker', 'North');
    await give(over, '2020-01-31');
    await endWeek();
    expect(mail.mails).toEqual([]);
    const { body } = await over.client.get<RemindersDto>('/reminders');
    expect(body.renewals).toMatchObject([{ item: item.id, isOver: true }]);
  });

  // The last one: from here on another version is in force.
  it('tells of what a new version has ended, at the end of the week in which it did, once', async () => {
    // Nobody has anything, and all versions of before have been in force for long.
    await service.query(
      `BEGIN; SET LOCAL session_replication_role = replica; DELETE FROM training_certificate;
       UPDATE protocol_version SET in_force_from = now() - interval '300 days'; COMMIT`,
    );
    await service.query(`DELETE FROM job WHERE kind = '${RENEWALS}'`);
    const today = isoDay(Math.floor(Date.now() / DAY));
    const long = isoDay(Math.floor(Date.parse(today) / DAY) - 10);
    const held = await hire('caseworker', 'North');
    const lateAlready = await hire('caseworker', 'North');
    const newest = await hire('caseworker', 'North');
    await give(held, long);
    await give(lateAlready, '2020-01-31');
    await give(newest, long, new Date(), '2.0.0');
    expect((await held.client.get<RemindersDto>('/reminders')).body.renewals).toEqual([]);
    const known = service.app.get(ProtocolLibrary).documents.get(keyOf(item.protocol, '1.0.0'));
    if (!known) throw new Error('no such protocol');
    const { document, hash } = known;
    await service.asSeed(() =>
      service.app
        .get(VersionsRepository)
        .addVersion({ document: { ...document, version: '2.0.0' }, hash: `${hash.slice(1)}0`, files: {} }),
    );
    const asked = await service.query(`SELECT 1 FROM job WHERE kind = '${RENEWALS}' AND subject = $1`, [
      subjectOfWeek(weekOf(Date.now())),
    ]);
    expect(asked).toHaveLength(1);
    await endWeek();
    expect(toldTo(OWN)).toEqual([`${held.login}@service.example`]);
    expect(toldTo(OF_TEAM)).toEqual([`${supervisor.login}@service.example`]);
    expect((await held.client.get<RemindersDto>('/reminders')).body.renewals).toMatchObject([
      { item: item.id, isOver: true, isByVersion: true },
    ]);
    expect((await newest.client.get<RemindersDto>('/reminders')).body.renewals).toEqual([]);
    mail.mails.length = 0;
    await endWeek();
    expect(mail.mails).toEqual([]);
  });
});
