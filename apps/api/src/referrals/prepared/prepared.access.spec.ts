import { randomUUID } from 'node:crypto';
import type { SharingGround } from '@repere/privacy';
import { CaseClient } from '../../cases/testing/case-client';
import type { WorklistDto } from '../../cases/worklist/worklist.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { SignedInClient } from '../../testing/test-service';
import type { SentReferralsDto } from '../answers/answers.dto';
import { Asking } from '../capacity/testing/asking';
import type { ReferralPreviewDto } from '../copies/copies.dto';
import type { SharingBasisDto } from '../../privacy/sharing/sharing.dto';
import type { PreparedTermsDto } from './prepared-terms.dto';
import type { ChangePreparedDto, KeptPreparedDto, ResumedReferralDto } from './prepared.dto';

const BASIS: SharingBasisDto & { readonly ground: SharingGround } = {
  ...{ ground: 'shared-secret', isBound: true, why: 'Pour la soigner' },
  ...{ child: { told: 'yes' }, parents: { told: 'no', why: 'Impliqués' } },
};
const TERMS: PreparedTermsDto = { ...BASIS, classes: ['identity', 'health'], request: 'Un bilan', days: 30 };

describe('a referral that is prepared and not sent', () => {
  let asking: Asking;
  let colleague: SignedInClient;
  let id: string;
  beforeAll(async () => {
    asking = await Asking.start();
    colleague = await asking.referring.service.signIn({
      roles: ['supervisor'],
      teams: ['North'],
      name: 'Noé',
    });
  });
  afterAll(() => asking.stop());
  beforeEach(async () => {
    await asking.tamper('DELETE FROM rate_limit_hit');
    await asking.tamper('DELETE FROM prepared_referral');
    await asking.referring.another();
    id = randomUUID();
  });

  const at = (path: string): string => asking.referring.addressOf(path);
  const send = async (method: 'post' | 'put', path: string, body: object, by: SignedInClient) => {
    const answer = await asking.referring.sendAs<ProblemDto & KeptPreparedDto>(by, method, at(path), body);
    const { status, body: told } = answer;
    if (status === 201) ({ id } = told);
    return [status, told?.reasons?.map(({ code, field }) => [code, field])];
  };
  /** Over this version; without one it is a new one. */
  const prepare = ({ version, ...change }: Partial<ChangePreparedDto> = {}, by = asking.referring.lead) => {
    const composed = { accountId: asking.referring.partner.id, terms: TERMS, ...change };
    return version === undefined
      ? send('post', 'prepared-referrals', composed, by)
      : send('put', `prepared-referrals/${id}`, { ...composed, version }, by);
  };
  const drop = (version: number, by = asking.referring.lead) =>
    send('put', `prepared-referrals/${id}/dropped`, { version }, by);
  const page = async (by = asking.referring.lead) =>
    (await by.client.get<SentReferralsDto>(at('referrals'))).body;
  const listed = async (by = asking.referring.lead) => (await page(by)).prepared;
  const resume = (by = asking.referring.lead) =>
    by.client.get<ResumedReferralDto & ProblemDto>(at(`prepared-referrals/${id}`));
  const sending = async (version: number, by = asking.referring.lead) => {
    const { accountId } = (await listed()).find((it) => it.id === id) ?? {};
    const { status, body } = await asking.referring.openReferral(
      { accountId: accountId ?? asking.referring.partner.id, prepared: { id, version } },
      by,
    );
    return [status, body?.reasons?.map(({ code }) => code)];
  };
  const due = async (by = asking.referring.lead) =>
    (await by.client.get<WorklistDto>('/worklist')).body.items.filter(({ kind }) => kind === 'prepared');
  const layADay = () => asking.tamper(`UPDATE prepared_referral SET due_at = now()`);

  it('is seen on the case by who may refer, and by nobody else; nothing of it leaves', async () => {
    const before = (await page()).needs.length;
    expect(await prepare()).toEqual([201, undefined]);
    expect(await listed(colleague)).toMatchObject([
      { id, version: 1, to: 'Lou Ailleurs', bar: null, request: 'Un bilan', by: 'Léa Nord', isDue: false },
    ]);
    expect((await page()).needs).toHaveLength(before);
    const { partner, service } = asking.referring;
    expect(await asking.referring.reads()).toBe(404);
    expect((await partner.client.get<{ items: unknown[] }>('/referrals')).body.items).toEqual([]);
    expect((await resume(partner)).status).toBe(404);
    expect(await prepare({ version: 1 }, partner)).toEqual([404, undefined]);
    const elsewhere = await service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await resume(elsewhere)).status).toBe(404);
    expect(await service.query(`SELECT 1 FROM sharing WHERE id = '${id}'`)).toEqual([]);
    expect(await service.query(`SELECT 1 FROM job WHERE subject = '${id}'`)).toEqual([]);
    const kept = await service.query<{ content: Buffer }>(`SELECT content FROM prepared_referral`);
    expect(kept[0]?.content.toString('latin1')).not.toContain('Un bilan');
  });

  it('is taken up by another of the case, with all that was said of it, and kept over what was seen alone', async () => {
    await prepare();
    expect((await resume(colleague)).body).toMatchObject({ terms: TERMS, prepared: { version: 1 } });
    const terms = { ...TERMS, request: 'Un bilan et un suivi' };
    expect(await prepare({ version: 1, terms }, colleague)).toEqual([204, undefined]);
    expect(await prepare({ version: 1 })).toEqual([422, [['prepared-changed', undefined]]]);
    expect(await listed()).toMatchObject([{ version: 2, by: 'Noé', request: 'Un bilan et un suivi' }]);
    expect(await drop(1)).toEqual([422, [['prepared-changed', undefined]]]);
    expect(await drop(2)).toEqual([204, undefined]);
    expect(await listed()).toEqual([]);
    expect((await resume()).status).toBe(404);
  });

  it('may lack anything but for whom it is, and takes nothing that no referral would', async () => {
    expect(await prepare({ terms: {} })).toEqual([201, undefined]);
    expect(await prepare({ version: 1, terms: { days: 108 } })).toMatchObject([
      400,
      [[expect.any(String), 'terms.days']],
    ]);
    expect((await prepare({ version: 1, terms: { classes: ['staff'] as never } }))[0]).toBe(400);
    expect((await prepare({ version: 1, terms: { needId: randomUUID() } }))[1]).toEqual([
      ['no-such-need', 'needId'],
    ]);
    expect((await prepare({ accountId: undefined as never }))[0]).toBe(400);
    expect((await prepare({ serviceId: randomUUID() }))[0]).toBe(400);
    const { id: ours } = colleague;
    expect(await prepare({ accountId: ours })).toEqual([422, [['not-in-directory', 'accountId']]]);
  });

  it('goes with what is sent, once, of twelve who send it', async () => {
    await prepare();
    const all = await Promise.all(Array.from({ length: 12 }, () => sending(1)));
    expect(all.filter(([status]) => status === 204)).toHaveLength(1);
    expect(await listed()).toEqual([]);
    expect(await sending(1)).toEqual([422, ['prepared-changed']]);
  });

  it('goes to whom it was prepared for, and to another only where they can be sent nothing', async () => {
    const first = asking.referring.partner;
    await prepare();
    await asking.referring.another();
    const other = { accountId: asking.referring.partner.id, prepared: { id, version: 1 } };
    const forAnother = [422, [['prepared-for-another', 'prepared']]];
    expect(await asking.referring.refusal(other)).toEqual(forAnother);
    expect(await listed()).toHaveLength(1);
    await asking.tamper('UPDATE account SET disabled_at = now() WHERE id = $1', [first.id]);
    expect(await listed()).toMatchObject([{ bar: 'gone' }]);
    expect((await asking.referring.openReferral(other)).status).toBe(204);
    expect(await listed()).toEqual([]);
  });

  it('of another case is sent with none: the same answer as one that nobody has', async () => {
    await prepare();
    const { lead } = asking.referring;
    const other = await new CaseClient(lead.client).opened();
    for (const asked of [id, randomUUID()]) {
      const change = { prepared: { id: asked, version: 1 }, classes: ['identity'] as const };
      const { status, body } = await asking.referring.openReferral(change, lead, other.id);
      expect([status, body.reasons?.map(({ code }) => code)]).toEqual([422, ['prepared-changed']]);
    }
    expect(await listed()).toHaveLength(1);
  });

  it('is not sent as a colleague left it unseen, nor as the case was when it was prepared', async () => {
    await prepare();
    await prepare({ version: 1 }, colleague);
    expect(await sending(1)).toEqual([422, ['prepared-changed']]);
    const { body } = await asking.referring.lead.client.get<ReferralPreviewDto>(
      at('referral-preview?classes=identity'),
    );
    const { status, body: problem } = await asking.referring.openReferral({
      ...{ prepared: { id, version: 2 }, classes: ['identity', 'health'], previewed: body.mark },
    });
    expect([status, problem.reasons?.map(({ code }) => code)]).toEqual([422, ['changed-since-preview']]);
    // What was refused is prepared still.
    expect(await listed()).toMatchObject([{ version: 2 }]);
    expect(await sending(2)).toEqual([204, undefined]);
  });

  it('says that it can not be sent where the account is closed or somebody there is kept away since', async () => {
    await prepare();
    await asking.keepAway(asking.referring.partner.id);
    expect(await listed()).toMatchObject([{ bar: 'kept-away' }]);
    expect((await sending(1))[0]).toBe(422);
    await asking.tamper('DELETE FROM recusal');
    const reason = { reason: 'Elle est partie.' };
    const address = `/accounts/${asking.referring.partner.id}/disable`;
    expect((await asking.referring.sendAs(asking.administrator, 'post', address, reason)).status).toBe(200);
    expect(await listed()).toMatchObject([{ bar: 'gone' }]);
    expect(await drop(1)).toEqual([204, undefined]);
  });

  it('is neither sent nor dropped by who lost the case since', async () => {
    const { service, lead } = asking.referring;
    const guest = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    expect(await prepare({}, guest)).toEqual([201, undefined]);
    const conflict = { words: 'C’est ma nièce.' };
    expect((await asking.referring.sendAs(guest, 'post', at('conflicts'), conflict)).status).toBe(204);
    expect((await drop(1, guest))[0]).toBe(404);
    expect((await prepare({ version: 1 }, guest))[0]).toBe(404);
    expect((await sending(1, guest))[0]).toBe(404);
    expect(await listed(lead)).toMatchObject([{ id, version: 1 }]);
  });

  it('to a service without account goes with what it is told', async () => {
    const serviceId = await asking.addService();
    const terms = {
      ...BASIS,
      classes: ['identity'],
      request: 'Une aide',
      how: 'spoken',
    } as const satisfies PreparedTermsDto;
    expect(await prepare({ accountId: undefined as never, serviceId, terms })).toEqual([201, undefined]);
    const told = {
      ...{ ...BASIS, serviceId, what: 'Une aide', classes: ['identity'], how: 'spoken' },
      nobodyAroundWorksThere: true,
      besideAnother: 'Un autre besoin.',
      prepared: { id, version: 1 },
    };
    const tell = () => asking.referring.sendAs(asking.referring.lead, 'post', at('told-referrals'), told);
    expect((await tell()).status).toBe(204);
    expect(await listed()).toEqual([]);
    expect((await tell()).body.reasons).toMatchObject([{ code: 'prepared-changed' }]);
  });

  it('is due after a day, in the list of who leads or kept it, until it is sent or dropped', async () => {
    await prepare({}, colleague);
    expect(await due()).toEqual([]);
    await layADay();
    expect(await due()).toMatchObject([
      { id: `prepared/${id}`, origin: 'TOOL', caseFileId: asking.referring.file.id },
    ]);
    expect(await due(colleague)).toHaveLength(1);
    const other = await asking.referring.service.signIn({ roles: ['caseworker'], teams: ['North'] });
    expect(await due(other)).toEqual([]);
    expect(await listed()).toMatchObject([{ isDue: true }]);
    await drop(1);
    expect(await due()).toEqual([]);
  });

  it('are twenty at most', async () => {
    for (let n = 0; n < 20; n++) expect((await prepare())[0]).toBe(201);
    expect(await prepare()).toEqual([422, [['too-many-prepared', undefined]]]);
  });
});
