import { TestMailServer } from '../../testing/accounts/test-mail-server';
import { giveAddress, sendMails } from '../../access/accounts/testing/mailed';
import type { WorklistDto } from '../../cases/worklist/worklist.dto';
import type { UnansweredReferralsDto } from '../answers/answers.dto';
import type { UnmetNeedsDto } from '../needs/unmet-needs.dto';
import { randomUUID } from 'node:crypto';
import type { ServiceToWriteDto, DirectoryServiceDto } from '../../directory/services/services.dto';
import type { SignedInClient } from '../../testing/test-service';
import { CaseClient } from '../../cases/testing/case-client';
import { Referring } from '../testing/referring';
import type { MatchedServicesDto, MatchServicesDto } from './match-services.dto';

const HOME: ServiceToWriteDto = {
  ...{ name: 'Foyer fictif', kind: 'young-shelter', territories: ['93'], needs: ['bed-tonight'] },
  ...{ ages: { from: 13, to: 17 }, sexes: ['girl'], languages: ['fr'], has: [], hasNot: [], freePlaces: 1 },
  ...{ phones: ['01 99 00 12 30'], opening: 'always' },
};

describe('who can take this child', () => {
  let referring: Referring;
  let administrator: SignedInClient;
  let server: TestMailServer;
  beforeAll(async () => {
    server = await TestMailServer.start();
    const mail = { smtpUrl: server.url, from: 'repere@repere.example' };
    referring = await Referring.start({ configuration: { mail } });
    administrator = await referring.service.signIn({ roles: ['administrator'] });
    for (const written of [
      HOME,
      { ...HOME, name: 'Refuge caché fictif', has: ['secret-address'], address: '9 impasse Cachée' } as const,
      { ...HOME, name: 'Petits fictifs', ages: { from: 6, to: 15 } },
      { ...HOME, name: 'Garçons fictifs', sexes: ['boy'] as const, waitingDays: 31 },
      {
        ...HOME,
        name: 'Rien de connu',
        needs: null,
        ages: null,
        sexes: null,
        languages: null,
        freePlaces: null,
      },
      { ...HOME, name: 'Loin', territories: ['13'] },
    ])
      await add(written);
  });
  afterAll(async () => {
    await referring.service.stop();
    await server.stop();
  });

  const add = async (written: object): Promise<DirectoryServiceDto> => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const { status, body } = await administrator.client.post<DirectoryServiceDto>(
      '/services',
      written,
      headers,
    );
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  };
  const ask = (asked: Partial<MatchServicesDto> = {}, by = referring.lead) =>
    by.client.post<MatchedServicesDto>(referring.addressOf('matching-services'), {
      need: 'bed-tonight',
      ...asked,
    });
  const named = (body: MatchedServicesDto, name: string) => body.items.find((it) => it.name === name);
  const why = (body: MatchedServicesDto, name: string, verdict: string) =>
    named(body, name)
      ?.criteria.filter((it) => it.verdict === verdict && it.decides)
      .map(({ of }) => of);

  it('tells supervisors once of a case and a need that services shut out those of sixteen and seventeen (G05)', async () => {
    const board = async ({ client }: SignedInClient) =>
      (await client.get<UnansweredReferralsDto>('/referrals/unanswered')).body.items;
    await giveAddress(referring.service, referring.supervisor.id, 'sacha@service.example');
    await ask({ age: 14 });
    await sendMails(referring.service);
    expect(await board(referring.supervisor)).toEqual([]);
    for (const _again of [1, 2, 3]) await ask({ age: 17 });
    await sendMails(referring.service);
    await ask({ age: 16 });
    await sendMails(referring.service);
    expect(await board(referring.supervisor)).toMatchObject([
      { what: 'age-gap', caseFileId: referring.file.id, partner: null },
    ]);
    expect(
      server.mails.filter(({ subject }) => subject.includes('par l’âge')).flatMap(({ to }) => to),
    ).toEqual(['sacha@service.example']);
    // The worker’s is to ask somebody, once; of another team it is nothing.
    expect(
      (await referring.lead.client.get<WorklistDto>('/worklist')).body.items
        .filter(({ kind }) => kind === 'referral')
        .map(({ title }) => title.en),
    ).toEqual(['A service was looked for, and nobody was asked: ask one']);
    const away = await referring.service.signIn({ roles: ['caseworker', 'supervisor'], teams: ['South'] });
    expect(await board(away)).toEqual([]);
    // Counted for the département of its team, as long as nobody meets it; on the board while the case and the need are open.
    const counted = async ({ client }: SignedInClient) =>
      (await client.get<UnmetNeedsDto>('/unmet-needs')).body.departments.flatMap(({ counts }) => counts);
    const gap = { need: 'bed-tonight', reason: 'age-gap' };
    expect([await counted(referring.supervisor), await counted(away)]).toEqual([
      [{ ...gap, open: 1, recorded: 0 }],
      [],
    ]);
    const tamper = (sql: string) => referring.service.pastTriggers(sql, [referring.file.id]);
    await tamper(`UPDATE case_file SET closed_on = current_date WHERE id = $1`);
    expect(await board(referring.supervisor)).toEqual([]);
    await tamper(`UPDATE case_file SET closed_on = NULL WHERE id = $1`);
    expect(await board(referring.supervisor)).toHaveLength(1);
    await tamper(`INSERT INTO unmet_need_event (id, case_file_id, team_id, need, kind, reason, at)
      SELECT gen_random_uuid(), id, team_id, 'bed-tonight', 'recorded', 'full', now() FROM case_file WHERE id = $1`);
    expect(await board(referring.supervisor)).toEqual([]);
    expect(await counted(referring.supervisor)).toEqual(
      expect.arrayContaining([{ ...gap, open: 0, recorded: 1 }]),
    );
  });

  it('is told in one order, with why, from what the case knows of the child', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      sex: 'girl',
      territory: 'Seine-Saint-Denis',
      reference: referring.file.reference,
    });
    expect(body.items.map(({ name, standing }) => [name, standing])).toEqual([
      ['Refuge caché fictif', 'fits'],
      ['Foyer fictif', 'fits'],
      ['Loin', 'fits'],
      ['Rien de connu', 'ask'],
      ['Petits fictifs', 'no'],
      ['Garçons fictifs', 'no'],
    ]);
    expect(why(body, 'Garçons fictifs', 'no')).toEqual(['sex']);
    expect(why(body, 'Rien de connu', 'ask')).toEqual(['need', 'age', 'sex', 'places']);
    expect(named(body, 'Loin')?.borders).toBeGreaterThan(3);
    expect(named(body, 'Foyer fictif')?.phones).toEqual(['01 99 00 12 30']);
  });

  it('raises who shuts out those of sixteen and seventeen (G05), and can be asked for another age under eighteen alone', async () => {
    const { body } = await ask({ age: 17 });
    expect([body.lostToAge, named(body, 'Petits fictifs')?.lostToAge]).toEqual([1, true]);
    const younger = (await ask({ age: 14 })).body;
    expect([younger.lostToAge, named(younger, 'Petits fictifs')?.standing]).toEqual([0, 'fits']);
    expect(named(younger, 'Petits fictifs')?.excludesSixteenSeventeen).toBe(true);
    expect((await ask({ age: 18 })).status).toBe(400);
  });

  it('shows a secret address once the service knows who the child is, to who sees places, and to nobody who broke the glass', async () => {
    const refuge = named((await ask()).body, 'Refuge caché fictif');
    expect(refuge).toMatchObject({ hasSecretAddress: true, address: { redacted: true } });
    // Not even by looking for what it doesn't do.
    expect(JSON.stringify((await ask({ need: 'interpreter-help' })).body)).not.toContain('impasse');
    const member = `/services/${refuge?.id ?? ''}/members/${referring.partner.id}`;
    expect((await referring.sendAs(administrator, 'put', member)).status).toBe(200);
    await referring.opened();
    expect(named((await ask()).body, 'Refuge caché fictif')?.address).toBe('9 impasse Cachée');
    await referring.endReferral();
    expect(named((await ask()).body, 'Refuge caché fictif')?.address).toMatchObject({ redacted: true });
    expect((await referring.sendAs(administrator, 'delete', member)).status).toBe(200);
    const rescuer = await referring.service.signIn({ roles: ['caseworker'], teams: ['South'] });
    expect((await ask({}, rescuer)).status).toBe(404);
    await referring.sendAs(rescuer, 'post', '/break-glass', {
      ...{ reason: 'child-present', words: 'L’enfant est devant moi.', reference: referring.file.reference },
    });
    const { status, body } = await ask({}, rescuer);
    expect(status).toBe(200);
    expect(named(body, 'Refuge caché fictif')?.address).toMatchObject({ redacted: true });
    expect(JSON.stringify(body)).not.toContain('impasse');
  });

  it('is for who works on the case: neither partner, auditor, administrator nor another team', async () => {
    await referring.opened();
    expect((await ask({}, referring.partner)).status).toBe(404);
    expect((await ask({}, administrator)).status).toBe(404);
    for (const roles of [['auditor'], ['caseworker'], ['trainer']] as const)
      expect(
        (await ask({}, await referring.service.signIn({ roles: [...roles], teams: ['East'] }))).status,
      ).toBe(404);
    expect((await ask({}, referring.supervisor)).status).toBe(200);
  });

  it('says that somebody there has the name of the family or of somebody around the child, to who may know', async () => {
    const service = await add({ ...HOME, name: 'Au nom commun' });
    const member = await referring.service.signIn({ roles: ['partner'], name: 'Ida Sifflet-Noir' });
    const path = `/services/${service.id}/members/${member.id}`;
    expect((await referring.sendAs(administrator, 'put', path)).status).toBe(200);
    const isSaid = async (by = referring.lead) =>
      named((await ask({}, by)).body, 'Au nom commun')?.hasNamesake;
    expect(await isSaid()).toBe(false);
    await new CaseClient(referring.lead.client).sendAct(referring.file.id, 'people', {
      name: 'Madame SIFFLET',
      relation: 'relative',
    });
    expect(await isSaid()).toBe(true);
    const other = await new CaseClient(referring.lead.client).opened({ child: { familyName: 'Noïr' } });
    const found = await referring.lead.client.post<MatchedServicesDto>(
      referring.addressOf('matching-services', other.id),
      { need: 'bed-tonight' },
    );
    expect(named(found.body, 'Au nom commun')?.hasNamesake).toBe(true);
    expect(named(found.body, 'Foyer fictif')?.hasNamesake).toBe(false);
  });

  it('leaves out a service of which a member is kept away from the case', async () => {
    const service = await add({ ...HOME, name: 'De la famille' });
    await referring.another();
    const path = `/services/${service.id}/members/${referring.partner.id}`;
    expect((await referring.sendAs(administrator, 'put', path)).status).toBe(200);
    expect(named((await ask()).body, 'De la famille')).toBeDefined();
    await referring.service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO recusal (id, case_file_id, team_id, account_id, declared_at, key_id, words)
         SELECT gen_random_uuid(), id, team_id, $2::uuid, now(), data_key_id, ''::bytea FROM case_file WHERE id = $1`,
        [referring.file.id, referring.partner.id],
      ),
    );
    expect(named((await ask()).body, 'De la famille')).toBeUndefined();
  });

  it('refuses what is no need, no language, no moment', async () => {
    for (const wrong of [
      { need: 'a-hug' },
      { languages: ['Français'] },
      { at: 'tonight' },
      { sex: 'girls' },
      { from: -1 },
    ])
      expect((await ask(wrong as Partial<MatchServicesDto>)).status).toBe(400);
  });

  it('is quick among five thousand', async () => {
    const lines = Array.from(
      { length: 5_000 },
      (_none, at) => `Masse ${String(at)};ngo;${at % 2 ? '93' : '13'};bed-tonight`,
    );
    const table = `nom;type;departements;besoins\n${lines.join('\n')}`;
    await referring.sendAs(administrator, 'post', '/service-imports', { table });
    const began = performance.now();
    const { body } = await ask();
    expect(body.toAsk).toBe(5_001);
    expect(body.items.length).toBe(20);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect((await ask({ from: 5_000 })).body.next).toBeNull();
  });
});
