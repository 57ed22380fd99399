import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol-engine';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': '802213cd7485f76fc3a537dcadbad7c06d33a25b645850f573435973f79342bd',
  'identification@1.0.0': 'b6a646a235f579175f425a7ef7289a01cbd9527815b9cf55c93e2f8dd28baabd',
  'protection@1.0.0': 'fa3cdacfe155e0e7108d27f637060d633a0b4c98930ff345b29234e2b6af6286',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
