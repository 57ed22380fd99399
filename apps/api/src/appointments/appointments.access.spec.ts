import { randomUUID } from 'node:crypto';
import { Controller, Module } from '@nestjs/common';
import { openMission } from '../audit/bundle/testing/open-mission';
import { CaseClient } from '../cases/testing/case-client';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { trySql } from '../testing/database/try-sql';
import { ProbeRoute } from '../testing/probe-route';
import { type SignedInClient, TestService } from '../testing/test-service';
import { AppointmentClient } from './testing/appointment-client';

/** Asks the database past every guard, as who is signed in. */
@Controller('appointments-probe')
class AppointmentsProbe {
  constructor(private readonly unit: UnitOfWork) {}

  @ProbeRoute('GET count', 'appointment.own', { isUnrecorded: true })
  async count(): Promise<unknown> {
    const [{ n }] = (await this.unit.manager.query('SELECT count(*)::int AS n FROM appointment')) as [
      { readonly n: number },
    ];
    return { said: n };
  }

  /** In somebody else's name. */
  @ProbeRoute('GET forge', 'appointment.own', { isUnrecorded: true })
  forge(): Promise<unknown> {
    return trySql(
      this.unit.manager,
      `INSERT INTO appointment (id, appointment_id, version, case_file_id, team_id, kind, state, starts_at,
        is_whole_day, has_escort, interpreter, interpreter_found, told, at, by_id, key_id, content)
      SELECT gen_random_uuid(), appointment_id, 99, case_file_id, team_id, kind, 'planned', starts_at, is_whole_day, has_escort,
             interpreter, interpreter_found, told, at, (SELECT id FROM account WHERE id <> app_account() LIMIT 1), key_id, content
        FROM appointment WHERE state = 'planned' LIMIT 1`,
    );
  }

  @ProbeRoute('GET rewrite', 'appointment.own', { isUnrecorded: true })
  rewrite(): Promise<unknown> {
    return trySql(this.unit.manager, 'UPDATE appointment SET version = 98');
  }

  @ProbeRoute('GET forget', 'appointment.own', { isUnrecorded: true })
  forget(): Promise<unknown> {
    return trySql(this.unit.manager, 'DELETE FROM appointment');
  }
}

@Module({ controllers: [AppointmentsProbe] })
class AppointmentsProbeModule {}

