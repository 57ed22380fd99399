import { CaseReader } from '../cases/reading/case-reader';
import { CaseRowsRepository } from '../cases/reading/case-rows.repository';
import { OpenPlayedCase } from '../cases/opening/open-played-case.service';
import { CheckRecord } from '../fsck/checks/check-record';
import { placeIn } from '../platform/requests/request-origin';
import { Spaces } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../protocols/protocol-library';
import { asSuperuser } from '../testing/database/test-database';
import { SHIPPED_PROTOCOLS, type SignedInClient, TestService } from '../testing/test-service';
import { dropSpaces, makeSpace, playIn } from '../training/testing/led-spaces';
import type { WorklistDto } from '../cases/worklist/worklist.dto';
import { loadCommand, type LoadCommandOptions } from './load-command';

const CASES = 50;

describe('repere load', () => {
  let service: TestService;
  let trainer: SignedInClient;
  let said: string[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { protocolsDir: SHIPPED_PROTOCOLS },
      keepsRecord: true,
    });
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
    jest.spyOn(console, 'error').mockImplementation((line: unknown) => void complaints.push(String(line)));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await dropSpaces(service);
    await service.stop();
  });

  const loadInto = (
    key: string,
    seed: number,
    more: LoadCommandOptions = {},
    cases = CASES,
  ): Promise<number> => {
    said = [];
    return loadCommand(
      service.configuration,
      ['--space', key, '--cases', String(cases), '--seed', String(seed)],
      {
        sayLine: (line) => void said.push(line),
        showProgress: () => undefined,
        ...more,
      },
    );
  };
  const spaceOf = async (key: string | null) => {
    const space = await service.app.get(Spaces).findSpace(key);
    if (!space) throw new Error(`no space ${String(key)}`);
    return space;
  };
  const rowsIn = async <R extends object>(key: string | null, sql: string): Promise<readonly R[]> =>
    asSuperuser((await spaceOf(key)).database, async (client) => (await client.query<R>(sql)).rows);

  /** Children of a space with what was done for them, without what is a space’s own: accounts and references. */
  const childrenIn = async (key: string) => {
    const units = service.app.get(UnitOfWork);
    const ids = (await rowsIn<{ id: string }>(key, 'SELECT id FROM case_file ORDER BY id')).map(
      ({ id }) => id,
    );
    return units.unrecorded('system:recompute', placeIn(await spaceOf(key)), async () => {
      const files = await service.app
        .get(CaseReader)
        .loadMany(await service.app.get(CaseRowsRepository).listRows(ids));
      return [...files]
        .sort((a, b) => (a.row.id < b.row.id ? -1 : 1))
        .map(({ row, child, journal, territory }) => ({
          ...{ id: row.id, child, territory: territory.code },
          done: journal.map(({ id, kind, recordedAt, ...entry }) => [
            ...[id, kind, recordedAt],
            'step' in entry ? entry.step : null,
          ]),
        }));
    });
  };

  it('gives two spaces the same children, one of them interrupted and broken off in the middle of a case', async () => {
    const live = await rowsIn<{ n: string }>(
      null,
      'SELECT (SELECT count(*) FROM case_file) + (SELECT count(*) FROM account) AS n',
    );
    const [one, other] = [await makeSpace(service, trainer), await makeSpace(service, trainer)];

    const stopping = new AbortController();
    expect(
      await loadInto(one.key, 7, { showProgress: () => stopping.abort(), signal: stopping.signal }),
    ).toBe(1);
    expect(said.join()).toMatch(/^\n20 of 50 cases are there/);
    const whole = OpenPlayedCase.prototype.recordEntries;
    let acts = 0;
    const recording = jest.spyOn(OpenPlayedCase.prototype, 'recordEntries').mockImplementation(function (
      this: OpenPlayedCase,
      ...asked: Parameters<typeof whole>
    ) {
      if (++acts > 25) return Promise.reject(new Error('killed'));
      return whole.apply(this, asked);
    });
    expect(await loadInto(one.key, 7)).toBe(2);
    expect(complaints.at(-1)).toBe('killed');
    recording.mockRestore();
    expect(await loadInto(one.key, 7)).toBe(0);
    expect(await loadInto(other.key, 7)).toBe(0);

    const [children, same] = [await childrenIn(one.key), await childrenIn(other.key)];
    expect(children).toHaveLength(CASES);
    expect(children).toEqual(same);
    expect(new Set(children.map(({ child }) => child.calledName)).size).toBe(CASES);
    expect(new Set(children.map(({ territory }) => territory)).size).toBe(4);

    for (const { key } of [one, other])
      expect((await service.app.get(CheckRecord).check(await spaceOf(key))).findings).toEqual([]);
    expect(
      await rowsIn(null, 'SELECT (SELECT count(*) FROM case_file) + (SELECT count(*) FROM account) AS n'),
    ).toEqual(live);

    // All are there: nothing is doubled. Another series is refused.
    expect(await loadInto(one.key, 7)).toBe(0);
    expect(await loadInto(one.key, 8)).toBe(2);
    expect(complaints.at(-1)).toMatch(
      /^--cases, --seed: this space has a load already, 50 cases of series 7/,
    );
    expect(await rowsIn(one.key, 'SELECT count(*)::int AS n FROM case_file')).toEqual([{ n: CASES }]);

    const outcomes = await rowsIn<{ protocol: string; outcome: string | null }>(
      one.key,
      'SELECT protocol, outcome FROM run',
    );
    const ofAge = [...service.app.get(ProtocolLibrary).documents.values()].flatMap(({ document }) =>
      document.outcomes.filter(({ age }) => age === 'adult').map(({ id }) => `${document.protocol} ${id}`),
    );
    expect(ofAge.length).toBeGreaterThan(0);
    expect(outcomes.map(({ protocol, outcome }) => `${protocol} ${String(outcome)}`)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^(${ofAge.join('|')})$`))]),
    );

    const inside = await playIn(trainer, one.key);
    const { counts } = (await inside.get<WorklistDto>('/worklist')).body;
    expect(counts.now).toBeGreaterThan(0);
    expect(counts.late).toBeGreaterThan(0);
    const approver = await playIn(trainer, one.key, 'Chêne Exercice');
    expect((await approver.get<WorklistDto>('/worklist?scope=team')).status).toBe(200);
  }, 120_000);

  it.each([
    ['no space', ['--cases', '50', '--seed', '1'], /^--space: .*the live one is never loaded/],
    [
      'a space that is not there',
      ['--space', 'nowhere', '--cases', '50', '--seed', '1'],
      /^--space: there is no open training space nowhere/,
    ],
    [
      'too few',
      ['--space', 'x', '--cases', '49', '--seed', '1'],
      /^--cases: a whole number from 50 to 10000/,
    ],
    ['too many', ['--space', 'x', '--cases', '10001', '--seed', '1'], /^--cases: /],
    ['a count that is none', ['--space', 'x', '--cases', '1e3', '--seed', '1'], /^--cases: /],
    ['a seed that is none', ['--space', 'x', '--cases', '50', '--seed', '-1'], /seed/],
    ['another option', ['--space', 'x', '--force'], /force/],
  ])('refuses %s', async (_what, args, complaint) => {
    expect(await loadCommand(service.configuration, args)).toBe(2);
    expect(complaints.at(-1)).toMatch(complaint);
  });
});
