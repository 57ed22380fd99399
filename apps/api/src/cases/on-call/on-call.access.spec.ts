import { randomUUID } from 'node:crypto';
import { sendMails } from '../../access/accounts/testing/mailed';
import type { OnCallDirectoryDto } from '../../directory/on-call/on-call.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import type { CaseFileDto, CasePageDto, TimelineEntryDto } from '../page/case-file.dto';
import type { OnCallPageDto } from './on-call-page.dto';

const PROSECUTOR = { name: 'Parquet de Bobigny', phones: ['01 48 95 13 00', '06 12 34 56 78'], hours: null };

describe('whom to call', () => {
  let service: TestService;
  let administrator: SignedInClient;
  let lead: SignedInClient;
  let file: CaseFileDto;
  let territory: string;
  beforeAll(async () => {
    // A mail server that never answers: what would leave waits.
    const mail = { smtpUrl: 'smtp://127.0.0.1:9', from: 'repere@repere.example' };
    service = await TestService.start({ configuration: { mail } });
    administrator = await service.signIn({ roles: ['administrator'] });
    lead = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Léa Nord' });
    file = await new CaseClient(lead.client).opened();
    territory = file.territory.code;
  });
  afterAll(() => service.stop());

  type Method = 'post' | 'put' | 'delete';
  const send = <T = OnCallDirectoryDto & ProblemDto>(
    { client }: SignedInClient,
    method: Method,
    path: string,
    body: unknown = {},
    key: string = randomUUID(),
  ) =>
    method === 'delete'
      ? client.delete<T>(path, { 'Idempotency-Key': key })
      : client[method]<T>(path, body, { 'Idempotency-Key': key });
  const runId = (): string => file.state.runs[0]?.runId ?? '';
  const page = async ({ client }: SignedInClient) =>
    client.get<OnCallPageDto>(`/case-files/${file.id}/runs/${runId()}/on-call`);
  const call = (by: SignedInClient, body: object, step = 'arrive', key: string = randomUUID()) =>
    send<ProblemDto>(by, 'post', `/case-files/${file.id}/runs/${runId()}/steps/${step}/calls`, body, key);
  const listed = async (kind: string) => {
    const { body } = await administrator.client.get<OnCallDirectoryDto>('/on-call-contacts');
    return body.items.find((it) => it.territory === territory)?.kinds.find((it) => it.kind === kind)
      ?.contacts;
  };
  const add = (kind: string, written: object = {}) =>
    send(administrator, 'post', '/on-call-contacts', { ...PROSECUTOR, territory, kind, ...written });

  /** How many mails tell administrators that something is to be made sure of, when the week is over in which it falls due. */
  const remindedOf = async (): Promise<number> => {
    await service.query(`UPDATE job SET state = 'waiting', run_at = now() WHERE kind = 'directory.to-check'`);
    await sendMails(service);
    const [{ n } = { n: 0 }] = await service.query<{ readonly n: number }>(
      `SELECT count(*)::int AS n FROM account_mail WHERE kind = 'reminder-services'`,
    );
    return n;
  };

  it('is missing in words until it is entered: to the administrator, and on each step that says to call', async () => {
    expect(await listed('duty-prosecutor')).toEqual([]);
    const { body } = await page(lead);
    expect(body.kinds.map(({ kind, steps, contacts }) => [kind, steps, contacts])).toEqual([
      ['duty-prosecutor', ['arrive', 'watch'], []],
      ['interpreter-line', ['arrive'], []],
    ]);
    expect((await call(lead, { whom: 'duty-prosecutor', answered: false })).status).toBe(200);
  });

  it('stands with the next step on the page of the case, and with no step that calls nobody', async () => {
    const { body } = await lead.client.get<CasePageDto>(`/case-files/${file.id}/page`);
    expect(body.caseFile.next).toMatchObject({
      step: 'arrive',
      calls: [
        { title: { fr: 'Parquet de permanence' }, name: null, phones: [] },
        { name: null, phones: [], isOpen: false },
      ],
    });
    await add('duty-prosecutor', { name: 'Fermé', hours: { weekdays: null, weekends: null } });
    await add('duty-prosecutor');
    const now = (await lead.client.get<CaseFileDto>(`/case-files/${file.id}`)).body.next;
    expect(now?.calls?.[0]).toMatchObject({ name: PROSECUTOR.name, phones: PROSECUTOR.phones, isOpen: true });
    for (const { id } of (await listed('duty-prosecutor')) ?? [])
      await send(administrator, 'delete', `/on-call-contacts/${id}`);
  });

  it('is kept by administrators alone, and read of no case by them', async () => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    const partner = await service.signIn({ roles: ['partner'] });
    for (const by of [lead, supervisor, partner]) {
      expect((await by.client.get('/on-call-contacts')).status).toBe(403);
      expect(
        (await send(by, 'post', '/on-call-contacts', { ...PROSECUTOR, territory, kind: 'crip-unit' })).status,
      ).toBe(403);
    }
    expect((await page(administrator)).status).toBe(404);
    expect((await page(partner)).status).toBe(404);
    expect((await page(supervisor)).status).toBe(200);
  });

  it('is entered whole or not at all', async () => {
    for (const [wrong, field] of [
      [{ name: ' ' }, 'name'],
      [{ phones: [] }, 'phones'],
      [{ phones: ['poste 12'] }, 'phones'],
      [{ kind: 'the-neighbour' }, 'kind'],
      [{ territory: '99' }, 'territory'],
      [{ hours: { weekdays: { from: '9h', to: '17:00' }, weekends: null } }, 'hours.weekdays.from'],
    ] as const) {
      const { status, body } = await add('crip-unit', wrong);
      expect([status, body.reasons?.map((it) => it.field)]).toEqual([400, [field]]);
    }
    expect(await listed('crip-unit')).toEqual([]);
  });

  it('is shown with hours and words, and no name or number stands in the database', async () => {
    const closed = { weekdays: null, weekends: null };
    expect(
      (await add('interpreter-line', { name: 'Interprètes', languages: ['dari'], hours: closed })).status,
    ).toBe(201);
    const { status } = await add('duty-prosecutor', { say: 'Dites d’abord la commune.' });
    expect(status).toBe(201);
    const { body } = await page(lead);
    expect(body).toMatchObject({
      territory: file.territory.name,
      mayCall: true,
      kinds: [
        {
          kind: 'duty-prosecutor',
          say: { fr: expect.stringContaining('référence') },
          contacts: [{ ...PROSECUTOR, isOpen: true, isStale: false, say: 'Dites d’abord la commune.' }],
        },
        { kind: 'interpreter-line', contacts: [{ name: 'Interprètes', languages: ['dari'], isOpen: false }] },
      ],
    });
    const rows = await service.query(`SELECT *, encode(content, 'escape') AS content FROM on_call_contact`);
    expect(JSON.stringify(rows)).not.toMatch(/Bobigny|48 95|commune/);
  });

  it('called, or called without an answer, is an entry of the case, once however often it is sent', async () => {
    const [contact] = (await listed('duty-prosecutor')) ?? [];
    const key = randomUUID();
    const said = { whom: 'duty-prosecutor', contactId: contact?.id, answered: true };
    expect((await call(lead, said, 'watch', key)).status).toBe(200);
    expect((await call(lead, said, 'watch', key)).status).toBe(200);
    const { body } = await lead.client.get<{ items: readonly TimelineEntryDto[] }>(
      `/case-files/${file.id}/journal`,
    );
    const calls = body.items.filter(({ title }) => /^Appelé/.test(title.fr));
    expect(calls.map(({ title, note, by }) => [title.en, note, by]).sort()).toEqual([
      ['Called, no answer: Prosecutor on duty', expect.stringContaining('not in the directory'), 'Léa Nord'],
      ['Called: Prosecutor on duty', 'Parquet de Bobigny · 01 48 95 13 00 · 06 12 34 56 78', 'Léa Nord'],
    ]);
    expect((await page(lead)).body.kinds[0]?.calls.map(({ answered }) => answered)).toEqual([true, false]);
  });

  it('is called from a step that says so, a contact of that kind and place, by who works on the case', async () => {
    const [contact] = (await listed('duty-prosecutor')) ?? [];
    const said = { whom: 'duty-prosecutor', contactId: contact?.id, answered: true };
    expect((await call(lead, said, 'explain')).status).toBe(404);
    expect((await call(lead, { ...said, whom: 'interpreter-line' })).status).toBe(404);
    expect((await call(lead, { ...said, contactId: randomUUID() })).status).toBe(404);
    const stranger = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await call(stranger, said)).status).toBe(404);
    const opinion = await service.signIn({ roles: ['auditor'] });
    expect((await call(opinion, said)).status).toBe(404);
  });

  it('may be called by who is on duty, and by who broke the glass', async () => {
    const said = { whom: 'duty-prosecutor', answered: false };
    const duty = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    await service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO duty (id, team_id, account_id, from_at, until_at, named_by, named_at)
         SELECT gen_random_uuid(), id, $1, now() - interval '1 hour', now() + interval '1 hour', $2, now() - interval '1 hour'
           FROM team WHERE name = 'North'`,
        [duty.id, lead.id],
      ),
    );
    expect((await call(duty, said)).status).toBe(200);
    const rescuer = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    await send(rescuer, 'post', '/break-glass', {
      ...{ reason: 'child-present', words: 'L’enfant est devant moi.', reference: file.reference },
    });
    expect((await page(rescuer)).body.mayCall).toBe(true);
    expect((await call(rescuer, said)).status).toBe(200);
  });

  it('who speaks the child’s language stands first, though another answers now', async () => {
    const known = new CaseClient(lead.client);
    const { id, state } = await known.opened({ child: { languages: ['ti'] } });
    for (const [name, languages, hours] of [
      ['Dari', ['Dari', 'pachto'], null],
      ['Tigrigna', ['Tigrigna'], { weekdays: null, weekends: null }],
    ] as const)
      expect((await add('interpreter-line', { name, languages, hours })).status).toBe(201);
    const path = `/case-files/${id}/runs/${state.runs[0]?.runId ?? ''}/on-call`;
    const { body } = await lead.client.get<OnCallPageDto>(path);
    const names = body.kinds
      .find(({ kind }) => kind === 'interpreter-line')
      ?.contacts.map(({ name }) => name);
    expect(names?.indexOf('Tigrigna')).toBeLessThan(names?.indexOf('Dari') ?? -1);
    // Of whom no language is known, who answers now.
    const other = (await page(lead)).body.kinds.find(({ kind }) => kind === 'interpreter-line')?.contacts;
    expect(other?.findIndex(({ name }) => name === 'Dari')).toBeLessThan(
      other?.findIndex(({ name }) => name === 'Tigrigna') ?? -1,
    );
  });

  it('is replaced, made sure of and taken away; it is missing again then', async () => {
    const [before] = (await listed('duty-prosecutor')) ?? [];
    const path = `/on-call-contacts/${before?.id ?? ''}`;
    expect((await send(administrator, 'put', path, { ...PROSECUTOR, name: 'Parquet' })).status).toBe(200);
    expect((await send(administrator, 'put', path, PROSECUTOR)).status).toBe(404);
    const [now] = (await listed('duty-prosecutor')) ?? [];
    expect(now?.name).toBe('Parquet');
    expect(await remindedOf()).toBe(0);
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE on_call_contact SET verified_at = now() - interval '91 days'`),
    );
    expect((await listed('duty-prosecutor'))?.[0]?.isStale).toBe(true);
    expect(await remindedOf()).toBe(1);
    expect((await send(administrator, 'put', `/on-call-contacts/verified/${now?.id ?? ''}`)).status).toBe(
      200,
    );
    expect((await listed('duty-prosecutor'))?.[0]?.isStale).toBe(false);
    expect((await send(administrator, 'delete', `/on-call-contacts/${now?.id ?? ''}`)).status).toBe(200);
    expect(await listed('duty-prosecutor')).toEqual([]);
    expect((await page(lead)).body.kinds[0]?.contacts).toEqual([]);
  });
});
