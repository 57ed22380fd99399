import { ProtocolLibrary } from '../protocols/protocol-library';
import { workOff } from '../protocols/testing/draft-client';
import type { TestService } from '../testing/test-service';
import { stepOf } from '../cases/testing/case-client';
import { demoChildren } from './cases/demo-children';
import { DemoService } from './testing/demo-service';
import type { DraftSummaryDto, ProtocolDraftDto } from '../protocols/drafts/drafts.dto';
import type { DryRunDto } from '../cases/moves/dry-runs.dto';
import type { WorklistDto } from '../cases/worklist/worklist.dto';
import type { DuplicateTaskDto } from '../cases/duplicates/duplicate-tasks.dto';
import type { ApprovalItemDto } from '../cases/approvals/approvals.dto';
import type { CaseFileDto } from '../cases/page/case-file.dto';
import type { Page } from '../platform/answers/page';

const CHILDREN = demoChildren(() => '2025-01-01');

describe('the demo', () => {
  let demo: DemoService;
  let service: TestService;
  beforeAll(async () => {
    demo = await DemoService.start();
    ({ service } = demo);
    expect(await demo.seed()).toEqual([CHILDREN.length, 1]);
  }, 300_000);
  afterAll(() => service.stop());

  const signIn = (login: string) => demo.signIn(login);
  const find = (login: string, calledName: string) => demo.findCase(login, calledName);

  it('adds nothing when it is seeded again', async () => {
    expect(await demo.seed()).toEqual([0, 0]);
  });

  it('has every protocol at work, and outcomes that protect in full and less', async () => {
    const known = [...service.app.get(ProtocolLibrary).documents.values()].map(({ document }) => document);
    const runs = await service.query<{ protocol: string; outcome: string }>(
      `SELECT DISTINCT protocol, outcome FROM run`,
    );
    expect(new Set(runs.map(({ protocol }) => protocol))).toEqual(new Set(known.map((it) => it.protocol)));
    const classes = runs.map(
      ({ protocol, outcome }) =>
        known.find((it) => it.protocol === protocol)?.outcomes.find(({ id }) => id === outcome)?.protects,
    );
    expect(new Set(classes)).toEqual(new Set(['full', 'less']));
    const ofAge = runs.filter(({ protocol }) => protocol === 'age-doubt').map(({ outcome }) => outcome);
    expect(ofAge.sort()).toEqual(['MINOR_ESTABLISHED', 'PRESUMED_MINOR']);
  });

  it('has older cases under 0.9.0, opened before 1.0.0 came into force', async () => {
    const runs = await service.query<{ protocol: string; count: number }>(
      `SELECT protocol, count(*)::int FROM run
        WHERE version = '0.9.0' AND protocol IN ('identification', 'protection') AND NOT ended GROUP BY protocol`,
    );
    const counts = new Map(runs.map(({ protocol, count }) => [protocol, count]));
    expect(counts.get('identification')).toBeGreaterThanOrEqual(12);
    expect(counts.get('protection')).toBeGreaterThanOrEqual(8);
    const [late] = await service.query(
      `SELECT 1 FROM run JOIN protocol_version v ON v.name = run.protocol AND v.version = run.version
        WHERE run.opened_at < v.in_force_from`,
    );
    expect(late).toBeUndefined();
  });

  it('lets no deadline of ours that the law sets pass', async () => {
    const files = await demo.listCases();
    expect(files).toHaveLength(CHILDREN.length);
    const late = files.flatMap(({ child, state: { deviations, deadlines } }) => {
      const ofLaw = deadlines.filter(({ origin, owner }) => origin === 'LEGAL' && owner === 'ours');
      return deviations
        .filter((it) => it.kind === 'late')
        .filter((it) => ofLaw.some(({ runId, step }) => runId === it.runId && step === it.step))
        .map(({ step }) => [child, step]);
    });
    expect(late).toEqual([]);
  });

  it('holds no address and no number of anybody', () => {
    const written = JSON.stringify(CHILDREN);
    expect(written).not.toMatch(/@|https?:|\+\d{2}|\b0\d([ .]?\d{2}){4}\b/);
  });

  it('tries 1.0.0 on the older cases, and the draft of Pia: some deadlines would already have passed', async () => {
    const pia = await signIn('pia');
    const [summary, ...more] = (await pia.get<DraftSummaryDto[]>('/protocol-drafts')).body;
    expect(more).toEqual([]);
    const { body: draft } = await pia.get<ProtocolDraftDto>(`/protocol-drafts/${summary?.id ?? ''}`);
    expect(draft).toMatchObject({ state: 'in-review', problems: [], author: { name: 'Pia Exemple' } });
    expect(draft.comments.map(({ by }) => by.name)).toEqual(['Paul Modèle']);
    await workOff(service);
    const { body: dryRuns } = await pia.get<DryRunDto[]>('/protocol-dry-runs');
    expect(dryRuns.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    const passed = (to: string): readonly string[] =>
      dryRuns
        .filter((it) => it.protocol === 'protection' && it.to === to)
        .flatMap(({ counts }) => counts.passed.map(({ step }) => step));
    expect(passed('1.0.0')).toContain('local_duty_line');
    expect(passed('1.1.0')).toContain('prosecutor_answer');
  });

  it('a caseworker finds something in every group of the day', async () => {
    const { body } = await (await signIn('camille')).get<WorklistDto>('/worklist');
    // Of a case of which nothing else is to be done: none of hers is.
    const { later, ...counts } = body.counts;
    expect(later).toBe(0);
    for (const [group, count] of Object.entries(counts)) expect([group, count > 0]).toEqual([group, true]);
  });

  it('both supervisors have something to approve, and the possible duplicate', async () => {
    for (const login of ['sacha', 'sofia']) {
      const client = await signIn(login);
      expect((await client.get<Page<DuplicateTaskDto>>('/duplicate-tasks')).body.items).toHaveLength(1);
    }
    const { body } = await (await signIn('sacha')).get<Page<ApprovalItemDto>>('/approvals');
    expect(body.items.map(({ inEffect }) => inEffect)).toEqual(expect.arrayContaining([true, false]));
  });

  it('an X-ray of 19.5 years with 18 months of margin leaves Cerise presumed a minor', async () => {
    const { state } = await find('dominique', 'Cerise');
    const outcome = state.runs.find(({ protocol }) => protocol === 'age-doubt')?.outcome;
    expect(outcome).toMatchObject({
      id: 'PRESUMED_MINOR',
      protects: 'full',
      note: { fr: expect.stringMatching(/marge/) },
    });
  });

  it('an authority owes Mistral an answer that is overdue, and that is nobody’s delay of ours', async () => {
    const { state } = await find('rene', 'Mistral');
    const overdue = state.deadlines.filter(
      ({ owner, dueAt, metAt }) => owner === 'outside' && metAt === null && (dueAt ?? 0) < state.now,
    );
    expect(overdue.map(({ step }) => step)).toContain('judge_seized');
    expect(state.deviations).toContainEqual(expect.objectContaining({ kind: 'rights-incident' }));
  });

  it('Ficelle has something to confirm, Nuage a half-written form, Pépin a second look by time alone', async () => {
    const ficelle = await find('camille', 'Ficelle');
    expect(ficelle.state.runs.flatMap(({ steps }) => steps.map(({ state }) => state))).toContain(
      'to-confirm',
    );
    expect(Object.keys((await find('camille', 'Nuage')).drafts)).toHaveLength(1);
    const pepin = await find('rosa', 'Pepin');
    expect(pepin.state.runs.filter(({ protocol }) => protocol === 'identification')).toHaveLength(2);
    expect(stepOf(pepin, 'identification', 'status').state).toBe('done');
  });

  it('nobody of one team sees a case of the other', async () => {
    const { id } = await find('dominique', 'Cerise');
    for (const login of ['camille', 'rene', 'sacha', 'ines', 'alix', 'tom', 'pia'])
      expect((await (await signIn(login)).get(`/case-files/${id}`)).status).toBe(404);
  });

  describe('stories of the other protocols', () => {
    const at = (file: CaseFileDto, step: string) => file.state.deadlines.find((it) => it.step === step);
    const hours = (file: CaseFileDto, step: string): number =>
      ((at(file, step)?.dueAt ?? NaN) - file.state.now) / 3_600_000;
    const outcomeOf = ({ state }: CaseFileDto, protocol: string): string | undefined =>
      state.runs.find((it) => it.protocol === protocol)?.outcome?.id;
    const incidents = ({ state }: CaseFileDto) =>
      state.deviations.filter(({ kind }) => kind === 'rights-incident');

    it('the five days of Boréal’s shelter end soon, and nobody assesses his age yet', async () => {
      const file = await find('dominique', 'Boréal');
      expect(at(file, 'extension_1')).toMatchObject({ origin: 'LEGAL', owner: 'ours', metAt: null });
      expect(hours(file, 'extension_1')).toBeGreaterThan(0);
      expect(hours(file, 'extension_1')).toBeLessThan(60);
      expect(stepOf(file, 'unaccompanied-minor', 'evaluation').state).toBe('blocked');
    });

    it('Ponton is held, his hours are counted, and the prosecutor owes a representative', async () => {
      const file = await find('rosa', 'Ponton');
      expect(outcomeOf(file, 'border-zone')).toBe('HELD');
      expect(incidents(file).map(({ step }) => step)).toEqual(['hours_held']);
      expect(hours(file, 'ad_hoc_named')).toBeLessThan(0);
    });

    it('Plume is to be heard again without a reason; not to be filmed waits for a second person', async () => {
      const file = await find('camille', 'Plume');
      expect(file.state.deviations).toContainEqual(expect.objectContaining({ kind: 'flag', step: 'need' }));
      expect(stepOf(file, 'hearing', 'recording_request').state).toBe('awaiting-approval');
      expect(stepOf(file, 'hearing', 'does_not_want').state).toBe('ready');
    });

    it('Tilleul’s project is due within the week, his psychologist late; a gap and a question are written down', async () => {
      const file = await find('rene', 'Tilleul');
      expect(at(file, 'child_project')).toMatchObject({ origin: 'LEGAL', owner: 'ours', metAt: null });
      expect(hours(file, 'child_project')).toBeGreaterThan(0);
      expect(hours(file, 'child_project')).toBeLessThan(8 * 24);
      expect([at(file, 'psy_first')?.owner, hours(file, 'psy_first') < 0]).toEqual(['outside', true]);
      for (const step of ['expert_advice', 'unmet_need'])
        expect(stepOf(file, 'care', step).state).toBe('done');
    });

    it('Safran is not sent back while his age is in doubt: it was tried, refused, and he stays', async () => {
      expect(outcomeOf(await find('dominique', 'Safran'), 'return')).toBe('STAYS');
      const [refused] = await service.query<{ count: number }>(
        `SELECT count(*)::int FROM ledger_event WHERE entry::jsonb ->> 'type' = 'demo.seed' AND entry::jsonb ->> 'outcome' <> 'done'`,
      );
      expect(refused?.count).toBe(1);
    });

    it('Orage is missing since last night; every call was made, and being told to wait is a rights incident', async () => {
      const file = await find('camille', 'Orage');
      expect(outcomeOf(file, 'missing-child')).toBe('MISSING');
      for (const step of ['report', 'tell_authorities', 'line_open', 'clues_given'])
        expect(stepOf(file, 'missing-child', step).state).toBe('done');
      expect(incidents(file).map(({ step }) => step)).toEqual(['report']);
    });

    it('the end of Verveine’s follow-up waits for the second person', async () => {
      const file = await find('rosa', 'Verveine');
      expect(stepOf(file, 'follow-up', 'closure').state).toBe('awaiting-approval');
      expect(outcomeOf(file, 'follow-up')).toBe('ENDING');
    });

    it('Colibri has a plan without a sign and a gap at school; Grelot was put in a cell', async () => {
      const colibri = await find('camille', 'Colibri');
      expect(outcomeOf(colibri, 'identification')).toBe('NO_SIGN');
      expect(stepOf(colibri, 'identification', 'unmet_need').state).toBe('done');
      expect(incidents(await find('rene', 'Grelot')).map(({ step }) => step)).toEqual(['rights_incident']);
    });
  });

  describe('a stolen dump', () => {
    it('holds no name, no note, no contact of a child, in any table', async () => {
      const secrets = CHILDREN.flatMap(({ child, acts }) => [
        child.calledName,
        child.familyName ?? child.calledName,
        ...(child.alsoKnownAs ?? []),
        ...acts.flatMap(({ act: action }) =>
          action.kind === 'note' || action.kind === 'facts'
            ? [action.note]
            : action.kind === 'person'
              ? [action.person.name]
              : [],
        ),
      ]);
      // What children said, wherever it was written.
      secrets.push(...(JSON.stringify(CHILDREN).match(/«[^»]+»/g) ?? []));
      secrets.push(
        'parapluie',
        'messagerie de l’école',
        'Elle serre son téléphone',
        'elle parlait d’une camarade',
      );
      // Texts of protocols are public; children of their worked examples have names of the same kind.
      const published = ['protocol_version', 'protocol_draft', 'protocol_dry_run'];
      const dump = await service.asSuperuser(async (client) => {
        const { rows } = await client.query<{ name: string }>(
          `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
            WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
              AND table_name <> ALL ($1)`,
          [published],
        );
        let text = '';
        for (const { name } of rows) {
          const { rows: found } = await client.query(`SELECT * FROM ${name}`);
          text += JSON.stringify(found, (_key, value: unknown) =>
            isBuffer(value)
              ? Buffer.from(value.data).toString('latin1') + Buffer.from(value.data).toString('utf8')
              : value,
          );
        }
        return text;
      });
      expect(dump).toContain('Camille Exemple');
      // The staff's own team is named after a compass; no child is.
      for (const secret of secrets) expect([secret, dump.includes(secret)]).toEqual([secret, false]);
    });

    it('can’t be rewritten with the application’s role: no UPDATE, no DELETE of what was recorded', async () => {
      await service.asSuperuser(async (client) => {
        for (const statement of [
          `UPDATE journal_entry SET step = 'x'`,
          `DELETE FROM journal_entry`,
          `TRUNCATE journal_entry CASCADE`,
          `UPDATE ledger_event SET entry = '{}'`,
          `DELETE FROM ledger_event`,
          `UPDATE protocol_version SET hash = 'x'`,
        ]) {
          await client.query(
            `BEGIN; SET LOCAL ROLE repere_space; SELECT set_config('app.ctx', '{"system":"system:seed","writes":true}', true)`,
          );
          await expect(client.query(statement)).rejects.toThrow(/permission denied/);
          await client.query('ROLLBACK');
        }
      });
    });

    it('can’t be added to in silence: a change without an event of its transaction is refused at COMMIT', async () => {
      await service.asSuperuser(async (client) => {
        await client.query(
          `BEGIN; SET LOCAL ROLE repere_space; SELECT set_config('app.ctx', '{"system":"system:seed","writes":true}', true)`,
        );
        await client.query(`UPDATE step_state SET state = 'done'`);
        await expect(client.query('COMMIT')).rejects.toThrow(/without a ledger event/);
      });
    });
  });
});

const isBuffer = (value: unknown): value is { type: 'Buffer'; data: number[] } =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'Buffer' &&
  'data' in value;
