// Renames every protocol, step, fact, field, item, derived value, limit, outcome, moment, part and piece of evidence of a
// folder of protocols to made-up names, the same everywhere, and with --codes the codes of answers and reasons too:
//
//   node tools/protocols/rename-ids.mjs FOLDER OUT [--codes]
//
// OUT is written anew. What people read stays as it is. rename-tree.mjs takes a whole copy of the repository along.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { writeInPlace } from './write-in-place.mjs';

/** Keys whose texts people read. */
const PROSE = new Set([
  ...[
    'fr',
    'en',
    'title',
    'hint',
    'guidance',
    'tooLate',
    'purpose',
    'because',
    'note',
    'story',
    'label',
    'text',
  ],
  ...['who', 'why', 'best_interests', 'child_view', 'reason_given', 'flags', 'evidence_words', 'after_words'],
]);
/** Keys whose values are words of the language, numbers, periods and grounds. */
export const LANGUAGE = new Set([
  ...[
    'type',
    'class',
    'kind',
    'role',
    'code',
    'version',
    'basis',
    'origin',
    'within',
    'owner',
    'unit',
    'changes',
  ],
  ...[
    'by',
    'enteredBy',
    'tell',
    'do_late',
    'protects',
    'runs',
    'opensWith',
    'tells',
    'overlay',
    'margin',
    'age',
  ],
  ...[
    'waivable_with',
    'keeps',
    'needs',
    'contacts',
    'hands',
    'reports',
    'numbers',
    'call',
    'territory',
    'at_once',
  ],
  ...['effect', 'as', 'forgetting', 'every', 'offers', 'title_of'],
]);
/** Keys under which the keys are names. */
const NAMED = new Set(['facts', 'derived', 'limits', 'row', 'moments', 'items', 'evidence', 'parts']);
/** Keys whose values are codes of answers. */
const CODED = new Set(['values', 'ranked', 'labels', 'answer', 'marked', 'sign', 'at-risk', 'not-referred']);
/** Codes for which the product has words, and answers that every fact has. */
export const FIXED = new Set([
  ...['yes', 'no', 'unknown', 'not-asked', 'refused', 'given', 'all', 'girl', 'boy', 'other', 'some'],
  ...['mother', 'father', 'parent', 'step_parent', 'guardian', 'sibling', 'relative', 'friend', 'neighbour'],
  ...['partner', 'exploiter', 'professional', 'protective', 'overwhelmed', 'unaware', 'implicated'],
]);
/** Codes of steps' states, of answers' kinds and of what a step has none of: words of the language. */
for (const word of [
  'not-applicable',
  'waiting',
  'blocked',
  'not-yet',
  'ready',
  'to-confirm',
  'awaiting-approval',
])
  FIXED.add(word);
for (const word of ['done-to-approve', 'done', 'waived', 'none', 'family', 'overdue', 'suspended'])
  FIXED.add(word);
