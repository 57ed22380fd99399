import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol-engine';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': '802213cd7485f76fc3a537dcadbad7c06d33a25b645850f573435973f79342bd',
  'identification@1.0.0': '0fe1cbfeb0e745a1d440d912d61d939af6baa417fa4d6baf8f97235e9147e28f',
  'protection@1.0.0': '45a1548b012c15c08b64a21c07fd396b0e56f2bd74996e65183a95ceaec1d033',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
