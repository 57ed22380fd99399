import { randomUUID } from 'node:crypto';
import { CaseClient } from '../cases/testing/case-client';
import { type SignedInClient, TestService } from '../testing/test-service';
import type { ClashDto } from '../cases/next-appointment/appointment-outline.dto';
import type { AppointmentDto } from './appointments.dto';
import { AppointmentClient } from './testing/appointment-client';

const YEAR = new Date().getUTCFullYear() + 1;
const day = (monthAndDay: string): string => `${String(YEAR)}-${monthAndDay}`;
const CHILD = { languages: ['fr'] };

describe('appointments', () => {
  let service: TestService;
  let worker: SignedInClient;
  let client: AppointmentClient;
  beforeAll(async () => {
    service = await TestService.start();
  });
  beforeEach(async () => {
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    client = await another();
  });
  afterAll(() => service.stop());

  const another = async (who = worker): Promise<AppointmentClient> =>
    new AppointmentClient(who.client, (await new CaseClient(who.client).opened({ child: CHILD })).id);
  const shown = async (id: string): Promise<AppointmentDto> => (await client.readAppointment(id)).appointment;
  const fieldsOf = async (answer: Promise<{ readonly status: number; readonly body: object }>) => {
    const { status, body } = await answer;
    const { reasons = [] } = body as { readonly reasons?: readonly { readonly field?: string }[] };
    return [status, ...reasons.map(({ field }) => field)];
  };

  it('are told as they were said, and name what nobody has settled', async () => {
    const id = await client.planned({
      ...{ kind: 'confrontation', place: 'UAPED', withWhom: 'Mme Roux', told: 'not-yet', interpreter: 'yes' },
      language: 'roumain',
    });
    expect(await shown(id)).toMatchObject({
      ...{ day: day('06-10'), hour: '09:00', state: 'planned', place: 'UAPED', language: 'roumain' },
      ...{ third: 'not-settled', thirdWords: null, version: 1 },
      missing: ['third-person', 'escort', 'interpreter-not-found', 'told'],
    });
    const settled = await client.changeAppointment(id, {
      ...{ kind: 'confrontation', third: 'named', thirdWords: 'Sa tante', escortId: worker.id },
      ...{ interpreter: 'yes', interpreterFound: 'yes' },
    });
    expect(settled.status).toBe(204);
    expect(await shown(id)).toMatchObject({
      ...{ missing: [], thirdWords: 'Sa tante', escortAccount: { id: worker.id }, state: 'planned' },
    });
  });

  it('ask for an interpreter where the child’s languages need one, whatever was said', async () => {
    const { id: caseFileId } = await new CaseClient(worker.client).opened({ child: { languages: ['ro'] } });
    client = new AppointmentClient(worker.client, caseFileId);
    const id = await client.planned({ escort: 'Sa tante', interpreter: 'no' });
    expect((await shown(id)).missing).toEqual(['interpreter']);
  });

  it('keep what was said before a move, and say that they were moved', async () => {
    const id = await client.planned({ hour: '09:00' });
    await client.changeAppointment(id, { day: day('06-11'), hour: '14:30' });
    const { appointment: now, earlier } = await client.readAppointment(id);
    expect(now).toMatchObject({ state: 'moved', day: day('06-11'), hour: '14:30', version: 2 });
    expect(earlier).toMatchObject([{ state: 'planned', day: day('06-10'), hour: '09:00', version: 1 }]);
    // A correction of what was moved is none that moves it back.
    await client.changeAppointment(id, {
      ...{ day: day('06-11'), hour: '14:30', version: 2 },
      notes: 'Salle 2',
    });
    expect(await shown(id)).toMatchObject({ state: 'moved', notes: 'Salle 2', version: 3 });
  });

  it('are cancelled with a reason, held once they were due, and go to what is past', async () => {
    const [held, cancelled] = [await client.planned({ day: '2025-06-10' }), await client.planned()];
    expect(await fieldsOf(client.endAppointment(held, { reason: undefined }))).toEqual([422, 'reason']);
    expect(
      (await client.endAppointment(held, { state: 'held', words: 'Bien.', reason: undefined })).status,
    ).toBe(204);
    expect(await fieldsOf(client.endAppointment(cancelled, { state: 'held' }))).toEqual([422, 'state']);
    expect((await client.endAppointment(cancelled)).status).toBe(204);
    expect(await client.listAppointments()).toMatchObject({
      next: [],
      past: [
        { id: cancelled, state: 'cancelled', reason: 'authority' },
        { id: held, state: 'held', outcome: 'Bien.', reason: null },
      ],
    });
    // What became of it was said by mistake: it is said anew, and nothing is lost.
    await client.endAppointment(held, { state: 'missed-by-service', version: 2 });
    expect((await client.readAppointment(held)).earlier.map(({ state }) => state)).toEqual([
      'held',
      'planned',
    ]);
  });

  it('are refused by the field that is wrong', async () => {
    const plan = (change: object) => fieldsOf(client.planAppointment(change));
    expect(await plan({ day: '2026-02-30' })).toEqual([400, 'day']);
    expect(await plan({ day: '3026-02-03' })).toEqual([422, 'day']);
    expect(await plan({ day: '1026-02-03' })).toEqual([422, 'day']);
    expect(await plan({ hour: '24:00' })).toEqual([400, 'hour']);
    expect(await plan({ minutes: 0 })).toEqual([400, 'minutes']);
    expect(await plan({ kind: 'interrogatoire' })).toEqual([400, 'kind']);
    expect(await plan({ place: 'x'.repeat(301) })).toEqual([400, 'place']);
    expect(await plan({ kind: 'transport', from: 'x'.repeat(301) })).toEqual([400, 'from']);
    expect(await plan({ kind: 'transport', from: ['Gare'] })).toEqual([400, 'from']);
    expect(await plan({ kind: 'medical', from: 'Gare' })).toEqual([422, 'from']);
    expect(await plan({ notes: '\u202E' })).toEqual([400, 'notes']);
    expect(await plan({ third: 'named' })).toEqual([422, 'thirdWords']);
    expect(await plan({ third: 'by-decision' })).toEqual([422, 'thirdWords']);
    expect(await plan({ kind: 'medical', thirdWords: 'Sa tante' })).toEqual([422, 'thirdWords']);
    expect(await plan({ third: 'not-settled', thirdWords: 'Sa tante' })).toEqual([422, 'thirdWords']);
    expect(await plan({ interpreter: 'no', interpreterFound: 'yes' })).toEqual([422, 'interpreterFound']);
    expect(await plan({ escortId: randomUUID() })).toEqual([400, 'escortId']);
    const outsider = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect(await plan({ escortId: outsider.id })).toEqual([400, 'escortId']);
  });

  it('name nobody as escort who must stay away from the child', async () => {
    const away = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const conflict = { words: 'Je connais la famille.' };
    await away.client.post(`/case-files/${client.caseFileId}/conflicts`, conflict, {
      'Idempotency-Key': randomUUID(),
    });
    const { escorts } = await client.listAppointments();
    const kept = escorts.some(({ id }) => id === away.id);
    const { status } = await client.planAppointment({ escortId: away.id });
    expect([kept, status]).toEqual([false, 422]);
  });

  it('stand for what was read: twelve who change the same one at once make one change', async () => {
    const id = await client.planned();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => client.changeAppointment(id, { notes: `Salle ${String(at)}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      204,
      ...Array.from({ length: 11 }, () => 422),
    ]);
    expect((await shown(id)).version).toBe(2);
  });

  it('are at the same hour of the clock before and after clocks change; there is none that they skip', async () => {
    const [before, after] = [
      await client.planned({ day: '2027-03-27' }),
      await client.planned({ day: '2027-03-28' }),
    ];
    expect([(await shown(before)).hour, (await shown(after)).hour]).toEqual(['09:00', '09:00']);
    const [{ hours } = { hours: 0 }] = await service.query<{ hours: number }>(
      `SELECT (extract(epoch FROM b.starts_at - a.starts_at) / 3600)::int AS hours FROM appointment a, appointment b
        WHERE a.id = $1 AND b.id = $2`,
      [before, after],
    );
    expect(hours).toBe(23);
    expect(await fieldsOf(client.planAppointment({ day: '2027-03-28', hour: '02:30' }))).toEqual([
      422,
      'hour',
    ]);
    const repeated = await client.planned({ day: '2027-10-31', hour: '02:30' });
    expect(await shown(repeated)).toMatchObject({ day: '2027-10-31', hour: '02:30' });
  });

  it('are on their day alone where no hour is known', async () => {
    const id = await client.planned({ hour: undefined, escort: 'Sa tante' });
    expect(await shown(id)).toMatchObject({ day: day('06-10'), hour: null, missing: ['hour'] });
  });

  describe('in the way of each other', () => {
    const clashes = async (of: AppointmentClient, id: string): Promise<readonly ClashDto[]> =>
      (await of.readAppointment(id)).appointment.clashes;

    it('are two of the child at one hour, until one is cancelled', async () => {
      const [first, second] = [
        await client.planned({ minutes: 90 }),
        await client.planned({ hour: '10:00' }),
      ];
      for (const id of [first, second])
        expect(await clashes(client, id)).toEqual([{ kind: 'child', isSure: true }]);
      await client.endAppointment(second);
      expect(await clashes(client, first)).toEqual([]);
    });

    it('are two of who goes along, with nothing told of the other child', async () => {
      const other = await another();
      const there = await other.planned({ escortId: worker.id, place: 'Rue des Lilas' });
      const here = await client.planned({ escortId: worker.id });
      expect(await clashes(client, here)).toEqual([{ kind: 'escort', isSure: true }]);
      expect(await clashes(other, there)).toEqual([{ kind: 'escort', isSure: true }]);
      expect(JSON.stringify(await client.listAppointments())).not.toContain(other.caseFileId);
    });

    it('are two to which the reader goes: named for one, leading the child of another that names nobody', async () => {
      const other = await another();
      const theDay = day('05-04');
      const there = await other.planned({ day: theDay });
      const here = await client.planned({ day: theDay });
      expect(await clashes(client, here)).toEqual([{ kind: 'reader', isSure: false }]);
      expect(await clashes(other, there)).toEqual([{ kind: 'reader', isSure: false }]);
      // A colleague is not expected where they neither lead nor were named; who is named elsewhere is in nobody’s way.
      const mate = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
      expect(await clashes(new AppointmentClient(mate.client, client.caseFileId), here)).toEqual([]);
      await other.changeAppointment(there, { day: theDay, escort: 'Une éducatrice du foyer' });
      expect(await clashes(client, here)).toEqual([]);
    });

    it('are found from no case that the reader does not see', async () => {
      const both = await service.signIn({ roles: ['caseworker'], teams: ['North', 'South'] });
      const south = await another(await service.signIn({ roles: ['caseworker'], teams: ['South'] }));
      await south.planned({ escortId: both.id });
      const here = await client.planned({ escortId: both.id });
      expect(await clashes(client, here)).toEqual([]);
      expect(await clashes(new AppointmentClient(both.client, client.caseFileId), here)).toHaveLength(1);
    });

    it('are one of somebody who is away', async () => {
      const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
      const standIn = await service.hire({ roles: ['caseworker'], teams: ['North'] });
      const at = new Date(Date.now() + 20 * 86_400_000);
      const absence = { absentId: worker.id, substituteId: standIn.id, from: at.toISOString() };
      const until = new Date(at.getTime() + 3 * 86_400_000).toISOString();
      const { status } = await supervisor.client.post(
        '/substitutions',
        { ...absence, until },
        {
          'Idempotency-Key': randomUUID(),
        },
      );
      expect(status).toBe(201);
      const inside = new Date(at.getTime() + 86_400_000).toISOString().slice(0, 10);
      const id = await client.planned({ escortId: worker.id, day: inside });
      expect(await clashes(client, id)).toEqual([{ kind: 'away', isSure: true }]);
      expect(await clashes(client, await client.planned({ escortId: worker.id }))).toEqual([]);
    });
  });

  describe('of somebody', () => {
    it('are those of children whom they follow or go along with, page by page, the next first', async () => {
      const colleague = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
      const theirs = await another(colleague);
      for (let at = 0; at < 21; at++) await client.planned({ hour: `${String(at).padStart(2, '0')}:00` });
      const along = await theirs.planned({ day: day('06-09'), escortId: worker.id });
      const alone = await theirs.planned({ day: day('06-08') });
      const first = await client.listOwn();
      expect(first.items).toHaveLength(20);
      expect(first.items[0]).toMatchObject({ id: along, isEscort: true, caseFileId: theirs.caseFileId });
      const second = await client.listOwn(first.next ?? undefined);
      expect([second.items.length, second.next]).toEqual([2, null]);
      const ids = [...first.items, ...second.items].map(({ id }) => id);
      expect([new Set(ids).size, ids.includes(alone)]).toEqual([22, false]);
      expect((await worker.client.get('/appointments?cursor=x')).status).toBe(400);
    });

    it('are what stands and is to come: nothing that is over, was cancelled, or is said otherwise since', async () => {
      const [gone, moved] = [await client.planned(), await client.planned()];
      await client.planned({ day: '2025-06-10' });
      await client.endAppointment(gone);
      await client.changeAppointment(moved, { day: day('07-01') });
      const { items } = await client.listOwn();
      expect(items).toMatchObject([{ id: moved, day: day('07-01'), state: 'moved' }]);
    });
  });

  it('of a hearing say which one it would be: as the case’s list has them, and at least those that took place here', async () => {
    const hearing = await client.planned({
      kind: 'confrontation',
      day: '2025-06-10',
      third: 'named',
      thirdWords: 'Ada',
    });
    await client.endAppointment(hearing, { state: 'held', reason: undefined });
    const [first, second] = [
      await client.planned({ kind: 'confrontation', whyAgain: 'Il nie, elle a accepté.' }),
      await client.planned({ kind: 'confrontation', hour: '15:00', whyAgain: 'Elle veut ajouter un fait.' }),
    ];
    expect((await client.listAppointments()).hearings).toEqual({
      ...{ count: 1, isComplete: false },
      next: [
        { id: first, nth: 2, isRepeat: 'yes', isJustified: true },
        { id: second, nth: 3, isRepeat: 'yes', isJustified: true },
      ],
    });
  });

  it('of a child who is heard again says why, but for one whose day has come: nothing holds that up, and it shows', async () => {
    const plan = (change: object) => fieldsOf(client.planAppointment(change));
    const hearing = { kind: 'confrontation' } as const;
    expect(await plan({ ...hearing, kind: 'medical', whyAgain: 'Encore' })).toEqual([422, 'whyAgain']);
    expect(await plan({ ...hearing, whyAgain: 'x'.repeat(501) })).toEqual([400, 'whyAgain']);
    // The first, of which nobody knows whether it is.
    const first = await client.planned({ ...hearing, day: day('05-01') });
    expect(await plan({ ...hearing, day: day('06-01') })).toEqual([422, 'whyAgain']);
    const again = await client.planned({
      ...{ ...hearing, day: day('06-01') },
      whyAgain: 'Nouveaux faits dits au foyer.',
    });
    expect(await shown(again)).toMatchObject({ whyAgain: 'Nouveaux faits dits au foyer.' });
    const now = await client.planned({ ...hearing, day: '2025-06-10' });
    // The supervisor sees of which nobody said why.
    const { hearings } = await client.listAppointments();
    expect(hearings?.next).toMatchObject([
      { id: now, nth: 1, isRepeat: 'unknown', isJustified: false },
      { id: first, nth: 2, isRepeat: 'yes', isJustified: false },
      { id: again, nth: 3, isRepeat: 'yes', isJustified: true },
    ]);
    // Moved, the one that nobody justified says why as well.
    expect(await fieldsOf(client.changeAppointment(first, { ...hearing, day: day('05-02') }))).toEqual([
      422,
      'whyAgain',
    ]);
  });

  it('that took place are moved to no day to come', async () => {
    const id = await client.planned({ day: '2025-03-04' });
    expect((await client.endAppointment(id, { state: 'held', reason: undefined })).status).toBe(204);
    expect(await fieldsOf(client.changeAppointment(id, { version: 2 }))).toEqual([422, 'day']);
    expect((await client.changeAppointment(id, { version: 2, day: '2025-03-05' })).status).toBe(204);
    expect((await shown(id)).state).toBe('held');
  });
});