/** What conditions read of each of `steps`. */
const OF_STEPS = new Set(['id', 'state', 'protective', 'contacts', 'offers']);
/** Keys of expectations and lines that are words of the language. */
const OF_EXAMPLES = new Set([
  ...[
    'at',
    'steps',
    'facts',
    'outcome',
    'derived',
    'due',
    'late',
    'outside_late',
    'suspended',
    'deviations',
    'opened',
  ],
  ...[
    'opens_at',
    'not_opened',
    'refused',
    'accepted',
    'flagged',
    'explain',
    'kept',
    'not_outcome',
    'may_be_done',
  ],
  ...[
    'says',
    'known_as_of',
    'step',
    'kind',
    'days',
    'hours',
    'set',
    'row',
    'about',
    'closes',
    'reasons',
    'because',
  ],
  ...[
    'opens_with',
    'protocol',
    'by',
    'opened_at',
    'late_from',
    'owner',
    'origin',
    'met',
    'between',
    'rows',
    'closed',
  ],
  ...[
    'evidence',
    'note',
    'best_interests',
    'child_view',
    'occurred',
    'entered',
    'confirms',
    'same_as',
    'answer',
  ],
]);
const PERIOD = /^(at once|end of day|\d+ [a-z ]+)$/;
/** A name; what is asked of something, `done(…)`, is a word of the language. */
const TOKEN = /[A-Za-z_][\w-]*(?![\w-]*\()/g;

/**
 * The files of a folder renamed, by path, and old name → new name. `homonyms`: a code that is called as a name is becomes what that
 * becomes, so that a word in a test is one thing.
 */
export function renameFolder(folder, { codes = false, homonyms = false } = {}) {
  const texts = readYamlFiles(folder);
  const parsed = new Map([...texts].map(([path, text]) => [path, parseDocument(text)]));
  const names = new Map();
  const answers = new Map();
  const add = (map, prefix) => (name) => {
    if (typeof name !== 'string' || map.has(name)) return;
    const number = String(names.size + answers.size + 1).padStart(4, '0');
    const isCapital = /^[A-Z][A-Z0-9_]*$/.test(name);
    // What was renamed before is called otherwise again.
    const isMadeUp = /^(z[nc]|Z)\d+$/.test(name);
    map.set(name, `${isCapital ? (isMadeUp ? 'Y' : 'Z') : isMadeUp ? 'zz' : prefix}${number}`);
  };
  // Protocols first, so that they stay in their order: of examples that say the same, a bounded search tries the first ones.
  for (const [path, document] of parsed)
    if (/\/protocol\.yaml$/.test(path)) add(names, 'zn')(document.toJS().protocol);
  for (const [path, document] of parsed)
    if (/(^|\/)(facts|parts|protocol)\.yaml$/.test(path))
      collect(document.toJS(), add(names, 'zn'), add(answers, 'zc'));
  for (const name of [...names.keys()])
    if (name.includes('-')) names.set(name.replaceAll('-', '_'), names.get(name));
  if (!codes)
    for (const code of [...answers.keys()])
      if (homonyms && names.has(code)) answers.set(code, names.get(code));
      else answers.delete(code);
  for (const code of FIXED) answers.delete(code);
  for (const [path, document] of parsed) {
    const isEnglish = /(^|[/.])en\.yaml$/.test(path);
    if (path === 'letters.yaml') renameByKey(document.contents, '', ofLetters(names, answers));
    else if (path === 'curriculum.yaml') renameByKey(document.contents, '', ofCurriculum(names));
    else if (path === 'competence.yaml') renameByKey(document.contents, '', ofCompetence(names, answers));
    else if (path === 'unmet-needs.yaml') renameByKey(document.contents, '', ofUnmetNeeds(names, answers));
    else if (path.startsWith('mutations/')) renameByKey(document.contents, '', ofFaults(names, answers));
    else renameNodes(document.contents, isEnglish ? ['en'] : [], names, answers);
  }
  const files = new Map(
    [...parsed].map(([path, document]) => {
      const [head, ...rest] = path.split('/');
      return [
        [rest.length > 0 ? (names.get(head) ?? head) : head, ...rest].join('/'),
        writeInPlace(texts.get(path), document),
      ];
    }),
  );
  return { files, names, codes: answers };
}

/** Renames texts in a tree of YAML, in place, by the key under which each stands, and the map that has it. */
function renameByKey(node, key, rename, of = null) {
  if (isSeq(node)) for (const item of node.items) renameByKey(item, key, rename, of);
  else if (isMap(node))
    for (const { key: name, value } of node.items) renameByKey(value, String(name.value), rename, node);
  else if (isScalar(node) && typeof node.value === 'string') node.value = rename(node.value, key, of);
}

/** Letters name steps and facts; who signs them, their parts, their classes and what is asked of a journey or of the child are words of the language. */
const OF_LETTERS = new Set([
  ...['steps', 'beside', 'acts', 'asks', 'ifKnown', 'told', 'knows', 'why'],
  ...['once', 'until', 'fact'],
]);
const ofLetters = (names, codes) => (text, key, part) => {
  if (key === 'is') return codes.get(text) ?? text;
  return OF_LETTERS.has(key) && !['journey', 'child'].includes(part.get('from')) ? tokens(text, names) : text;
};

/** Who is competent: by facts and their answers, by steps, by protocols under way; authorities are called as they are. */
const ofCompetence = (names, codes) => (text, key) => {
  if (key === 'in') return codes.get(text) ?? text;
  return ['fact', 'done', 'open', 'seized', 'by', 'answered'].includes(key) ? tokens(text, names) : text;
};

/** A curriculum names protocols, and the step and answer that ask; its items and scenarios are called as they are. */
const ofCurriculum = (names) => (text, key) =>
  key === 'protocol' || key === 'step' || key === 'answer' ? tokens(text, names) : text;

/** Where a gap is noted: a list with three columns, and its codes under the needs and reasons of the directory. */
const ofUnmetNeeds = (names, codes) => (text, key) =>
  ['list', 'need', 'reason', 'since'].includes(key) ? tokens(text, names) : (codes.get(text) ?? text);

/** Planted faults name what they change, what is written there, and what catches it; the rest is told to people. */
const ofFaults = (names, codes) => (text, key) => {
  if (key === 'part') return renameWay(text, names);
  if (PROSE_OF_FAULTS.has(key)) return text;
  return text.includes('"') ? renameCondition(text, names, codes) : tokens(text, names);
};
/** `steps.shelter.after`, `facts.exams.derived.reads.3.when`: names by their place, the rest are keys. */
const renameWay = (way, names) =>
  way
    .split('.')
    .map((part, place, all) => (place === 1 || NAMED.has(all[place - 1]) ? tokens(part, names) : part))
    .join('.');
const PROSE_OF_FAULTS = new Set(['kind', 'child', 'survives']);

/** Notes every name that documents give to something, and every code. */
function collect(file, name, code) {
  const ofFact = ([id, fact]) => {
    name(id);
    for (const it of Object.keys(fact.items ?? {})) name(it);
    for (const it of Object.keys(fact.derived ?? {})) name(it);
    for (const it of Array.isArray(fact.values) ? fact.values : Object.keys(fact.values ?? {})) code(it);
    for (const it of fact.ranked ?? []) code(it);
    Object.entries(fact.row ?? {}).forEach(ofFact);
  };
  Object.entries(file.facts ?? {}).forEach(ofFact);
  if (file.protocol) name(file.protocol);
  for (const key of ['derived', 'limits', 'moments', 'evidence', 'parts', 'reasons'])
    Object.keys(file[key] ?? {}).forEach(name);
  for (const list of Object.values(file.reasons ?? {})) Object.keys(list).forEach(code);
  for (const { id, part } of [
    ...(file.steps ?? []),
    ...(file.opens ?? []),
    ...(file.outcomes ?? []),
    ...(file.safeguards ?? []),
  ])
    name(id ?? part);
}

/** Renames in a tree of YAML, in place; `path` is where it stands. */
export function renameNodes(node, path, names, codes) {
  if (isSeq(node)) return node.items.forEach((item) => renameNodes(item, [...path, '#'], names, codes));
  if (isScalar(node)) {
    if (typeof node.value === 'string') node.value = renameTexts(node.value, path, names, codes);
    return;
  }
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    const said = String(key.value);
    if (isScalar(key) && typeof key.value === 'string') key.value = renameKey(said, path, names, codes);
    renameNodes(value, [...path, said], names, codes);
  }
}

