import { randomUUID } from 'node:crypto';
import type { CurriculumItem } from '@repere/protocol';
import { CERTIFICATES_SQL } from '../../access/team/training-certificates.query';
import { Qualifications } from '../../cases/qualification/qualifications';
import { printTrace, traceStatements } from '../../testing/database/statement-trace';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import type { TrainingMatrixDto } from './progress.dto';
import { MOST_PEOPLE } from './show-progress.service';

const TODAY = new Date().toISOString().slice(0, 10);

describe('who is up to date', () => {
  let service: TestService;
  let supervisor: SignedInClient;
  let curriculum: readonly CurriculumItem[];
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha Exemple' });
    await service.signIn({ roles: ['supervisor'], teams: ['South'] });
    ({ curriculum } = service.app.get(Qualifications));
  });
  afterAll(() => service.stop());

  /** People of one team, each with a certificate of today for the first items of what they should have practised. */
  async function hire(team: string, names: readonly string[], practised = 0): Promise<void> {
    await service.asSeed(async ({ manager }) => {
      for (const name of names) {
        const [{ id }] = (await manager.query(
          `WITH someone AS (INSERT INTO account (login, name, roles) VALUES ($1, $2, '{caseworker}') RETURNING id)
           INSERT INTO team_member (account_id, team_id) SELECT someone.id, team.id FROM someone, team WHERE team.name = $3
           RETURNING account_id AS id`,
          [randomUUID(), name, team],
        )) as [{ id: string }];
        for (const item of curriculum.filter(({ roles }) => roles.includes('TS')).slice(0, practised))
          await CERTIFICATES_SQL.insert.first(manager, [
            ...[
              randomUUID(),
              id,
              name,
              'caseworker',
              item.scenarios[0] ?? 'any',
              '{"fr":"Nuit","en":"Night"}',
            ],
            ...[
              JSON.stringify([{ protocol: item.protocol, version: '1.0.0', hash: '' }]),
              TODAY,
              'Lundi',
              'Tom',
            ],
            ...['repere/training/x/0', Buffer.alloc(32), supervisor.id, new Date(), null],
          ]);
      }
    });
  }
  const shown = async (by = supervisor) => {
    const { result, statements } = await traceStatements(() =>
      by.client.get<TrainingMatrixDto>('/training/certificates'),
    );
    expect(result.status).toBe(200);
    return { ...result.body, names: result.body.people.map(({ name }) => name), statements };
  };

  it('comes with whoever has most to do first, then by name, and nobody of another team', async () => {
    await hire('North', ['Abel', 'Zoé'], curriculum.length);
    await hire('North', ['Noé', 'Élise']);
    await hire('North', ['Bea'], 1);
    await hire('South', ['Iris']);
    const { names, people } = await shown();
    expect(names.filter((it) => it !== 'Sacha Exemple')).toEqual(['Élise', 'Noé', 'Bea', 'Abel', 'Zoé']);
    const last = people.at(-1)?.standings.map(({ state }) => state);
    expect(new Set(last)).toEqual(new Set(['up-to-date', 'not-asked']));
  });

  it('asks as much of the database for two hundred people as for six; a list that is cut has who is late', async () => {
    const { statements: few } = await shown();
    await hire(
      'North',
      Array.from({ length: MOST_PEOPLE - 1 }, (_, n) => `Person ${String(n)}`),
      2,
    );
    const { statements, people, names, isCut } = await shown();
    expect([people.length, isCut]).toEqual([MOST_PEOPLE, true]);
    expect(names).toEqual(expect.arrayContaining(['Élise', 'Noé', 'Bea']));
    expect(names).not.toContain('Abel');
    expect(statements.length === few.length ? '' : printTrace(statements)).toBe('');
  });
});
