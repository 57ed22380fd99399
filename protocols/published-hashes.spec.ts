import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol-engine';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': '3213101e362da7fa87028f77b4cd204243d3581b62fb9163f52b080a13209f1a',
  'identification@1.0.0': '7c6e54c0e65c196f41a07a969a685458f22ec19633af32c531caf2334ab2f362',
  'protection@1.0.0': 'be73e1d22131014f69c421d6b255dea9f1da633e21f00d9f094fd965a46df3d1',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