const tokens = (text, map) => text.replace(TOKEN, (it) => map.get(it) ?? it);

function renameKey(key, of, names, codes) {
  const path = of[0] === 'en' ? of.slice(1) : of;
  const parent = path.at(-1);
  if (parent === 'stamps') return renameStamp(key, names, codes);
  // `reasons` of a step is by code; of facts.yaml by list, then by code.
  if (parent === 'reasons') return path.length === 1 ? (names.get(key) ?? key) : (codes.get(key) ?? key);
  if (path.at(-2) === 'reasons' && path.length === 2) return codes.get(key) ?? key;
  if (parent === 'values' || parent === 'labels') return codes.get(key) ?? key;
  if (path.includes('tighten') && (parent === 'due' || parent === 'approvals')) return names.get(key) ?? key;
  if (path.length === 0) return key;
  // `adults.row.role` is asked of facts in examples.
  if (NAMED.has(parent)) return tokens(key, names);
  if (IN_EXAMPLES.some((it) => path.includes(it))) {
    const isStructure = path.includes('expect') && OF_EXAMPLES.has(key) && !HOLDS_NAMES.has(parent);
    return isStructure ? key : tokens(key, names);
  }
  return parent === 'steps' || parent === 'outcomes' || parent === 'safeguards' ? tokens(key, names) : key;
}

