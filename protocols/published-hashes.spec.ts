import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol-engine';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': '2bc861c024e7cba586c7abc4a5042474445331969007ab84138d63f295939478',
  'identification@1.0.0': '15edd7b7ae50a78e9c1245dfb2293e96c28bbe0cd53a68f3abd4fde99c138b34',
  'protection@1.0.0': 'fa50b9bbf9eca03f8e93e0d62ce5d769b5d4beffd88f86595a862ab7858f0a4c',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
