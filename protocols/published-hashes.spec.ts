import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': '7b64d4357719e8e2e77a67738ffb1e38884ed3ef2ce513cd560dbb2c3780c432',
  'identification@1.0.0': '1a3ee9274df6ece1871f79af3fcc9c8f37546d6a1f14715db01dae6aa8e9f12f',
  'protection@1.0.0': '7ec4dfb730ac64a6203d54563a97ce1c94a32cf2512c304ec1693b0e4bad0c5c',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
