import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkLibrary,
  factsByRole,
  type FactDefinition,
  type Library,
  loadLibrary,
  type ProtocolDocument,
  type SharedDocument,
} from '@repere/protocol';
import type { TeamBoardDto } from '../audit/board/board.dto';
import type { CaseFileSummaryDto } from '../cases/page/case-file.dto';
import { CaseClient } from '../cases/testing/case-client';
import type { WorklistDto } from '../cases/worklist/worklist.dto';
import type { Page } from '../platform/answers/page';
import { DraftClient } from '../protocols/testing/draft-client';
import { readProtocolFiles } from '../protocols/read-protocol-files';
import { SHIPPED_PROTOCOLS, TOWN_PROTOCOLS } from './protocol-folders';
import { type SignedInClient, TestService } from './test-service';

const TOOL = join(__dirname, '../../../../tools/protocols/rename-ids.mjs');

/** Every name and code that documents give, but for codes that a role has words for. */
function namesIn({ documents, shared }: { documents: Library['documents']; shared: SharedDocument }) {
  const ofFact = (fact: FactDefinition): readonly string[] => [
    fact.id,
    ...(fact.items ?? []).map(({ id }) => id),
    ...Object.values(fact.row ?? {}).flatMap(ofFact),
  ];
  return new Set([
    ...documents.flatMap(({ protocol, facts }) => [protocol, ...Object.values(facts).flatMap(ofFact)]),
    ...documents.flatMap(({ steps, outcomes }) => [...steps, ...outcomes].map(({ id }) => id)),
    ...Object.values(shared.facts).flatMap(ofFact),
    ...(factsByRole(shared).get('danger')?.definition.marked ?? []),
  ]);
}

function read(folder: string) {
  const library = loadLibrary(readProtocolFiles(folder));
  const { documents, shared } = library;
  if (!shared) throw new Error('facts.yaml can not be read');
  return { library, documents, shared };
}

/**
 * The product on protocols in which every step, fact, outcome, protocol and code is called otherwise: what it knows of them, the
 * documents say. The test finds by declaration what it asks for, as the product does.
 */
describe.each([
  ['made up', TOWN_PROTOCOLS],
  ['shipped', SHIPPED_PROTOCOLS],
])('protocols that are %s, with other names', (_which, original) => {
  const folder = mkdtempSync(join(tmpdir(), 'renamed-protocols-'));
  execFileSync(process.execPath, [TOOL, original, folder, '--codes'], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const { library, documents, shared } = read(folder);
  const roles = factsByRole(shared);
  const danger = roles.get('danger')?.definition;
  const absences = documents.find(({ absence }) => absence);
  let service: TestService;
  let account: SignedInClient;
  let worker: CaseClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: folder } });
    account = await service.signIn({ roles: ['caseworker'], teams: ['North'], name: 'Camille' });
    worker = new CaseClient(account.client);
  });
  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The step that alone writes the danger, with the protocol that it is of. */
  const deciding = (): readonly [ProtocolDocument, ProtocolDocument['steps'][number]] => {
    for (const document of documents)
      for (const step of document.steps) if (step.decides === danger?.id) return [document, step];
    throw new Error('no step decides the danger');
  };

  it('have no fault, and no name of before', () => {
    expect(checkLibrary(library).filter(({ severity }) => severity === 'error')).toEqual([]);
    const before = namesIn(read(original));
    expect([...namesIn({ documents, shared })].filter((it) => before.has(it))).toEqual([]);
  });

  it('are given out by their names, and a draft of one may begin', async () => {
    const versions = documents.map(({ protocol, version }) => `${protocol}@${version}`).join();
    const bundle = await account.client.get(`/protocols/bundle?versions=${encodeURIComponent(versions)}`);
    expect(bundle.status).toBe(200);
    const { client } = await service.signIn({ roles: ['protocol-editor'], name: 'Pia' });
    const [{ protocol, version } = { protocol: '', version: '' }] = documents;
    expect((await new DraftClient(client).begun(protocol, version)).protocol).toBe(protocol);
  });

  it('open a case, and mark its danger in the list, in their own words', async () => {
    const file = await worker.opened({ urgentDangerSeen: 'yes' });
    expect(file.state.runs.map(({ protocol }) => protocol)).toContain(
      documents.find(({ opensWith }) => opensWith === 'case')?.protocol,
    );
    const [{ protocol }, step] = deciding();
    const [grave = ''] = danger?.marked ?? [];
    const list = step.reasons[grave];
    const reasons = list === undefined ? [] : Object.keys(shared.reasons[list] ?? {}).slice(0, 1);
    await worker.completed(file.id, protocol, step.id, {
      ...{ values: { [step.decides ?? '']: grave }, reasons },
      ...{ bestInterests: 'À l’abri.', childView: { whyNot: 'Pas vu·e.' } },
    });
    const found = await account.client.post<Page<CaseFileSummaryDto>>('/case-files/search', {
      danger: [grave],
    });
    const label = danger?.values?.find(({ code }) => code === grave)?.label;
    expect(found.body.items).toMatchObject([{ id: file.id, danger: { code: grave, label, isMarked: true } }]);
    expect(
      (await worker.readCase(file.id)).dangers.filter(({ isMarked }) => isMarked).map(({ code }) => code),
    ).toEqual(danger?.marked);
  });

  it('tell in one press that a child is gone, whom to call, and what there is to do', async () => {
    const file = await worker.opened();
    const told = file.events.find(({ absence }) => absence === 'begins');
    if (!told) throw new Error('nothing says that a child is gone');
    const { status } = await worker.sendAct(
      ...([file.id, 'facts', { values: { [told.fact]: told.answer } }, { seq: file.state.seq }] as const),
    );
    expect(status).toBe(200);
    const after = await worker.readCase(file.id);
    const run = after.state.runs.find(({ absence }) => absence && !absence.isOver);
    expect(run?.protocol).toBe(absences?.protocol);
    expect(after.calls).toEqual(absences?.absence?.calls);
    const { body } = await account.client.get<WorklistDto>('/worklist');
    expect(body.items.map(({ runId }) => runId)).toContain(run?.runId);
  });

  it('say who the child is, and are counted on the board', async () => {
    const birth = roles.get('birth')?.fact;
    if (birth !== undefined) {
      const file = await worker.opened({ child: { birth: '2010-05-03' } });
      expect(file.factIds['birth']).toBe(birth);
      expect(file.state.facts.find(({ fact }) => fact === birth)?.value).toBe('2010-05-03');
    }
    const { client } = await service.signIn({ roles: ['supervisor'], teams: ['North'], name: 'Sacha' });
    const { status, body } = await client.get<TeamBoardDto>('/team-board');
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('North');
  });
});
