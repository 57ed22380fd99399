import { randomUUID } from 'node:crypto';
import { AppointmentClient } from '../../../appointments/testing/appointment-client';
import { action, ConferenceClient } from '../../../conferences/testing/conference-client';
import { giveAddress } from '../../../access/accounts/testing/mailed';
import { CaseClient, inventedName } from '../../../cases/testing/case-client';
import { insertBareCase } from '../../../testing/cases/test-case';
import { codeOf } from '../../../testing/accounts/test-factors';
import { insertOpenMission } from '../../../testing/cases/test-mission';
import { type SignedInClient, TestService } from '../../../testing/test-service';
import { grantTo } from '../../../testing/cases/test-grants';
import { PrivacyClient } from '../../testing/privacy-client';
import { STAFF_TOPICS } from './staff-topics';
import type { CaseFileDto } from '../../../cases/page/case-file.dto';
import type { AccessLineDto, AccessRequestDto } from '../access-requests.dto';
import type { AccountDetailDto } from '../../../access/accounts/administration/accounts.dto';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const EMAIL = 'ada.nord@service.example';
const WHY = 'Prend la suite de Zoé Quenouille';

const SERVICE = '5e7c1ce5-0000-4000-8000-000000000001';

describe('what is kept of somebody who works here', () => {
  let service: TestService;
  let ada: SignedInClient;
  let preparer: SignedInClient;
  let administrator: SignedInClient;
  let file: CaseFileDto;
  let secrets: readonly string[];
  let items: readonly AccessLineDto[];
  const familyName = inventedName();
  const key = () => ({ 'Idempotency-Key': randomUUID() });
  const seed = (sql: string, ...parameters: readonly unknown[]): Promise<{ id: string }[]> =>
    service.asSeed(({ manager }) => manager.query(sql, [...parameters]));
  const gathered = async (by: SignedInClient, accountId: string) => {
    const asking = { receivedOn: '2026-01-31', askedBy: 'Elle-même', identityChecked: 'Carte vue' };
    return new PrivacyClient(by.client).post<AccessRequestDto>('/access-requests', {
      ...asking,
      subject: 'staff',
      accountId,
    });
  };

  beforeAll(async () => {
    service = await TestService.start({ configuration: { demo: true } });
    ada = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Ada Nord' });
    preparer = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha Chef' });
    administrator = await service.signIn({ roles: ['administrator'], name: 'Alix Gardienne' });
    await giveAddress(service, ada.id, EMAIL);
    await atTheDoor();
    await atWork();
    await underExamination();
    expect((await gathered(preparer, ada.id)).status).toBe(201);
    ({ items } = (await gathered(preparer, ada.id)).body);
  });
  afterAll(() => service.stop());

  async function atTheDoor(): Promise<void> {
    const { client } = administrator;
    const change = (path: string, body: object) =>
      client.put<AccountDetailDto>(`/accounts/${ada.id}/${path}`, body);
    const [north] = await seed(`SELECT id FROM team WHERE name = 'North'`);
    const [west] = await seed(`INSERT INTO team (name, territory) VALUES ('West', '93') RETURNING id`);
    await change('teams', { teamIds: [north?.id, west?.id], was: [north?.id] });
    await change('roles', { roles: ['caseworker', 'trainer'], was: ['caseworker'] });
    const asked = await change('roles', {
      roles: ['supervisor'],
      was: ['caseworker', 'trainer'],
      reason: WHY,
    });
    const decision = `/account-changes/${asked.body.changes[0]?.id ?? ''}/decision`;
    await client.post(decision, { decision: 'refuse' });
    const seen = { roles: ['caseworker', 'trainer'], teamIds: [north?.id, west?.id] };
    await client.post(`/rights-reviews/${ada.id}`, { verdict: 'confirmed', ...seen });
    await service.signInAgain(ada);
    await ada.client.put('/reminders/calendar-feed', {});
    const { body } = await ada.client.post<{ secret: string }>('/factors/totp');
    const code = codeOf(body.secret);
    const added = await ada.client.post<{ recoveryCodes: string[] }>('/factors/totp/confirm', { code });
    secrets = [body.secret, ...added.body.recoveryCodes];
    await seed(
      `INSERT INTO passkey (account_id, credential_id, public_key, sign_count, transports, is_synced, name)
       VALUES ($1, 'c', 'k', 0, '{}', true, 'Téléphone d’Ada')`,
      ada.id,
    );
    await seed(
      `INSERT INTO provider_link (account_id, provider, issuer, subject_token, linked_at, linked_by)
       VALUES ($1, 'proconnect', 'https://auth.example/', 's', now(), $2)`,
      ada.id,
      administrator.id,
    );
    await seed(
      `INSERT INTO training_certificate (id, account_id, name, role, scenario, title, protocols, practised_on, space, trainer, log,
         file_hash, imported_by, imported_at, why_same)
       VALUES (gen_random_uuid(), $1, 'Ada Exemple', 'caseworker', 'a-night', '{"fr": "Une nuit", "en": "A night"}', '[]', '2025-03-31',
         'Groupe du lundi', 'Tom Exemple', 'repere/training/x', '', $2, now(), 'son nom d’usage')`,
      ada.id,
      administrator.id,
    );
    await seed(
      `INSERT INTO provider_invitation (token_hash, account_id, provider, invited_by) VALUES ('t', $1, 'proconnect', $2)`,
      ada.id,
      administrator.id,
    );
  }

  async function atWork(): Promise<void> {
    await seed(
      `INSERT INTO directory_service (id, kind, territories, profile, key_id, content, verified_by, verified_at, created_at, changed_at)
       SELECT $1, 'ngo', '{93}', '{}', id, 'x', $2, now(), now(), now() FROM data_key LIMIT 1`,
      SERVICE,
      administrator.id,
    );
    await seed(
      `INSERT INTO service_member (id, service_id, account_id, added_by, added_at) VALUES (gen_random_uuid(), $1, $2, $3, now())`,
      SERVICE,
      ada.id,
      administrator.id,
    );
    file = await new CaseClient(ada.client).opened({ child: { familyName } });
    await new CaseClient(ada.client).readCase(file.id);
    await new AppointmentClient(ada.client, file.id).planned({ escortId: ada.id });
    const conferences = new ConferenceClient(ada.client, file.id);
    const conference = await conferences.planned({ memberIds: [ada.id] });
    await conferences.writeMinutes(conference, { actions: [action(ada.id)] });
    const bob = await service.hire({ roles: ['caseworker'], teams: ['South'], name: 'Bob Sud' });
    const times = { from: inDays(-1), until: inDays(1) };
    const { client } = preparer;
    await client.post('/substitutions', { absentId: ada.id, substituteId: bob.id, ...times }, key());
    const [north] = await seed(`SELECT id FROM team WHERE name = 'North'`);
    await client.post('/duties', { teamId: north?.id, accountId: ada.id, ...times }, key());
    const other = await insertBareCase(service, { team: 'South', assignedId: ada.id, enteredBy: ada.id });
    await grantTo(service, other, ada.id, 'break-glass');
    await seed(
      `INSERT INTO recusal (id, case_file_id, team_id, account_id, key_id, words, declared_at)
       SELECT gen_random_uuid(), id, team_id, $2, data_key_id, 'x', now() FROM case_file WHERE id = $1`,
      other.id,
      ada.id,
    );
    await seed(
      `INSERT INTO journal_entry (case_file_id, seq, id, kind, run_id, step, occurred_from, occurred_to, occurred_precision, recorded_at,
                                  entered_by, target_id, target_entered_by, target_hash, key_id, payload, commitment, ledger_seq)
       SELECT case_file_id, 2, gen_random_uuid(), 'entry-approved', run_id, step, occurred_from, occurred_to, occurred_precision, now(),
              $2, id, entered_by, sha256(commitment), key_id, payload, commitment, ledger_seq FROM journal_entry WHERE id = $1`,
      other.entryId,
      bob.id,
    );
  }

  async function underExamination(): Promise<void> {
    const missionId = await insertOpenMission(service, { auditorId: ada.id, caseFileIds: [file.id] });
    await seed(
      `INSERT INTO mission_finding (id, mission_id, reference, severity, due_on, key_id, content, author_id, raised_at, owner_id)
       SELECT gen_random_uuid(), m.id, 'M-1/1', 'serious', current_date, m.key_id, 'x', m.created_by, now(), $2
         FROM mission m WHERE m.id = $1`,
      missionId,
      ada.id,
    );
    await seed(
      `INSERT INTO access_question (id, case_file_id, event_seq, asked_by, asked_of, asked_at, key_id, question)
       SELECT gen_random_uuid(), c.id, l.event_seq, $2, $3, now(), c.data_key_id, 'x'
         FROM case_file c JOIN access_event l ON l.case_file_id = c.id WHERE c.id = $1 LIMIT 1`,
      file.id,
      preparer.id,
      ada.id,
    );
  }

  const linesOf = (title: string) => items.filter(({ section }) => section.fr === title);
  const textsOf = (title: string): string =>
    linesOf(title)
      .map(({ label, text }) => `${label.fr}: ${text.fr}`)
      .join('\n');

  it.each(Object.entries(STAFF_TOPICS))('is told: %s', (_topic, { title }) => {
    expect(linesOf(title.fr).length).toBeGreaterThan(0);
    for (const { label, text } of linesOf(title.fr)) {
      expect(label.en.length * text.en.length).toBeGreaterThan(0);
      expect(`${text.fr}${text.en}`).not.toMatch(/undefined|null|\[object|NaN/);
    }
  });

  it('holds their address, the devices they are signed in on, and how often they looked at cases', async () => {
    expect(textsOf('Compte')).toContain(EMAIL);
    expect(textsOf('Séances ouvertes')).toMatch(/avec deux preuves/);
    const [{ n } = { n: 0 }] = await service.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM access_event l JOIN alias a ON a.alias = l.reader WHERE a.subject = $1 AND l.outcome = 'done'`,
      [ada.id],
    );
    expect(n).toBeGreaterThan(0);
    expect(textsOf('Consultations de dossiers, par mois et par jour')).toContain(`: ${String(n)} (`);
  });

  it('holds the roles and teams that they had, and when that changed, as the record has it', () => {
    const changed = textsOf('Ce que l’administration a changé');
    expect(changed).toMatch(/Équipes, \+ West/);
    expect(changed).toMatch(/Rôles, travailleur·se social·e → travailleur·se social·e, formateur·rice/);
    expect(textsOf('Changements décidés à deux')).toMatch(/→ responsable, refusé le/);
  });

  it('proposes to withhold who else is named, and to read what somebody wrote', () => {
    const kindsOf = (word: string) =>
      new Set(items.filter(({ text }) => text.fr.includes(word)).map((it) => it.kind));
    for (const other of ['Bob Sud', 'Alix Gardienne', 'Sacha Chef', 'Lead'])
      expect([other, [...kindsOf(other)]]).toEqual([other, ['others']]);
    expect([...kindsOf(WHY)]).toEqual(['free-text']);
  });

  it('holds no secret, no case, and nobody else’s', async () => {
    const all = JSON.stringify(items);
    const bob = await service.query<{ login: string }>(`SELECT login FROM account WHERE name = 'Bob Sud'`);
    for (const secret of [...secrets, familyName, file.id, file.reference, bob[0]?.login ?? ''])
      expect(all).not.toContain(secret);
  });

  it('is gathered in the person’s knowledge, by who follows requests in a team of theirs', async () => {
    const told = (id: string) =>
      service.query(`SELECT 1 FROM account_mail WHERE account_id = $1 AND kind = 'data-gathered'`, [id]);
    expect(await told(ada.id)).toHaveLength(2);
    expect((await gathered(preparer, preparer.id)).status).toBe(201);
    expect(await told(preparer.id)).toEqual([]);
    const elsewhere = await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    expect((await gathered(elsewhere, ada.id)).status).toBe(404);
    expect((await gathered(ada, ada.id)).status).toBe(403);
    expect(await told(ada.id)).toHaveLength(2);
  });
});
