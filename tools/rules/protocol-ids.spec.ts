import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLibrary } from '@repere/protocol';
import { findIds, findIdsInText, idsOf } from './find-protocol-ids';

const root = join(__dirname, '../..');
const git = (...paths: readonly string[]): readonly string[] =>
  execFileSync('git', ['ls-files', '--', ...paths], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');

const library = loadLibrary(
  Object.fromEntries(
    git('protocols/*.yaml')
      .filter((it) => !/\/(examples|vectors|mutations|schema)\//.test(it))
      .map((it) => [it.replace(/^protocols\//, ''), readFileSync(join(root, it), 'utf8')]),
  ),
);
if (!library.shared) throw new Error('facts.yaml can not be read');
const ids = idsOf(library.documents, library.shared);

/** Not the product: tests, what they stand on, the demo and its stories, and what is printed from elsewhere. */
const ELSEWHERE = /\.(spec|arbitrary|volume|gen)\.ts$|\/testing\/|^apps\/api\/src\/demo\//;
const files = git('apps/*/src/*.ts', 'libs/*/src/*.ts').filter((it) => !ELSEWHERE.test(it));
/** Templates, words, sheets and what else stands beside sources. */
const texts = git('apps/*/src/*', 'libs/*/src/*').filter(
  (it) => /\.(html|json|typ|sql|ya?ml)$/.test(it) && !ELSEWHERE.test(it),
);

/**
 * True homonyms, by file or everywhere: words of the code that a document uses as a name for something else. Each must be
 * needed, and says why it is no id.
 */
const HOMONYMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': {
    asked_by: 'a column of tables: who asked',
    best_interests: 'a key of worked examples',
    decided_by: 'a column of tables: who decided',
    'missing-child': 'a reason for an emergency access',
  },
  'apps/api/src/audit/missions/findings/findings.service.ts': { settled: 'a state of a finding' },
  'apps/api/src/migrations/baseline/context.ts': { reads: 'what a request may do, told to the database' },
  'apps/api/src/migrations/baseline/lead-proposals.ts': { withdrawn: 'a state of a proposal of the lead' },
  'apps/api/src/migrations/baseline/privacy.ts': { withdrawn: 'an outcome of a request for access' },
  'apps/web/src/app/access/play/room/room-stream.ts': { CLOSED: 'a state of an EventSource' },
  'libs/feel/src/syntax/parse-expression.ts': { return: 'a word of FEEL' },
  'libs/audit/src/closed-lists/mission-lists.ts': { settled: 'a state of a finding' },
  'libs/cases/src/appointments/closed-lists.ts': {
    held: 'a state of an appointment',
    cancelled: 'a state of an appointment',
  },
};

it('no id of a protocol, step, fact or outcome stands in the code: what it needs to know is declared in the documents', () => {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const found = [
    ...files.flatMap((file) => findIds(file, read(file), ids)),
    ...texts.flatMap((file) => findIdsInText(file, read(file), ids)),
  ];
  expect(texts.filter((it) => it.endsWith('.html')).length).toBeGreaterThan(100);
  expect(texts.filter((it) => it.endsWith('.json')).length).toBeGreaterThan(30);
  const isAllowed = ({ file, id }: { readonly file: string; readonly id: string }): boolean =>
    HOMONYMS[file]?.[id] !== undefined || HOMONYMS['*']?.[id] !== undefined;
  expect(
    found.filter((it) => !isAllowed(it)).map(({ file, line, id }) => `${file}:${String(line)} ${id}`),
  ).toEqual([]);
  const unused = Object.entries(HOMONYMS).flatMap(([file, allowed]) =>
    Object.keys(allowed).filter(
      (id) => !found.some((it) => it.id === id && (file === '*' || it.file === file)),
    ),
  );
  expect(unused).toEqual([]);
});

describe('the finder', () => {
  it.each([
    ['a fact', "const known = facts.find((it) => it.fact === 'birth');"],
    ['a step', "const step = { step: 'danger' };"],
    ['a protocol', "const version = file.inForce['care'];"],
    ['an outcome', "const isFinal = outcome === 'ADULT_BY_FINAL_DECISION';"],
    ['a list of steps', "const steps = ['report', 'tell_authorities'];"],
    ['a key', 'const values = { urgent_danger_seen: said };'],
    ['a field behind a dot', 'const said = values.lives_with_child;'],
    ['a statement', "const sql = `SELECT 1 FROM case_fact f WHERE f.fact = 'danger'`;"],
    ['a statement of several', "const sql = `AND r.outcome IN ('MISSING', 'DORMANT')`;"],
    ['what has an id', "const isIt = definition.id === 'shelter';"],
    ['a case', "switch (step.id) { case 'shelter': return true; }"],
    ['a choice of steps', "const isOurs = ['report', 'shelter'].includes(step);"],
    ['a constant', "const STEPS = new Set(['shelter']);"],
    ['what is looked up', "const said = facts.get('danger');"],
    ['what is looked up behind a dot', 'const version = file.inForce.care;'],
    ['what is asked for', "const step = stepOf(run, 'shelter');"],
    ['a table by outcome', 'const outcomes = { DORMANT: 1 };'],
    ['a template', 'const key = `${protocol}.tell_authorities`;'],
    ['a condition', 'const isOpen = compile(\'urgent_danger_seen = "yes"\');'],
    ['YAML', 'const draft = `steps:\\n  - id: tell_authorities`;'],
    ['a comment', '/** Ids of findings (`nobody-waits`). */'],
    ['a version in a comment', '// The version that is meant: `care@1.0.0`.'],
    ['words that name one', "const remedy = 'Write latest(papers_birth).';"],
  ])('sees %s', (_what, code) => expect(findIds('a.ts', code, ids)).not.toEqual([]));

  it.each([
    ['a word of a template', '<p>{{ said.urgent_danger_seen }}</p>'],
    ['what a template compares', "@if (step.id === 'shelter') {"],
    ['what a template gives', '<app-step protocol="care" />'],
    ['a key of words', '"tell_authorities": "Prévenir"'],
    ['a value of words', '{ "step": "shelter" }'],
  ])('sees %s', (_what, text) => expect(findIdsInText('a.html', text, ids)).toHaveLength(1));

  it('leaves the words of a template alone', () => {
    expect(findIdsInText('a.html', '<a class="care danger">{{ t("care.danger") }}</a>', ids)).toEqual([]);
  });

  it.each([
    ['a word', "const purpose = 'care';"],
    ['a class of fields', "redacted.has('contact');"],
    ['a name of the code', 'const danger = dangerOf(view);'],
    ['a word of a comment', '/** `danger`: how grave it is. */'],
    ['what is imported', "import { danger } from './care';"],
  ])('leaves %s alone', (_what, code) => expect(findIds('a.ts', code, ids)).toEqual([]));
});
