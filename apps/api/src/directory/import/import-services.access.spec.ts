import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../platform/answers/openapi';
import { type SignedInClient, TestService } from '../../testing/test-service';
import type { DirectoryServicesDto } from '../services/services.dto';
import type { ImportPreviewDto, ServiceImportsDto } from './service-imports.dto';

const HEAD = 'nom;type;departements;besoins;telephones;age_min;age_max;adresse_secrete;adresse';
const GOOD = `${HEAD}
Foyer A fictif;Foyer ou accueil d’urgence;93;Une place cette nuit;01 99 00 12 40;13;17;oui;4 impasse Secrète
Foyer B fictif;young-shelter;75, 93;bed-tonight;;6;15;;
Foyer B fictif;young-shelter;93, 75;;;;;;
`;

const ABC = 'abcdefghijklmnopqrstuvwxyz';

describe('a table of services', () => {
  let service: TestService;
  let administrator: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start();
    administrator = await service.signIn({ roles: ['administrator'], name: 'Alix Annuaire' });
  });
  afterAll(() => service.stop());

  const post = <T>(path: string, table: string, by = administrator, key: string = randomUUID()) =>
    by.client.post<T>(path, { table }, { 'Idempotency-Key': key });
  const preview = async (table: string) =>
    (await post<ImportPreviewDto>('/service-imports/preview', table)).body;
  const take = (table: string, key?: string) =>
    post<ServiceImportsDto & ProblemDto>('/service-imports', table, administrator, key);
  const total = async () =>
    (await administrator.client.post<DirectoryServicesDto>('/services/search', {})).body.total;

  it('is looked at first: what it adds, what is there already, what is wrong in which line', async () => {
    expect(await preview(`${GOOD}C;ngo;99;;;;;;\n`)).toMatchObject({
      ...{ added: 2, known: 1, wrong: 1 },
      first: [
        { line: 2, name: 'Foyer A fictif', kind: 'young-shelter', territories: ['Seine-Saint-Denis'] },
        { line: 3, territories: ['Paris', 'Seine-Saint-Denis'] },
      ],
      problems: [
        {
          ...{ line: 5, column: 'departements', code: 'invalid-value', found: '99' },
          text: { fr: expect.stringContaining('département') },
        },
      ],
    });
    expect(await total()).toBe(0);
  });

  it.each([
    ['départements', '99', 'departements'],
    ['nom', 'A'.repeat(121), 'nom'],
    ['nom', '', 'nom'],
    ['E-mail', 'pas une adresse', 'courriel'],
    ['mail', 'a@b.example, c@d.example', 'courriel'],
    ['Téléphone', 'poste 12', 'telephones'],
    ['téléphones', '0199001240/0199001241/0199001242/0199001243/0199001244', 'telephones'],
    ['âges', '17-13', 'ages'],
    ['âge min', '26', 'age_min'],
    ['age_max', '99', 'age_max'],
    ['langues', 'pachto!', 'langues'],
    ['langues', 'fr-un-mot-de-plus', 'langues'],
    [
      'langues',
      Array.from({ length: 41 }, (_none, at) => `${ABC[at % 26] ?? ''}${ABC[at % 23] ?? ''}z`).join(),
      'langues',
    ],
    ['horaires_semaine', 'fermé', 'horaires_semaine'],
    ['attente_jours', '1001', 'attente_jours'],
    ['adresse', 'x'.repeat(301), 'adresse'],
    ['a_savoir', 'x'.repeat(401), 'a_savoir'],
  ])('is refused where the form refuses: %s %s', async (title, found, column) => {
    const row = { nom: 'A', type: 'ngo', départements: '93', [title]: found };
    const quoted = Object.values(row).map((it) => `"${it}"`);
    const { problems, added } = await preview(`${Object.keys(row).join(';')}\n${quoted.join(';')}\n`);
    expect([added, problems]).toEqual([
      0,
      [
        {
          ...{ line: 2, column, code: 'invalid-value', found: found.slice(0, 60) },
          text: { fr: expect.any(String), en: expect.any(String) },
        },
      ],
    ]);
  });

  it('says all that is wrong in a line at once, whatever finds it', async () => {
    const titles = 'Nom;Type;Département;Tél;E-mail;Âges;Sexes;Attente (jours)';
    const { problems, added } = await preview(
      `${titles}\nFoyer Z fictif;ngo;999;abc;pas-mail;20-3;fusées;1001\nFoyer Y fictif;ngo;999;abc;;20-3;;\n`,
    );
    expect([added, problems.map(({ line, column }) => `${String(line)} ${column ?? ''}`).sort()]).toEqual([
      0,
      [
        ...['2 ages', '2 attente_jours', '2 courriel', '2 departements', '2 sexes', '2 telephones'],
        ...['3 ages', '3 departements', '3 telephones'],
      ],
    ]);
  });

  it('says before it is taken in which of its columns nobody reads', async () => {
    const titles = 'Nom;Type;Département;Tél;E-mail;Âges;Ville;Observations';
    const line = 'Foyer E fictif;ngo;93;01 99 00 12 40;nuit@foyer.example;13-17;Bobigny;complet';
    expect(await preview(`${titles}\n${line}\n`)).toMatchObject({
      ...{ added: 1, wrong: 0, unread: ['Ville', 'Observations'] },
    });
    expect((await preview(GOOD)).unread).toEqual([]);
  });

  it('is taken in whole or not at all', async () => {
    const { status, body } = await take(`${GOOD}C;ngo;99;;;;;;\n`);
    expect([status, body.reasons?.[0]?.code]).toEqual([422, 'wrong-lines']);
    expect(await total()).toBe(0);
    const key = randomUUID();
    for (const _twice of [1, 2]) expect((await take(GOOD, key)).status).toBe(201);
    expect(await total()).toBe(2);
    expect((await take(GOOD)).body.reasons?.[0]?.code).toBe('nothing-new');
    const shown = await administrator.client.post<DirectoryServicesDto>('/services/search', {});
    expect(shown.body.items.map(({ name, hasSecretAddress }) => [name, hasSecretAddress])).toEqual([
      ['Foyer A fictif', true],
      ['Foyer B fictif', false],
    ]);
    expect(JSON.stringify(shown.body)).not.toContain('impasse');
  });

  it('is taken back in one press; what somebody made sure of since stays', async () => {
    const { items } = (
      await administrator.client.post<DirectoryServicesDto>('/services/search', { text: 'Foyer B' })
    ).body;
    await administrator.client.put(
      `/services/verified/${items[0]?.id ?? ''}`,
      {},
      { 'Idempotency-Key': randomUUID() },
    );
    const { body: list } = await administrator.client.get<ServiceImportsDto>('/service-imports');
    expect(list.items).toMatchObject([{ services: 2, untouched: 1, by: 'Alix Annuaire', undoneAt: null }]);
    const undo = () =>
      administrator.client.delete<ServiceImportsDto>(`/service-imports/${list.items[0]?.id ?? ''}`, {
        'Idempotency-Key': randomUUID(),
      });
    expect((await undo()).body.items).toMatchObject([{ undoneAt: expect.any(String) }]);
    expect((await undo()).status).toBe(404);
    expect(await total()).toBe(1);
  });

  it('is for administrators alone, and has a limit', async () => {
    for (const roles of [['caseworker'], ['supervisor'], ['partner']] as const) {
      const by = await service.signIn({ roles: [...roles], teams: ['North'] });
      expect((await post('/service-imports/preview', GOOD, by)).status).toBe(403);
      expect((await post('/service-imports', GOOD, by)).status).toBe(403);
      expect((await by.client.get('/service-imports')).status).toBe(403);
    }
    expect((await take('x'.repeat(2_500_001))).status).toBe(400);
    expect((await take('x'.repeat(4_200_000))).status).toBe(413);
    for (const odd of ['', ' ', 'a\u202eb', 'a\u0000b']) expect((await take(`${odd}`)).status).toBe(400);
  });

  it('of five thousand lines is looked at and taken in whole, and each is found', async () => {
    const address = `${'Escalier B, porte fictive, '.repeat(5)}4 impasse Secrète`;
    const rest = `ngo;93;Une place cette nuit;01 99 00 12 40;13;17;oui;${address}`;
    const lines = Array.from({ length: 5_000 }, (_none, at) => `Service fictif ${String(at)};${rest}`);
    const table = `${HEAD}\n${lines.join('\n')}\n`;
    expect((await preview(table)).added).toBe(5_000);
    expect((await take(table)).status).toBe(201);
    const { body } = await administrator.client.post<DirectoryServicesDto>('/services/search', {
      text: '4999',
    });
    expect(body.items.map(({ name }) => name)).toEqual(['Service fictif 4999']);
    expect(
      (await administrator.client.post<DirectoryServicesDto>('/services/search', { from: 4_990 })).body,
    ).toMatchObject({ total: 5_001, next: null });
  });
});
