import { TestService } from '../../testing/test-service';
import { CaseClient, inventedName } from '../testing/case-client';
import type { CaseFileDto, TimelineEntryDto } from '../page/case-file.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Page } from '../../platform/answers/page';

describe('acts on a case', () => {
  let service: TestService;
  let worker: CaseClient;
  let file: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    worker = new CaseClient(
      (await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' })).client,
    );
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    file = await worker.opened({ child: { calledName: inventedName(), birth: '2010' } });
  });

  const journal = async (): Promise<readonly TimelineEntryDto[]> =>
    (await worker.http.get<Page<TimelineEntryDto>>(`/case-files/${file.id}/journal`)).body.items;

  describe('a note', () => {
    it('is added at any time, with when it was', async () => {
      const { status, body } = await worker.sendAct(file.id, 'notes', {
        note: 'Appel\nde l’école',
        occurredAt: '2025-03',
      });
      expect([status, body.seq]).toEqual([200, file.state.seq + 1]);
      expect((await journal())[0]).toMatchObject({
        kind: 'note-added',
        note: 'Appel\nde l’école',
        occurredPrecision: 'month',
        occurredAt: '2025-02-28T23:00:00.000Z',
        by: 'Camille',
        system: false,
      });
    });

    it('is refused empty, or in the future', async () => {
      expect((await worker.sendAct<ProblemDto>(file.id, 'notes', { note: '' })).status).toBe(400);
      const future = await worker.sendAct<ProblemDto>(file.id, 'notes', { note: 'x', occurredAt: '2999' });
      expect([future.status, future.body.reasons?.[0]?.field]).toEqual([422, 'occurredAt']);
    });
  });

  describe('facts told outside a step', () => {
    it('open what they open', async () => {
      const { status, body } = await worker.sendAct(
        file.id,
        'facts',
        { values: { peril_seen: 'yes' } },
        { seq: file.state.seq },
      );
      expect([status, body.opened.map(({ protocol }) => protocol)]).toEqual([200, ['refuge']]);
    });

    it('never decide what only a step decides, nor are an unknown word', async () => {
      for (const [values, code] of [
        [{ peril: 'none' }, 'written-elsewhere'],
        [{ no_such_fact: 'yes' }, 'unknown-field'],
      ] as const) {
        const { status, body } = await worker.sendAct<ProblemDto>(
          file.id,
          'facts',
          { values },
          { seq: file.state.seq },
        );
        expect([status, body.reasons?.[0]?.code]).toEqual([422, code]);
      }
    });

    it('are stale when somebody told the same meanwhile', async () => {
      const { seq } = file.state;
      await worker.sendAct(file.id, 'facts', { values: { alone: 'yes' } }, { seq });
      const { status } = await worker.sendAct<ProblemDto>(
        file.id,
        'facts',
        { values: { alone: 'no' } },
        { seq },
      );
      expect(status).toBe(412);
      expect(
        (await worker.sendAct(file.id, 'facts', { values: { journey_home: 'no' } }, { seq })).status,
      ).toBe(200);
    });
  });

  describe('the identity', () => {
    const child = (parts: object) => ({
      child: { calledName: inventedName(), ...parts },
      why: 'Elle a dit son vrai prénom',
    });

    it('changes with the reason; the child is found under the new name and no longer under the old', async () => {
      const sent = child({ birth: '2010', familyName: 'Duvallon' });
      const { status } = await worker.sendAct(file.id, 'child', sent, { method: 'put', seq: file.state.seq });
      expect(status).toBe(200);
      expect((await worker.readCase(file.id)).child).toMatchObject(sent.child);
      const found = async (text: string) =>
        (await worker.http.post<Page<CaseFileDto>>('/case-files/search', { text })).body.items.map(
          ({ id }) => id,
        );
      expect(await found(sent.child.calledName)).toEqual([file.id]);
      expect(await found((file.child as { calledName: string }).calledName)).toEqual([]);
      expect((await journal())[0]).toMatchObject({
        title: { fr: 'Identité corrigée', en: 'Identity corrected' },
        note: 'Elle a dit son vrai prénom',
      });
    });

    it('is stale when somebody changed it meanwhile, were it the name alone; a note is no conflict', async () => {
      const { seq } = file.state;
      const change = (parts: object) =>
        worker.sendAct<ProblemDto>(file.id, 'child', child(parts), { method: 'put', seq });
      await worker.sendAct(file.id, 'notes', { note: 'Appel' });
      expect((await change({ familyName: 'Duvallon' })).status).toBe(200);
      const { status, body } = await change({ familyName: 'Duval' });
      expect([status, body.changes]).toMatchObject([
        412,
        [{ by: 'Camille', title: { fr: 'Identité corrigée', en: 'Identity corrected' } }],
      ]);
    });

    it('says nothing of the safe contact: what was known of it stays', async () => {
      const safeContact = { how: 'par la tante' };
      const known = await worker.opened({ child: { safeContact } });
      await worker.sendAct(known.id, 'child', child({}), { method: 'put', seq: known.state.seq });
      expect((await worker.readCase(known.id)).child).toMatchObject({ safeContact });
    });

    it('corrects the birth as a fact, with the same reason', async () => {
      await worker.sendAct(file.id, 'child', child({ birth: '2009-03-01', gender: 'girl' }), {
        method: 'put',
        seq: file.state.seq,
      });
      const after = await worker.readCase(file.id);
      expect(after.child).toMatchObject({ birth: '2009-03-01', gender: 'girl' });
      expect(after.state.facts).toContainEqual(
        expect.objectContaining({ fact: 'born_on', value: '2009-03-01' }),
      );
      expect((await journal()).map(({ kind }) => kind).slice(0, 3)).toEqual([
        'entry-amended',
        'facts-recorded',
        'note-added',
      ]);
    });

    it('needs its reason, and the version that was read', async () => {
      const noWhy = await worker.sendAct<ProblemDto>(
        file.id,
        'child',
        { child: { calledName: 'x' } },
        { method: 'put', seq: 1 },
      );
      expect([noWhy.status, noWhy.body.reasons?.[0]?.field]).toEqual([400, 'why']);
      expect((await worker.sendAct<ProblemDto>(file.id, 'child', child({}), { method: 'put' })).status).toBe(
        428,
      );
    });
  });

  describe('a protocol', () => {
    it('is started by hand in the version in force; one that runs once is not started twice', async () => {
      const { status, body } = await worker.sendAct(
        file.id,
        'runs',
        { protocol: 'refuge' },
        { seq: file.state.seq },
      );
      expect([status, body.opened]).toMatchObject([200, [{ protocol: 'refuge' }]]);
      const twice = await worker.sendAct<ProblemDto>(
        file.id,
        'runs',
        { protocol: 'refuge' },
        { seq: body.seq },
      );
      expect([twice.status, twice.body.reasons?.[0]?.code]).toEqual([422, 'already-running']);
      const doubt = await worker.sendAct(file.id, 'runs', { protocol: 'papers' }, { seq: body.seq });
      expect([doubt.status, doubt.body.opened]).toMatchObject([200, [{ protocol: 'papers' }]]);
      const none = await worker.sendAct<ProblemDto>(
        file.id,
        'runs',
        { protocol: 'no-such' },
        { seq: body.seq },
      );
      expect([none.status, none.body.reasons?.[0]?.field]).toEqual([400, 'protocol']);
    });
  });
});
