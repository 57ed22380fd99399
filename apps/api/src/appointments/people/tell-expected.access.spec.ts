import { randomUUID } from 'node:crypto';
import { giveAddress, sendMails } from '../../access/accounts/testing/mailed';
import { CaseClient } from '../../cases/testing/case-client';
import { ConferenceClient, NEXT_JUNE } from '../../conferences/testing/conference-client';
import { TestMailServer } from '../../testing/accounts/test-mail-server';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { AppointmentClient } from '../testing/appointment-client';

describe('a colleague who is expected at an appointment', () => {
  let mail: TestMailServer;
  let service: TestService;
  let worker: SignedInClient;
  let mate: SignedInClient;
  let caseFileId: string;
  beforeAll(async () => {
    mail = await TestMailServer.start();
    const route = { smtpUrl: mail.url, from: 'repere@repere.example' };
    service = await TestService.start({ configuration: { mail: route } });
    const hired = (name: string) => service.signIn({ roles: ['caseworker'], teams: ['North'], name });
    [worker, mate] = [await hired('Léa Nord'), await hired('Max Nord')];
    await giveAddress(service, worker.id, 'lea@north.example');
    await giveAddress(service, mate.id, 'max@north.example', 'en');
    caseFileId = (await new CaseClient(worker.client).opened()).id;
  });
  afterAll(async () => {
    await service.stop();
    await mail.stop();
  });

  /** To whom mails left since it was asked last. */
  let before = 0;
  const told = async (): Promise<readonly string[]> => {
    await sendMails(service);
    const mails = mail.mails.slice(before);
    before = mail.mails.length;
    for (const { subject, text } of mails) {
      expect(subject).toBe('Repère: your calendar has changed');
      expect(text).not.toMatch(/Léa|Max|North|RP-|http|2\d:|\d{4}/);
    }
    return mails.map(({ to }) => String(to));
  };
  const MAX = ['max@north.example'];

  it('is told that they go along, that it was moved, and that they do not any more; of a place that changed, nothing', async () => {
    const client = new AppointmentClient(worker.client, caseFileId);
    const id = await client.planned({ escortId: mate.id });
    expect(await told()).toEqual(MAX);
    expect((await client.changeAppointment(id, { escortId: mate.id, place: 'Porte B' })).status).toBe(204);
    expect(await told()).toEqual([]);
    const moved = { escortId: mate.id, place: 'Porte B', hour: '16:40', version: 2 };
    expect((await client.changeAppointment(id, moved)).status).toBe(204);
    expect(await told()).toEqual(MAX);
    // Whoever says that they go themselves knows it; who went before does not.
    expect((await client.changeAppointment(id, { ...moved, escortId: worker.id, version: 3 })).status).toBe(
      204,
    );
    expect(await told()).toEqual(MAX);
    expect((await client.endAppointment(id, { version: 4 })).status).toBe(204);
    expect(await told()).toEqual([]);
  });

  it('is told once of what changed while a mail waits, and of nothing once they are kept away', async () => {
    const client = new AppointmentClient(worker.client, caseFileId);
    const id = await client.planned({ escortId: mate.id });
    const move = (hour: string, version: number) =>
      client.changeAppointment(id, { escortId: mate.id, hour, version });
    for (const [at, hour] of ['10:10', '11:10', '12:10'].entries())
      expect((await move(hour, at + 1)).status).toBe(204);
    expect(await told()).toEqual(MAX);
    const conflict = { words: 'C’est ma nièce.' };
    const path = `/case-files/${caseFileId}/conflicts`;
    const declared = await mate.client.post(path, conflict, { 'Idempotency-Key': randomUUID() });
    expect(declared.status).toBe(204);
    expect((await move('13:10', 4)).status).toBe(204);
    expect((await client.endAppointment(id, { version: 5 })).status).toBe(204);
    expect(await told()).toEqual([]);
    await service.pastTriggers('DELETE FROM recusal');
  });

  it('is told that they are invited to a conference, once, and that it does not take place', async () => {
    const conferences = new ConferenceClient(worker.client, caseFileId);
    const id = await conferences.planned({ memberIds: [worker.id, mate.id], when: { day: NEXT_JUNE } });
    expect(await told()).toEqual(MAX);
    const client = new AppointmentClient(worker.client, caseFileId);
    const { appointment } = await client.readAppointment(id);
    expect((await client.endAppointment(id, { version: appointment.version })).status).toBe(204);
    expect(await told()).toEqual(MAX);
    // Of one that was held before it was noted, nobody is told.
    await conferences.planned({ memberIds: [mate.id] });
    expect(await told()).toEqual([]);
  });
});
