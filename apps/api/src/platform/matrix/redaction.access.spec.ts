import { DocumentClient } from '../../documents/testing/document-client';
import { AppointmentClient } from '../../appointments/testing/appointment-client';
import { conferenceWithAction } from '../../conferences/testing/conference-client';
import { LetterClient } from '../../letters/testing/letter-client';
import type { AccountRole, FieldClass, Relation } from '@repere/access';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import type { TestClient } from '../../testing/accounts/test-client';
import { TestService } from '../../testing/test-service';
import { AttackedService, type Names } from '../attacks/testing/attacked-service';
import { isWholeOrNothing } from '../attacks/testing/described-route';
import { MARKS, relatedToMarked } from './testing/marked-case';
import { type PlaceInAnswer, placesOf, saysRedacted } from './testing/says-redacted';

/** Where what is redacted is not said in its place, and why it need not be: a place, its items left out, and the reason. */
const BY_DESIGN: Readonly<Record<string, string>> = {
  'GET /api/case-files/{id}: names':
    'by id, for what is named elsewhere: each of those places says so itself',
  'GET /api/case-files/{id}/as-known: caseFile.names': 'the same, of a moment',
  'GET /api/case-files/{id}/privacy: people': 'for whom a request may be made, by who retains',
};

const READERS = [
  ['caseworker', 'second-opinion'],
  ['supervisor', 'approver'],
  ['caseworker', 'break-glass'],
  ['caseworker', 'break-glass-restricted'],
  ['auditor', 'mission'],
  ['partner', 'partner'],
  ['caseworker', 'lead'],
] as const satisfies readonly (readonly [AccountRole, Relation])[];

