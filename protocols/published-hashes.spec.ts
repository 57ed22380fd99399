import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol-engine';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': '3213101e362da7fa87028f77b4cd204243d3581b62fb9163f52b080a13209f1a',
  'identification@1.0.0': 'ec077d48f38986130ee7ab6da15640b43a3a92d4545b7e05d4f7f000e6ac8e88',
  'protection@1.0.0': '73900ac832551a9956b32280d97353efef380474ef7fc9dd537a2d862379c868',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
