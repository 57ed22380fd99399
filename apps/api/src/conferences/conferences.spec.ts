import { randomUUID } from 'node:crypto';
import type { WorklistDto } from '../cases/worklist/worklist.dto';
import { AppointmentClient } from '../appointments/testing/appointment-client';
import { LeadClient } from '../cases/lead/testing/lead-client';
import { CaseClient } from '../cases/testing/case-client';
import { type SignedInClient, TestService } from '../testing/test-service';
import { action, ConferenceClient, NEXT_JUNE } from './testing/conference-client';

describe('case conferences', () => {
  let service: TestService;
  let worker: SignedInClient;
  let colleague: SignedInClient;
  let supervisor: SignedInClient;
  let client: ConferenceClient;
  beforeAll(async () => {
    service = await TestService.start();
  });
  beforeEach(async () => {
    const team = randomUUID();
    worker = await service.signIn({ roles: ['caseworker'], teams: [team], name: 'Camille' });
    colleague = await service.signIn({ roles: ['caseworker'], teams: [team], name: 'Sacha' });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: [team], name: 'Dominique' });
    client = new ConferenceClient(worker.client, (await new CaseClient(worker.client).opened()).id);
  });
  afterAll(() => service.stop());

  const as = (who: SignedInClient) => new ConferenceClient(who.client, client.caseFileId);
  const calendar = (who = worker) => new AppointmentClient(who.client, client.caseFileId);
  const fieldsOf = async (answer: Promise<{ readonly status: number; readonly body: object }>) => {
    const { status, body } = await answer;
    const { reasons = [] } = body as { readonly reasons?: readonly { readonly field?: string }[] };
    return [status, ...reasons.map(({ field }) => field)];
  };
  const codeOf = async (answer: Promise<{ readonly body: object }>) =>
    ((await answer).body as { readonly reasons?: readonly { readonly code: string }[] }).reasons?.[0]?.code;
  const day = async ({ client: http }: SignedInClient) =>
    (await http.get<WorklistDto>('/worklist')).body.items.filter(({ kind }) => kind === 'conference');

  it('stand in the calendar of the case and of who is invited, and move and are cancelled there', async () => {
    const id = await client.planned({
      memberIds: [colleague.id],
      when: { day: NEXT_JUNE, hour: '14:00', place: 'ASE' },
    });
    expect((await calendar().listAppointments()).next).toMatchObject([
      { id, kind: 'case-conference', hour: '14:00', place: 'ASE', missing: [] },
    ]);
    expect((await calendar(colleague).listOwn()).items.map((it) => it.id)).toContain(id);
    expect((await calendar(supervisor).listOwn()).items.map((it) => it.id)).not.toContain(id);
    const plan = { kind: 'case-conference', interpreter: 'unknown', day: NEXT_JUNE, hour: '15:00' } as const;
    expect((await calendar().changeAppointment(id, plan)).status).toBe(204);
    expect((await client.readConference(id)).appointment).toMatchObject({ hour: '15:00', state: 'moved' });
    expect(await fieldsOf(calendar().changeAppointment(id, { version: 2, kind: 'meeting' }))).toEqual([
      422,
      'kind',
    ]);
    await calendar().endAppointment(id, { version: 2 });
    expect(await codeOf(client.prepareConference(id))).toBe('cancelled');
    expect(await codeOf(client.writeMinutes(id))).toBe('cancelled');
  });

  it('propose what is open in the case, and keep what the planner kept', async () => {
    const { proposed, people } = await client.listConferences();
    expect(people.map(({ name }) => name)).toEqual(['Camille', 'Dominique', 'Sacha']);
    expect(proposed.length).toBeGreaterThan(0);
    const [first] = proposed;
    if (!first) throw new Error('nothing is open');
    const points = [
      { ground: first.ground, text: first.text.fr },
      { ground: 'own', text: 'Les vacances' },
    ] as const;
    const id = await client.planned({ points });
    expect((await client.readConference(id)).conference.points).toEqual(points);
    await client.prepareConference(id, { points: [points[1]], memberIds: [colleague.id], told: 'not-yet' });
    const page = await client.readConference(id);
    expect(page.conference).toMatchObject({
      version: 2,
      points: [points[1]],
      members: [{ name: 'Sacha', came: 'unsaid' }],
    });
    expect(page.appointment.told).toBe('not-yet');
    expect(page.earlier).toMatchObject([{ version: 1, points }]);
    expect(page.missing).toContain('child-told');
  });

  it('invite nobody who may not see the case, nor who must stay away from it', async () => {
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect(await fieldsOf(client.planConference({ memberIds: [stranger.id] }))).toEqual([400, 'memberIds']);
    expect(await fieldsOf(client.planConference({ memberIds: [randomUUID()] }))).toEqual([400, 'memberIds']);
    await colleague.client.post(
      `/case-files/${client.caseFileId}/conflicts`,
      { words: 'Je connais la famille.' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect((await client.planConference({ memberIds: [colleague.id] })).status).toBe(422);
    const id = await client.planned({ memberIds: [supervisor.id] });
    expect((await client.writeMinutes(id, { actions: [action(colleague.id)] })).status).toBe(422);
    expect((await client.readConference(id)).actions).toEqual([]);
    expect((await calendar().listAppointments()).past).toHaveLength(0);
  });

  it('keep minutes with the child’s part, decisions and who was there, and say what nobody said', async () => {
    const outside = [{ name: 'Mme Roux', role: 'principale du collège' }];
    const id = await client.planned({ memberIds: [worker.id, colleague.id], outside });
    expect((await client.readConference(id)).missing).toEqual(['minutes']);
    await client.writeMinutes(id, {
      ...{ members: [{ accountId: worker.id, came: 'came' }], outside: ['excused'], childCame: 'unsaid' },
      decisions: [{ kind: 'measure', what: 'Rester au foyer', why: 'Elle s’y sent en sécurité' }],
    });
    const page = await client.readConference(id);
    expect(page.missing).toEqual([
      'attendance',
      'child-came',
      'child-words',
      'who-tells',
      'tell-by',
      'other-person',
    ]);
    expect(page.conference).toMatchObject({
      ...{
        state: 'written',
        members: [{ came: 'came' }, { came: 'unsaid' }],
        outside: [{ came: 'excused' }],
      },
      decisions: [{ kind: 'measure', what: 'Rester au foyer', why: 'Elle s’y sent en sécurité', lead: null }],
    });
    expect(page.appointment.state).toBe('held');
    expect(await codeOf(client.prepareConference(id, { version: 2 }))).toBe('minutes-written');
  });

  it('are agreed to by another person, and stay as they were when they are corrected', async () => {
    const id = await client.planned();
    await client.writeMinutes(id, { summary: 'Premier texte' });
    expect(await day(supervisor)).toMatchObject([{ appointmentId: id, caseFileId: client.caseFileId }]);
    expect(await day(worker)).toEqual([]);
    expect((await client.judgeMinutes(id)).status).toBe(403);
    expect(await fieldsOf(as(supervisor).judgeMinutes(id, { verdict: 'sent-back' }))).toEqual([422, 'words']);
    expect(await fieldsOf(as(supervisor).judgeMinutes(id, { words: 'Sauf la date' }))).toEqual([
      400,
      'words',
    ]);
    await as(supervisor).judgeMinutes(id, { verdict: 'sent-back', words: 'Et l’école ?' });
    expect((await client.readConference(id)).conference).toMatchObject({
      state: 'sent-back',
      sentBack: 'Et l’école ?',
    });
    expect(await codeOf(as(supervisor).judgeMinutes(id, { version: 3 }))).toBe('no-minutes');
    await client.writeMinutes(id, { version: 3, summary: 'Avec l’école' });
    await as(supervisor).judgeMinutes(id, { version: 4 });
    expect(await day(supervisor)).toEqual([]);
    expect(await fieldsOf(client.writeMinutes(id, { version: 5 }))).toEqual([422, 'correction']);
    await client.writeMinutes(id, { version: 5, summary: 'Corrigé', correction: 'Une date' });
    const page = await client.readConference(id);
    expect(page.conference).toMatchObject({ state: 'written', summary: 'Corrigé', correction: 'Une date' });
    expect(page.earlier[0]).toMatchObject({
      state: 'agreed',
      summary: 'Avec l’école',
      by: { name: 'Dominique' },
    });
  });

  it('are not agreed to by a supervisor who wrote them', async () => {
    const own = as(supervisor);
    const id = await own.planned();
    await own.writeMinutes(id);
    expect((await own.readConference(id)).mayJudge).toBe(false);
    expect(await codeOf(own.judgeMinutes(id))).toBe('own-act');
    // Saved again by somebody else they are still in part their own.
    await client.writeMinutes(id, { version: 2 });
    expect((await own.readConference(id)).mayJudge).toBe(false);
    expect(await codeOf(own.judgeMinutes(id, { version: 3 }))).toBe('own-act');
    expect(await day(supervisor)).toEqual([]);
    const other = await service.signIn({ roles: ['supervisor'], teams: await teamsOf(supervisor) });
    expect(await day(other)).toMatchObject([{ appointmentId: id }]);
    expect((await as(other).judgeMinutes(id, { version: 3 })).status).toBe(204);
  });

  it('took place once there are minutes, whatever the calendar was told, and are cancelled by nobody then', async () => {
    const id = await client.planned();
    await calendar().endAppointment(id, { state: 'missed-by-child' });
    await client.writeMinutes(id, { childCame: 'came' });
    expect((await client.readConference(id)).appointment.state).toBe('held');
    expect(await codeOf(calendar().endAppointment(id, { version: 3 }))).toBe('took-place');
    await as(supervisor).judgeMinutes(id);
    expect((await client.writeMinutes(id, { version: 3, correction: 'Une date' })).status).toBe(204);
  });

  it('keep why the child was not there, and take no reason for a child who was', async () => {
    const id = await client.planned();
    const whyNot = 'Elle a peur de son père';
    expect(await fieldsOf(client.writeMinutes(id, { childCame: 'came', childWhyNot: whyNot }))).toEqual([
      400,
      'childWhyNot',
    ]);
    await client.writeMinutes(id, { childCame: 'did-not-want', childWhyNot: whyNot });
    expect((await client.readConference(id)).conference.childWhyNot).toBe(whyNot);
  });

  it('give the action of somebody who must stay away to the day of who plans', async () => {
    const id = await client.planned();
    await client.writeMinutes(id, { actions: [action(colleague.id)] });
    expect(await day(supervisor)).toMatchObject([{ id: `minutes/${id}` }]);
    const stay = { words: 'Je connais la famille.' };
    await colleague.client.post(`/case-files/${client.caseFileId}/conflicts`, stay, {
      'Idempotency-Key': randomUUID(),
    });
    expect(await day(colleague)).toEqual([]);
    expect((await day(supervisor)).map(({ title }) => title.fr)).toContain(
      'Action de concertation sans personne : Sacha',
    );
  });

  it('give actions to who took them on, with their day, until they say done, or why not', async () => {
    const id = await client.planned({ memberIds: [colleague.id] });
    await client.writeMinutes(id, { actions: [action(colleague.id), action(worker.id, 'Écrire au juge')] });
    expect(await day(colleague)).toMatchObject([
      { appointmentId: id, origin: 'TOOL', group: 'waiting-for-me' },
    ]);
    const [calls, writes] = [await actionOf(id, 'Appeler l’école'), await actionOf(id, 'Écrire au juge')];
    expect(calls).toMatchObject({ state: 'open', day: NEXT_JUNE, isLate: false, owner: { name: 'Sacha' } });
    expect(await fieldsOf(as(colleague).settleAction(id, calls.id, { state: 'undone' }))).toEqual([
      422,
      'words',
    ]);
    expect((await as(colleague).settleAction(id, calls.id, { words: 'Rendez-vous pris.' })).status).toBe(204);
    expect(await day(colleague)).toEqual([]);
    expect(await codeOf(as(colleague).settleAction(id, calls.id))).toBe('changed-meanwhile');
    expect((await client.settleAction(id, writes.id, { state: 'undone', words: 'Plus utile.' })).status).toBe(
      204,
    );
    expect((await client.readConference(id)).actions.map(({ state, outcome }) => [state, outcome])).toEqual(
      expect.arrayContaining([
        ['done', 'Rendez-vous pris.'],
        ['undone', 'Plus utile.'],
      ]),
    );
  });

  it('propose the lead by the case’s own act, and show that it is open until it is accepted', async () => {
    const id = await client.planned({ memberIds: [colleague.id] });
    const decisions = [{ kind: 'hand-over', why: 'Elle la connaît', leadId: colleague.id }] as const;
    await client.writeMinutes(id, { decisions });
    await as(supervisor).judgeMinutes(id, { verdict: 'sent-back', words: 'Pourquoi ?' });
    expect((await client.readConference(id)).handOver).toBeNull();
    await client.writeMinutes(id, { version: 3, decisions });
    const page = await client.readConference(id);
    const to = { id: colleague.id, name: 'Sacha' };
    expect(page.handOver).toEqual({ to, why: 'Elle la connaît', askedUntil: null, mayDo: true });
    expect((await as(colleague).readConference(id)).handOver).toMatchObject({ why: null, mayDo: false });
    const lead = new LeadClient(worker, client.caseFileId);
    expect((await lead.proposeLead(colleague.id)).status).toBe(204);
    const { id: proposalId, until } = await lead.standing();
    expect((await client.readConference(id)).handOver).toMatchObject({ to, askedUntil: until });
    expect((await lead.readLead()).lead).not.toBe('Sacha');
    expect((await new LeadClient(colleague, client.caseFileId).acceptLead(proposalId)).status).toBe(204);
    expect((await as(colleague).readConference(id)).handOver).toBeNull();
  });

  it('are refused by the field that is wrong', async () => {
    const plan = (change: object) => fieldsOf(client.planConference(change));
    expect(await plan({ when: { day: '2026-02-30' } })).toEqual([400, 'when.day']);
    expect(await plan({ when: [] })).toEqual([400, 'when']);
    expect(await plan({ purpose: '' })).toEqual([400, 'purpose']);
    expect(await plan({ purpose: '\u202E' })).toEqual([400, 'purpose']);
    expect(await plan({ memberIds: Array.from({ length: 31 }, () => randomUUID()) })).toEqual([
      400,
      'memberIds',
    ]);
    expect(await plan({ points: Array.from({ length: 41 }, () => ({ ground: 'own', text: 'x' })) })).toEqual([
      400,
      'points',
    ]);
    expect(await plan({ points: [[]] })).toEqual([400, 'points']);
    const id = await client.planned({ memberIds: [worker.id] });
    const write = (change: object) => fieldsOf(client.writeMinutes(id, change));
    expect(await write({ childCame: 'not-invited' })).toEqual([422, 'childWhyNot']);
    expect(await write({ members: [{ accountId: colleague.id, came: 'came' }] })).toEqual([400, 'members']);
    expect(await write({ outside: ['came'] })).toEqual([400, 'outside']);
    expect(await write({ decisions: [{ kind: 'measure', why: 'x' }] })).toEqual([400, 'decisions']);
    expect(await write({ decisions: [{ kind: 'hand-over', why: 'x' }] })).toEqual([400, 'decisions']);
    expect(await write({ decisions: [{ kind: 'measure', what: 'x' }] })).toEqual([400, 'decisions.0.why']);
    expect(await write({ actions: [{ ...action(worker.id), day: '2020-01-01' }] })).toEqual([400, 'actions']);
    expect(await write({ actions: Array.from({ length: 21 }, () => action(worker.id)) })).toEqual([
      400,
      'actions',
    ]);
    const ahead = await client.planned({ when: { day: NEXT_JUNE } });
    expect(await codeOf(client.writeMinutes(ahead))).toBe('not-yet');
  });

  it('are written once of twelve at the same moment, and once of the same sent twice', async () => {
    const id = await client.planned();
    const all = await Promise.all(Array.from({ length: 12 }, () => client.writeMinutes(id)));
    expect(all.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 422)).toHaveLength(11);
    expect((await client.readConference(id)).conference.version).toBe(2);
  });

  it('are not those of another case', async () => {
    const id = await client.planned();
    const other = new ConferenceClient(worker.client, (await new CaseClient(worker.client).opened()).id);
    expect((await worker.client.get(`/case-files/${other.caseFileId}/conferences/${id}`)).status).toBe(404);
    expect((await other.writeMinutes(id)).status).toBe(404);
    expect((await other.prepareConference(id)).status).toBe(404);
    const hearing = await calendar().planned();
    expect((await client.writeMinutes(hearing, { version: 0 })).status).toBe(404);
  });

  const teamsOf = async ({ client: http }: SignedInClient): Promise<readonly string[]> =>
    (await http.get<{ account: { teams: { name: string }[] } }>('/session')).body.account.teams.map(
      ({ name }) => name,
    );
  const actionOf = async (id: string, what: string) => {
    const found = (await client.readConference(id)).actions.find((it) => it.what === what);
    if (!found) throw new Error(`no action ${what}`);
    return found;
  };
});