describe('what a reader may not see is in no answer, and is said to be redacted', () => {
  let attacked: AttackedService;
  let related: Awaited<ReturnType<typeof relatedToMarked>>;
  let names: Names;
  let seq: number;
  /** By route: the answer to somebody who sees everything. */
  let whole: ReadonlyMap<string, unknown>;
  beforeAll(async () => {
    const service = await TestService.start();
    attacked = await AttackedService.attackService(service);
    related = await relatedToMarked(service);
    const { file } = related.everything;
    const run = file.state.runs.find(({ protocol }) => protocol === 'refuge');
    seq = file.state.seq;
    const place = '/case-files/{id}/runs/{runId}';
    names = {
      '/case-files/{id}': file.id,
      [place]: run?.runId ?? '',
      [`${place}/steps/{step}`]: 'ask_kin',
    };
    const { account } = await related.relateAccount('supervisor', 'supervisor');
    const letter = await new LetterClient(account.client, file.id).written('to-the-town');
    const appointment = await new AppointmentClient(account.client, file.id).planned({
      ...{ place: 'Place-Xq7', language: 'Name-Xq7', notes: 'Story-Xq7', escortId: account.id },
    });
    names = {
      ...names,
      '/case-files/{id}/letters/proposals/{template}': 'to-the-town',
      '/case-files/{id}/letters/{letterId}': letter,
      '/case-files/{id}/documents/{documentId}': await new DocumentClient(account.client, file.id).added(),
      '/case-files/{id}/appointments/{appointmentId}': appointment,
      '/case-files/{id}/conferences/{appointmentId}': (
        await conferenceWithAction(account, file.id, 'Story-Xq7')
      ).id,
    };
    whole = new Map((await answersTo(account.client)).map(({ name, body }) => [name, body]));
  });
  afterAll(() => attacked.service.stop());

  /** What this reader reads of the case, and of lists; a partner receives a part of it, and reads nothing else. */
  async function answersTo(client: TestClient, act: 'read' | 'receive' = 'read', referralId = '') {
    const answers: { readonly name: string; readonly isRead: boolean; readonly body: unknown }[] = [];
    for (const route of attacked.routes) {
      const { needs } = route;
      const isRead = needs.on === 'case-file' && needs.act === act;
      if (route.method !== 'GET' || (!isRead && needs.on !== 'lists')) continue;
      const query = route.path.endsWith('/as-known') ? `?at=${String(seq)}` : '';
      const { status, body } = await attacked.askRoute(client, route, {
        ...{ names: { ...names, '/case-files/{id}/received-referrals/{referralId}': referralId }, query },
      });
      const isShown = isRead && !([403, 404].includes(status) && isWholeOrNothing(route));
      if (isShown) expect([route.name, status]).toEqual([route.name, 200]);
      answers.push({ name: route.name, isRead: isShown, body });
    }
    return answers;
  }

  it.each(READERS)('%s by %s', async (role, relation) => {
    const { account, redacted, referralId } = await relateWithRedaction(role, relation);
    const told: string[] = [];
    const unsaid: string[] = [];
    const seen = new Set<string>();
    for (const { name, isRead, body } of await answersTo(account.client, ACT[role], referralId)) {
      const text = JSON.stringify(body ?? '');
      for (const [mark, classes] of Object.entries(MARKS)) {
        if (text.includes(mark)) seen.add(mark);
        if (!classes.some((it) => redacted.has(it))) continue;
        if (text.includes(mark)) told.push(`${name}: ${mark}`);
        if (!isRead) continue;
        for (const place of placesOf(whole.get(name), mark))
          if (!saysRedacted(body, place) && !isByDesign(name, place))
            unsaid.push(`${name}: ${place.join('.')}`);
      }
    }
    expect(told).toEqual([]);
    expect(unsaid).toEqual([]);
    // A mark that nobody could ever see would prove nothing.
    if (relation === 'lead') expect([...seen].sort()).toEqual(Object.keys(MARKS).sort());
  });

  it('is a test that can fail: an answer that leaves something out says it nowhere', () => {
    const body = { child: { calledName: 'Name-Xq7' }, note: 'Story-Xq7' };
    const [place = []] = placesOf(body, 'Story-Xq7');
    expect(place).toEqual(['note']);
    expect(saysRedacted({ child: { calledName: 'Name-Xq7' } }, place)).toBe(false);
    expect(saysRedacted({ note: '' }, place)).toBe(false);
    expect(saysRedacted({ note: { redacted: true, ask: 'supervisor' } }, place)).toBe(true);
    expect(saysRedacted({ redactedWords: ['note'] }, place)).toBe(true);
    const item = ['next', 'a1', 'place'];
    expect(saysRedacted({ next: [], hidden: 0 }, item)).toBe(false);
    expect(saysRedacted({ next: [], hidden: 1 }, item)).toBe(true);
    expect(saysRedacted({ next: [{ id: 'a1' }], hidden: 1 }, item)).toBe(false);
  });

  it('has a reason for each place that stays silent, and none without such a place', () => {
    const places = [...whole].flatMap(([name, body]) =>
      Object.keys(MARKS).flatMap((mark) => placesOf(body, mark).map((place) => designOf(name, place))),
    );
    expect(Object.keys(BY_DESIGN).filter((it) => !places.includes(it))).toEqual([]);
  });

  it('nobody guesses what is redacted by trying values', async () => {
    const { account } = await relateWithRedaction('caseworker', 'second-opinion');
    const { id } = related.everything.file;
    const guess = (path: string, body: object) => account.client.post(`/case-files/${id}/${path}`, body);
    expect((await guess('what-if', { values: { bed: 'no' } })).status).toBe(403);
    expect((await guess('what-if', { values: { journey_home: 'no' } })).status).toBe(200);
    const step = `runs/${names['/case-files/{id}/runs/{runId}'] ?? ''}/steps/plan_night/check`;
    expect((await guess(step, { values: { bed: 'no' } })).status).toBe(403);
    expect((await guess(step, { values: {} })).status).toBe(200);
  });

  /** Related in this way, with what is redacted then; a partner sees what the referral carries. */
  async function relateWithRedaction(role: AccountRole, relation: Relation) {
    const carries: readonly FieldClass[] = ['situation'];
    const { account, principal, file } = await related.relateAccount(role, relation);
    if (relation === 'partner')
      await attacked.service.asSuperuser(async (client) => {
        // A referral is not widened by whoever works here.
        await client.query(`SET session_replication_role = replica`);
        await client.query(`UPDATE assignment SET classes = $2 WHERE account_id = $1 AND ended_at IS NULL`, [
          account.id,
          carries,
        ]);
      });
    const grants = file.grants.map((grant) =>
      grant.relation === 'partner' ? { ...grant, classes: carries } : grant,
    );
    return {
      ...{ account, referralId: grants.find((it) => it.relation === 'partner')?.sharingId ?? '' },
      redacted: redactedClasses(principal, { kind: 'case-file', ...file, grants }, ACT[role]),
    };
  }
});

const ACT: Readonly<Partial<Record<AccountRole, 'receive'>>> = { partner: 'receive' };
const designOf = (name: string, place: PlaceInAnswer): string =>
  `${name}: ${place[0] === 'caseFile' ? place.slice(0, 2).join('.') : (place[0] ?? '')}`;
const isByDesign = (name: string, place: PlaceInAnswer): boolean => designOf(name, place) in BY_DESIGN;
