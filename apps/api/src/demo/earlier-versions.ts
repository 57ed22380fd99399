import type { ProtocolFiles } from '@repere/cases';
import { loadLibrary } from '@repere/protocol';
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { hashOf } from '../protocols/hash-of';
import type { ProtocolLibrary } from '../protocols/protocol-library';
import type { NewVersion } from '../protocols/versions/versions.repository';

/** What a text of the demo's past lacks. */
interface Lacks {
  readonly facts: readonly string[];
  readonly steps: readonly string[];
  readonly opens: readonly string[];
  readonly safeguards: readonly string[];
}

const VERSION = '0.9.0';
const EARLIER: ReadonlyMap<string, Lacks> = new Map([
  [
    'identification',
    {
      facts: ['contacts'],
      steps: ['trust_contact'],
      opens: ['unaccompanied', 'missing', 'what-is-announced', 'its-end'],
      safeguards: ['same-offers-at-every-age', 'foreign-and-alone-is-taken-in', 'missing-is-searched-for'],
    },
  ],
  [
    'protection',
    {
      facts: [],
      steps: [],
      opens: ['care', 'hearing', 'return', 'missing'],
      safeguards: ['a-missing-child-is-searched-for', 'a-safe-night-opens-care'],
    },
  ],
]);

const sourceOf = (protocol: string, { steps, opens, safeguards }: Lacks): string =>
  `# Where this protocol comes from: ${protocol} ${VERSION}

Made by the demo out of the version that comes with the product, so that two versions can be compared and open cases moved
from one to the other. Nobody has ever followed it.

It lacks, of that version: ${[...steps, ...opens, ...safeguards].map((it) => `\`${it}\``).join(', ')}.
`;

export const hasEarlierVersion = (protocol: string): boolean => EARLIER.has(protocol);

/** What the demo's service followed before the versions that come with the product, of those that its folder holds. */
export function earlierVersions(library: ProtocolLibrary): readonly NewVersion[] {
  return [...library.documents.values()].flatMap(({ document: { protocol, version } }) => {
    const lacks = EARLIER.get(protocol);
    return lacks ? [earlierVersion(library, protocol, version, lacks)] : [];
  });
}

function earlierVersion(
  library: ProtocolLibrary,
  protocol: string,
  version: string,
  lacks: Lacks,
): NewVersion {
  const present = library.filesOf(protocol, version);
  const files: ProtocolFiles = {
    'protocol.yaml': earlierProtocol(present['protocol.yaml'] ?? '', lacks),
    'en.yaml': earlierEnglish(present['en.yaml'] ?? '', protocol, lacks),
    'SOURCE.md': sourceOf(protocol, lacks),
  };
  const placed = Object.entries(files).map(([path, text]) => [`${protocol}/${VERSION}/${path}`, text]);
  const { documents, problems } = loadLibrary({ ...library.sharedFiles, ...Object.fromEntries(placed) });
  const [document] = documents;
  const fault = problems.find(({ severity }) => severity === 'error');
  if (!document || fault)
    throw new Error(`${protocol}@${VERSION}: ${fault?.message.en ?? 'can not be read'}`);
  return { document, hash: hashOf(document), files };
}

function earlierProtocol(text: string, { facts, steps, opens, safeguards }: Lacks): string {
  const yaml = parseDocument(text);
  yaml.set('version', VERSION);
  for (const fact of facts) yaml.deleteIn(['facts', fact]);
  for (const [list, ids] of Object.entries({ steps, opens, safeguards })) dropFrom(yaml, list, ids);
  const promises = yaml.get('safeguards');
  for (const promise of isSeq(promises) ? promises.items : []) {
    const whatever = isMap(promise) ? promise.getIn(['sameSteps', 'whatever']) : null;
    if (!isSeq(whatever)) continue;
    whatever.items = whatever.items.filter((it) => {
      const [fact = ''] = isScalar(it) ? String(it.value).split('.') : [];
      return !facts.includes(fact);
    });
  }
  return String(yaml);
}

function earlierEnglish(text: string, protocol: string, { facts, steps, safeguards }: Lacks): string {
  const yaml = parseDocument(text);
  yaml.set('of', `${protocol}@${VERSION}`);
  const gone = Object.entries({ facts, steps, safeguards }).flatMap(([list, ids]) =>
    ids.map((id) => [list, id] as const),
  );
  for (const path of gone) yaml.deleteIn(path);
  const stamps = yaml.get('stamps');
  if (isMap(stamps)) {
    stamps.items = stamps.items.filter(
      ({ key }) => !gone.some((path) => `${String(key)}.`.startsWith(`${path.join('.')}.`)),
    );
  }
  return String(yaml);
}

function dropFrom(yaml: Document, list: string, ids: readonly string[]): void {
  const found = yaml.get(list);
  if (isSeq(found)) {
    found.items = found.items.filter((it) => !(isMap(it) && ids.includes(String(it.get('id')))));
  }
}