describe('the appointments of a case', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let caseFileId: string;
  let reference: string;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start({ modules: [AppointmentsProbeModule] });
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    ({ id: caseFileId, reference } = await new CaseClient(worker.client).opened());
    id = await of(worker).planned({ place: 'Foyer des Lilas', withWhom: 'Mme Roux', escort: 'Sa tante' });
  });
  afterAll(() => service.stop());

  const of = ({ client }: SignedInClient) => new AppointmentClient(client, caseFileId);

  it('are planned, changed and ended by who works on it', async () => {
    const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const own = await of(colleague).planned();
    expect((await of(worker).changeAppointment(own, { hour: '10:00' })).status).toBe(204);
    expect((await of(supervisor).endAppointment(own, { version: 2 })).status).toBe(204);
    expect((await of(colleague).listAppointments()).past.map((it) => it.id)).toContain(own);
  });

  it('are not there for a stranger, nor for a partner', async () => {
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const partner = await service.signIn({ roles: ['partner'], teams: ['Hospital'] });
    for (const who of [stranger, partner]) {
      expect((await who.client.get(`/case-files/${caseFileId}/appointments`)).status).toBe(404);
      expect((await who.client.get(`/case-files/${caseFileId}/appointments/${id}`)).status).toBe(404);
      expect((await of(who).planAppointment()).status).toBe(404);
      expect((await of(who).changeAppointment(id)).status).toBe(404);
      expect((await of(who).endAppointment(id)).status).toBe(404);
    }
    expect((await of(stranger).listOwn()).items).toEqual([]);
    expect((await partner.client.get('/appointments')).status).toBe(403);
  });

  it('are not those of another case', async () => {
    const other = await new CaseClient(worker.client).opened();
    const there = new AppointmentClient(worker.client, other.id);
    expect((await there.changeAppointment(id)).status).toBe(404);
    expect((await there.endAppointment(id)).status).toBe(404);
    expect((await worker.client.get(`/case-files/${other.id}/appointments/${id}`)).status).toBe(404);
  });

  it('tell an auditor neither where nor, and are changed by none', async () => {
    const auditor = await service.signIn({ roles: ['auditor'] });
    await openMission(service, {
      ...{ team: 'North', supervisorId: supervisor.id, auditorId: auditor.id, caseFileIds: [caseFileId] },
    });
    const page = await of(auditor).listAppointments();
    expect(page).toMatchObject({ mayWrite: false, escorts: [] });
    expect(page.next.find((it) => it.id === id)).toMatchObject({
      place: { redacted: true },
      escort: 'Sa tante',
    });
    expect((await of(auditor).planAppointment()).status).toBe(403);
    expect((await of(auditor).endAppointment(id)).status).toBe(403);
  });

  it('are planned in an emergency, which is not told where the child goes', async () => {
    const night = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const asked = {
      reason: 'child-present',
      words: 'L’enfant est devant moi, il est 2 h du matin.',
      reference,
    };
    await night.client.post('/break-glass', asked, { 'Idempotency-Key': randomUUID() });
    const own = await of(night).planned({ kind: 'transport' });
    const { next } = await of(night).listAppointments();
    expect(next.map((it) => it.id)).toEqual(expect.arrayContaining([id, own]));
    expect(next.find((it) => it.id === id)).toMatchObject({ place: { redacted: true } });
    // What they were not shown stays when they correct the rest.
    expect((await of(night).changeAppointment(id, { hour: '11:00', escort: 'Sa tante' })).status).toBe(204);
    expect((await of(worker).readAppointment(id)).appointment).toMatchObject({
      ...{ place: 'Foyer des Lilas', withWhom: null, hour: '11:00', state: 'moved' },
    });
  });

  it('tell where a journey begins to who sees places alone, and keep it when the rest is changed', async () => {
    const journey = { kind: 'transport', from: 'Gare du Nord', place: 'Foyer des Lilas' } as const;
    const own = await of(worker).planned(journey);
    expect((await of(worker).readAppointment(own)).appointment).toMatchObject(journey);
    const night = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const asked = { reason: 'child-present', words: 'L’enfant est devant moi.', reference };
    await night.client.post('/break-glass', asked, { 'Idempotency-Key': randomUUID() });
    const seen = (await of(night).readAppointment(own)).appointment;
    expect(seen).toMatchObject({ from: { redacted: true }, place: { redacted: true } });
    expect((await of(night).changeAppointment(own, { kind: 'transport', hour: '11:00' })).status).toBe(204);
    expect((await of(worker).readAppointment(own)).appointment).toMatchObject({ ...journey, hour: '11:00' });
    // What is no journey any more begins nowhere.
    expect(
      (await of(worker).changeAppointment(own, { kind: 'meeting', place: 'Bureau', version: 2 })).status,
    ).toBe(204);
    expect((await of(worker).readAppointment(own)).appointment).toMatchObject({
      from: null,
      place: 'Bureau',
    });
  });

  it('are not even told by their hour to whom a circle keeps out: they may be whom the child fears', async () => {
    const child = { calledName: 'Luge' };
    const file = await new CaseClient(worker.client).opened({ child });
    const theirs = new AppointmentClient(worker.client, file.id);
    const hearing = await theirs.planned({ kind: 'confrontation' });
    const outside = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const circle = {
      reason: 'threat',
      words: 'Un collègue est de la famille.',
      circle: [worker.id, supervisor.id],
    };
    const asked = { reason: 'child-present', words: 'Elle est devant moi.', reference: file.reference };
    const key = () => ({ 'Idempotency-Key': randomUUID() });
    const restricted = await supervisor.client.put(`/case-files/${file.id}/restriction`, circle, key());
    expect(restricted.status).toBe(204);
    await outside.client.post('/break-glass', asked, key());
    const seen = new AppointmentClient(outside.client, file.id);
    expect(await seen.listAppointments()).toMatchObject({ next: [], past: [], hearings: null, hidden: 1 });
    expect((await outside.client.get(`/case-files/${file.id}/appointments/${hearing}`)).status).toBe(404);
    expect((await seen.changeAppointment(hearing, { hour: '11:00' })).status).toBe(404);
    expect((await seen.endAppointment(hearing)).status).toBe(404);
    // What they plan for the child before them, they see.
    const own = await seen.planned({ kind: 'transport' });
    expect((await seen.listAppointments()).next.map((it) => it.id)).toEqual([own]);
    expect(await theirs.listAppointments()).toMatchObject({ hidden: 0 });
  });

  it('are rows that nobody reads or writes in SQL without a right of their own', async () => {
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    const tried = async ({ client }: SignedInClient, what: string) =>
      (await client.get<{ readonly said: unknown }>(`/appointments-probe/${what}`)).body.said;
    expect(await tried(worker, 'count')).toBeGreaterThan(0);
    expect(await tried(stranger, 'count')).toBe(0);
    expect(await tried(worker, 'forge')).toMatch(/row-level security/);
    expect(await tried(worker, 'rewrite')).toMatch(/permission denied/);
    expect(await tried(worker, 'forget')).toMatch(/permission denied/);
  });
});
