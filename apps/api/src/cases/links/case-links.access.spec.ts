import { randomBytes, randomUUID } from 'node:crypto';
import { makeReference, REFERENCE_BYTES } from '@repere/cases';
import type { ProblemDto } from '../../platform/answers/openapi';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { CaseFileDto } from '../page/case-file.dto';
import { CaseClient } from '../testing/case-client';
import type { WorklistDto } from '../worklist/worklist.dto';
import type { CaseLinkDto, CaseLinksDto } from './case-links.dto';

describe('a tie between two children', () => {
  let service: TestService;
  let north: SignedInClient;
  let south: SignedInClient;
  let own: CaseFileDto;
  let other: CaseFileDto;
  beforeAll(async () => {
    service = await TestService.start();
    north = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa Nord' });
    south = await service.signIn({ roles: ['caseworker'], teams: ['South'], name: 'Max Sud' });
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    own = await new CaseClient(north.client).opened();
    other = await new CaseClient(south.client).opened();
  });

  const send = (by: SignedInClient, { id }: CaseFileDto, path: string, body: object = {}, key?: string) =>
    by.client.post<ProblemDto>(`/case-files/${id}/links${path}`, body, {
      'Idempotency-Key': key ?? randomUUID(),
    });
  const end = (by: SignedInClient, { id }: CaseFileDto, linkId: string) =>
    by.client.put<ProblemDto>(`/case-files/${id}/links/ended/${linkId}`, undefined, {
      'Idempotency-Key': randomUUID(),
    });
  const ask = (reference: string, by = north, file = own, kind = 'sibling') =>
    send(by, file, '', { kind, reference });
  const page = async (by: SignedInClient, { id }: CaseFileDto): Promise<CaseLinksDto> =>
    (await by.client.get<CaseLinksDto>(`/case-files/${id}/links`)).body;
  const links = async (by: SignedInClient, file: CaseFileDto): Promise<readonly CaseLinkDto[]> => {
    const { links: all } = await page(by, file);
    if ('redacted' in all) throw new Error('redacted');
    return all;
  };
  const codes = (body: ProblemDto) => body.reasons?.map(({ code }) => code);

  it('is told to the other case, and tells who asked nothing before they agree', async () => {
    expect((await ask(other.reference.toLowerCase())).status).toBe(204);
    expect(await links(north, own)).toMatchObject([
      { kind: 'sibling', state: 'waiting', ask: null, reference: other.reference, otherCaseFileId: null },
    ]);
    const [told] = await links(south, other);
    expect(told).toMatchObject({ state: 'to-answer', reference: null, otherCaseFileId: null });
    expect(told?.ask).toEqual({ name: 'Léa Nord', team: 'North' });
    expect((await send(south, other, `/${told?.id ?? ''}/answer`, { agrees: true })).status).toBe(204);
    expect(await links(north, own)).toMatchObject([
      { state: 'agreed', ask: { name: 'Max Sud', team: 'South' }, otherCaseFileId: null },
    ]);
    expect(await links(south, other)).toMatchObject([{ state: 'agreed', reference: null }]);
    // Neither reads the other's case by that.
    expect((await north.client.get(`/case-files/${other.id}`)).status).toBe(404);
    expect((await south.client.get(`/case-files/${own.id}/links`)).status).toBe(404);
  });

  it('looks the same to who asked, whether it was refused, is not answered, or there is no such case', async () => {
    const nobodys = makeReference(randomBytes(REFERENCE_BYTES));
    const silent = await new CaseClient(south.client).opened();
    for (const reference of [other.reference, silent.reference, nobodys])
      expect((await ask(reference)).status).toBe(204);
    const [told] = await links(south, other);
    await send(south, other, `/${told?.id ?? ''}/answer`, { agrees: false });
    const shown = await links(north, own);
    expect(new Set(shown.map(({ state, ask: whom, kind }) => JSON.stringify([state, whom, kind]))).size).toBe(
      1,
    );
    expect(await links(south, other)).toMatchObject([{ state: 'refused', ask: null }]);
  });

  it('is a task of who is to answer, of who plans for them once it is late, and of nobody else', async () => {
    const planner = await service.signIn({ roles: ['supervisor'], teams: ['South'], name: 'Sam Sud' });
    const elsewhere = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Nel Nord' });
    const tasks = async ({ client }: SignedInClient) =>
      (await client.get<WorklistDto>('/worklist')).body.items.filter(
        ({ kind, caseFileId }) => kind === 'tie' && [own.id, other.id].includes(caseFileId),
      );
    await ask(other.reference);
    const [task] = await tasks(south);
    expect(task).toMatchObject({
      caseFileId: other.id,
      origin: 'TOOL',
      title: { en: expect.stringMatching(/^Answer a request/) as string },
    });
    const [told] = await links(south, other);
    expect(Date.parse(task?.dueAt ?? '') - Date.parse(told?.since ?? '')).toBe(48 * 3_600_000);
    for (const by of [north, planner, elsewhere]) expect(await tasks(by)).toEqual([]);
    await service.pastTriggers(
      `UPDATE case_link SET at = at - interval '49 hours' WHERE case_file_id = '${other.id}'`,
    );
    expect(await tasks(planner)).toMatchObject([
      { caseFileId: other.id, title: { en: expect.stringMatching(/not answered in time$/) as string } },
    ]);
    expect(await tasks(elsewhere)).toEqual([]);
    await send(south, other, `/${told?.id ?? ''}/answer`, { agrees: false });
    for (const by of [south, planner]) expect(await tasks(by)).toEqual([]);
  });

  it('is said on the page of the case that is to answer, until it does', async () => {
    const isAsked = async () => (await new CaseClient(south.client).readCase(other.id)).isTieAsked;
    expect(await isAsked()).toBe(false);
    await ask(other.reference);
    expect(await isAsked()).toBe(true);
    expect((await new CaseClient(north.client).readCase(own.id)).isTieAsked).toBe(false);
    await send(south, other, `/${(await links(south, other))[0]?.id ?? ''}/answer`, { agrees: false });
    expect(await isAsked()).toBe(false);
  });

  it.each([
    ['no reference', 'une phrase', 'no-reference'],
    ['a letter that was misread', 'RP-7K4M-2QZ', 'no-reference'],
  ])('is refused for %s', async (_, reference, code) => {
    const { status, body } = await ask(reference);
    expect([status, codes(body)]).toEqual([422, [code]]);
  });

  it('is refused with itself, and twice', async () => {
    expect(codes((await ask(own.reference)).body)).toEqual(['own-reference']);
    await ask(other.reference);
    expect(codes((await ask(other.reference)).body)).toEqual(['linked-already']);
    expect((await ask(other.reference, north, own, 'co-victim')).status).toBe(204);
    expect((await send(north, own, '', { kind: 'friend', reference: other.reference })).status).toBe(400);
    expect((await send(north, own, '', { kind: 'sibling', reference: 'x'.repeat(41) })).status).toBe(400);
    expect((await send(north, own, '', { kind: ['sibling'], reference: {} })).status).toBe(400);
  });

  it('is answered once, by who works on the case that was told, and ended by either', async () => {
    await ask(other.reference);
    const [asked] = await links(north, own);
    const id = asked?.id ?? '';
    // Whoever asked answers nothing in the place of the other.
    expect(codes((await send(north, own, `/${id}/answer`, { agrees: true })).body)).toEqual([
      'answered-already',
    ]);
    expect((await send(north, other, `/${id}/answer`, { agrees: true })).status).toBe(404);
    expect((await send(south, other, `/${randomUUID()}/answer`, { agrees: true })).status).toBe(404);
    expect((await send(south, other, `/${id}/answer`, { agrees: 'yes' })).status).toBe(400);
    const twelve = await Promise.all(
      Array.from({ length: 12 }, () => send(south, other, `/${id}/answer`, { agrees: true })),
    );
    expect(twelve.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await end(north, own, id)).status).toBe(204);
    expect(await links(south, other)).toMatchObject([
      { state: 'ended', ask: { name: 'Léa Nord', team: 'North' } },
    ]);
    expect(codes((await end(south, other, id)).body)).toEqual(['not-standing']);
    expect((await ask(other.reference)).status).toBe(204);
  });

  it('leads to the other case whoever reads both', async () => {
    const both = await service.signIn({ roles: ['caseworker'], teams: ['North', 'South'] });
    await ask(other.reference);
    expect(await links(both, own)).toMatchObject([{ otherCaseFileId: other.id, reference: other.reference }]);
    expect(await links(both, other)).toMatchObject([{ otherCaseFileId: own.id, reference: own.reference }]);
  });

  it('is named to nobody who may not know who else there is, and is written by nobody who only reads', async () => {
    await ask(other.reference);
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    expect((await page(supervisor, own)).links).toHaveLength(1);
    const partner = await service.signIn({ roles: ['partner'], teams: ['South'] });
    expect((await partner.client.get(`/case-files/${own.id}/links`)).status).toBe(404);
    const trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    expect((await trainer.client.get(`/case-files/${own.id}/links`)).status).toBe(404);
  });

  it('is changed by nobody in the database', async () => {
    await ask(other.reference);
    for (const sql of [`UPDATE case_link SET kind = 'co-victim'`, `DELETE FROM case_link`])
      await expect(service.query(sql)).rejects.toThrow(/append-only/);
  });
});