/** Keys of examples under which every key is a name. */
const HOLDS_NAMES = new Set([
  'steps',
  'facts',
  'derived',
  'due',
  'set',
  'row',
  'given',
  'outcome',
  'versions',
]);

/** `facts.danger.values.risk`, `reasons.no_referral.already_referred`. */
const renameStamp = (key, names, codes) =>
  key
    .split('.')
    .map((part, place, all) => {
      const isCode = all[place - 1] === 'values' || (all[0] === 'reasons' && place === 2);
      return (isCode ? codes : names).get(part) ?? part;
    })
    .join('.');

/** Keys of examples, vectors and translations under which names stand as keys at any depth. */
const IN_EXAMPLES = ['given', 'set', 'record', 'expect', 'versions', 'kept', 'known_as_of'];

/** What examples say of facts: answers. */
const IN_VALUES =
  /(^|\.)(given|set|record)(\.|$)|^(base\.|rows\.#\.)?(do|expect).*\.(row|facts|derived)(\.|$)|^(base\.|rows\.#\.)?do.*\.reasons?(\.|$)/;

/** A text that stands at `path`. */
export function renameTexts(text, path, names, codes) {
  const named = path.filter((it) => it !== '#');
  const key = named.at(-1);
  const isAnswer = IN_VALUES.test(path.join('.'));
  if (!isAnswer && path.includes('says') && key !== 'when')
    return text.replace(/\{(\w+)\}/g, (_, it) => `{${names.get(it) ?? it}}`);
  if (path[0] === 'en') return key === 'of' ? tokens(text, names) : text;
  const parent = named.at(-2);
  const isChoice = parent === 'values' || parent === 'labels' || parent === 'items';
  const isShared =
    (path[0] === 'evidence' && path.length === 2) || (path[0] === 'reasons' && path.length === 3);
  if (isChoice || (isShared && path[0] !== 'steps')) return text;
  const expected = path[path.lastIndexOf('expect') + 1];
  const isDerived =
    path.includes('expect') && expected !== undefined && expected !== '#' && !OF_EXAMPLES.has(expected);
  if (isAnswer || isDerived) return codes.get(text) ?? text;
  if (expected === 'opened' && key === 'by') return names.get(text) ?? text;
  if (/^(do|expect|base|rows)$/.test(path[0]) && key === 'refused') return names.get(text) ?? text;
  if (key === 'because' && /^(do|expect|base|rows)$/.test(path[0])) return names.get(text) ?? text;
  if (PROSE.has(key) || LANGUAGE.has(key)) return text;
  if (PERIOD.test(text)) return text;
  if (CODED.has(key)) return codes.get(text) ?? text;
  // `blocked(signs)`: what stands in brackets is a name, before them is a state.
  const isState = path.includes('expect') && parent === 'steps';
  if (isState) return text.replace(/\(.*\)/, (inside) => tokens(inside, names));
  return renameCondition(text, names, codes);
}

/** Names outside quotes; between them codes, and outcomes and steps, which conditions write so. */
function renameCondition(text, names, codes) {
  const ofSteps = /\bsteps\b/.test(text);
  const asksIds = /\bid\s*(=|!=|in)/.test(text);
  return text
    .split(/("[^"]*")/)
    .map((part) =>
      part.startsWith('"')
        ? tokens(part, {
            get: (it) => (/^[A-Z]/.test(it) || asksIds ? names.get(it) : undefined) ?? codes.get(it),
          })
        : tokens(part, { get: (it) => (ofSteps && OF_STEPS.has(it) ? undefined : names.get(it)) }),
    )
    .join('');
}

function readYamlFiles(folder) {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.yaml'))
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, out, ...options] = process.argv.slice(2);
  if (!folder || !out) throw new Error('rename-ids.mjs FOLDER OUT [--codes]');
  const { files, names, codes } = renameFolder(folder, { codes: options.includes('--codes') });
  rmSync(out, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  console.log(`${files.size} files, ${names.size} names, ${codes.size} codes`);
}
