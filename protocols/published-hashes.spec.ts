import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': '25a7ea52de4fc643b2149ead5eda4b397bdab2e73940b29bcba4662a870db0cd',
  'identification@1.0.0': '5464fa3020d3e29a0e53d3f9655e203d4a52cdf16c78862b017732f31176a46d',
  'protection@1.0.0': '5405ae18c838e1b7f3da062742a351695ad36ffafb3d42761086232252546ee3',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
