import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol-engine';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': '778c7115e57cb39eb46c33b5dcc9b29a31405b89d603eb81d3f20b6658769b6d',
  'identification@1.0.0': '62269100aac839eb1ca1bab1df7376f5cd973b3cf90ee7bf70acd431277b363b',
  'protection@1.0.0': '3e3215685ff2f3279dfdd5a7b4b9f6e2ee65ef761343431bc27748bd77553efa',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
