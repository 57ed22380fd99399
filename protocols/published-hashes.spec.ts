import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol-engine';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': 'fdb8ed1492bf6569a480a781e11e2cb65d90b0233671d45b8148c5143e1732e7',
  'identification@1.0.0': '0fe1cbfeb0e745a1d440d912d61d939af6baa417fa4d6baf8f97235e9147e28f',
  'protection@1.0.0': '2525739b4841c23161dd4edf20e74431e7c6717a09195dd5aa3c88e5702e520b',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
