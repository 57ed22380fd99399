import { createHash } from 'node:crypto';
import { loadLibrary, protocolHash } from '@repere/protocol-engine';
import { readFiles } from './read-files';

/** Runs are pinned to these: whatever becomes of facts.yaml, parts.yaml and the language, they stay as published. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'age-doubt@1.0.0': '778c7115e57cb39eb46c33b5dcc9b29a31405b89d603eb81d3f20b6658769b6d',
  'identification@1.0.0': '97688bd44535469555b23de569bce00f752c56e006a5fa244d1ad2a310ac4ef8',
  'protection@1.0.0': 'f51fff17c3eb1da85874815ca35e17da2481c244f20c47fcc398f83485fdbafc',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const { documents } = loadLibrary(readFiles());

it.each(Object.entries(PUBLISHED))('%s is what was published', (name, hash) => {
  const document = documents.find(({ protocol, version }) => `${protocol}@${version}` === name);
  expect(document && protocolHash(document, sha256)).toBe(hash);
});
