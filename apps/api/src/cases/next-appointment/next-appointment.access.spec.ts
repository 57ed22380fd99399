import { randomUUID } from 'node:crypto';
import { AppointmentClient } from '../../appointments/testing/appointment-client';
import { openMission } from '../../audit/bundle/testing/open-mission';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { CasePageDto } from '../page/case-file.dto';
import { CaseClient } from '../testing/case-client';
import type { AppointmentOutlineDto } from './appointment-outline.dto';

const YEAR = new Date().getUTCFullYear() + 1;
const day = (monthAndDay: string): string => `${String(YEAR)}-${monthAndDay}`;
/** The day in Paris, and the hour that it is there. */
const inParis = (at: number): readonly [day: string, hour: string] => {
  const parts = new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).split(' ');
  return [parts[0] ?? '', (parts[1] ?? '').slice(0, 5)];
};

describe('the next appointment on the page of a case', () => {
  let service: TestService;
  let worker: SignedInClient;
  let client: AppointmentClient;
  let reference: string;
  beforeAll(async () => {
    service = await TestService.start();
  });
  beforeEach(async () => {
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const opened = await new CaseClient(worker.client).opened({ child: { languages: ['ro'] } });
    client = new AppointmentClient(worker.client, opened.id);
    ({ reference } = opened);
  });
  afterAll(() => service.stop());

  const shown = async (who = worker): Promise<AppointmentOutlineDto | null> => {
    const { status, body } = await who.client.get<CasePageDto>(`/case-files/${client.caseFileId}/page`);
    expect(status).toBe(200);
    return body.caseFile.nextAppointment;
  };

  it('is the first that stands and is to come, with what nobody has settled', async () => {
    expect(await shown()).toBeNull();
    await client.planned({ day: '2025-06-10' });
    expect(await shown()).toBeNull();
    const [later, first] = [
      await client.planned(),
      await client.planned({ day: day('06-09'), kind: 'confrontation' }),
    ];
    expect(await shown()).toMatchObject({
      ...{ id: first, kind: 'confrontation', day: day('06-09'), hour: '09:00', clashes: [] },
      missing: ['third-person', 'escort', 'interpreter'],
    });
    // What is said anew of one is not there twice.
    await client.changeAppointment(first, { kind: 'confrontation', day: day('07-01') });
    expect(await shown()).toMatchObject({ id: later });
    await client.endAppointment(later);
    expect(await shown()).toMatchObject({ id: first, state: 'moved', day: day('07-01') });
  });

  it('is one that has begun, as long as it may last, and one of today without an hour', async () => {
    const [today, hour] = inParis(Date.now() - 20 * 60_000);
    const now = await client.planned({ day: today, hour });
    expect(await shown()).toMatchObject({ id: now });
    await client.changeAppointment(now, { day: today, hour, minutes: 10 });
    expect(await shown()).toBeNull();
    const [wholeDay] = inParis(Date.now());
    const unsure = await client.planned({ day: wholeDay, hour: undefined });
    expect(await shown()).toMatchObject({ id: unsure, hour: null });
  });

  it('says what the calendar of the case says, of what is in its way as well', async () => {
    const other = new AppointmentClient(
      worker.client,
      (await new CaseClient(worker.client).opened({ child: { languages: ['fr'] } })).id,
    );
    await other.planned({ escortId: worker.id, place: 'Rue des Lilas' });
    await client.planned({ escortId: worker.id });
    await client.planned({ hour: '09:30' });
    const next = await shown();
    const { next: listed } = await client.listAppointments();
    expect(next?.clashes).toEqual(
      expect.arrayContaining([
        { kind: 'child', isSure: true },
        { kind: 'escort', isSure: true },
      ]),
    );
    expect(listed[0]).toMatchObject({ ...next });
    expect(JSON.stringify(next)).not.toContain(other.caseFileId);
  });

  it('names nobody’s leave but that of who goes along', async () => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const standIn = await service.hire({ roles: ['caseworker'], teams: ['North'] });
    const at = Date.now() + 20 * 86_400_000;
    const absence = { absentId: worker.id, substituteId: standIn.id, from: new Date(at).toISOString() };
    const until = new Date(at + 3 * 86_400_000).toISOString();
    await supervisor.client.post(
      '/substitutions',
      { ...absence, until },
      { 'Idempotency-Key': randomUUID() },
    );
    const inside = new Date(at + 86_400_000).toISOString().slice(0, 10);
    const id = await client.planned({ day: inside });
    expect((await shown())?.clashes).toEqual([]);
    await client.changeAppointment(id, { day: inside, escortId: worker.id });
    expect((await shown())?.clashes).toEqual([{ kind: 'away', isSure: true }]);
  });

  it('is shown to who reads the calendar, as it is there, and to nobody else', async () => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const auditor = await service.signIn({ roles: ['auditor'] });
    await openMission(service, {
      ...{
        team: 'North',
        supervisorId: supervisor.id,
        auditorId: auditor.id,
        caseFileIds: [client.caseFileId],
      },
    });
    const night = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const partner = await service.signIn({ roles: ['partner'], teams: ['Hospital'] });
    const asked = {
      reason: 'child-present',
      words: 'L’enfant est devant moi, il est 2 h du matin.',
      reference,
    };
    await night.client.post('/break-glass', asked, { 'Idempotency-Key': randomUUID() });
    await client.planned({ interpreter: 'no', place: 'Foyer des Lilas', withWhom: 'Mme Roux' });
    for (const who of [worker, supervisor, auditor, night]) {
      const [listed] = (await new AppointmentClient(who.client, client.caseFileId).listAppointments()).next;
      const next = await shown(who);
      expect(listed).toMatchObject({ ...next });
      expect(JSON.stringify(next)).not.toMatch(/Lilas|Roux/);
    }
    // That the child needs an interpreter tells their language: only to who may know it.
    expect((await shown())?.missing).toContain('interpreter');
    // Whom a circle keeps out may be whom the child fears: the hour stays untold, as in the calendar, but what they plan themselves.
    const outside = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const circle = {
      reason: 'threat',
      words: 'Un collègue est de la famille.',
      circle: [worker.id, supervisor.id],
    };
    await supervisor.client.put(`/case-files/${client.caseFileId}/restriction`, circle, {
      'Idempotency-Key': randomUUID(),
    });
    await outside.client.post('/break-glass', asked, { 'Idempotency-Key': randomUUID() });
    const seen = new AppointmentClient(outside.client, client.caseFileId);
    expect([await shown(outside), (await seen.listAppointments()).next]).toEqual([null, []]);
    expect(await shown()).not.toBeNull();
    const own = await seen.planned({ kind: 'transport', day: day('01-02') });
    expect(await shown(outside)).toMatchObject({ id: own });
    for (const who of [stranger, partner])
      expect((await who.client.get(`/case-files/${client.caseFileId}/page`)).status).toBe(404);
  });
});
