import { loadProtocol, writeEnglish } from '@repere/protocol';
import fc from 'fast-check';
import { readFiles } from './read-files';

interface Texts {
  readonly fr: string;
  readonly en: string;
}

const files = readFiles();
const pairsOf = ({ fr, en }: Texts) =>
  loadProtocol({ file: 'protocol.yaml', text: fr, enFile: 'en.yaml', enText: en }).translations;
const open = (texts: Texts) => pairsOf(texts).filter(({ state }) => state !== 'matched');

/** Of the protocols that can be read without parts, the one that says most. */
const [WHOLE] = Object.keys(files)
  .filter((path) => path.endsWith('/1.0.0/protocol.yaml'))
  .map((path) => ({ fr: files[path] ?? '', en: files[path.replace('protocol.yaml', 'en.yaml')] ?? '' }))
  .filter((texts) => pairsOf(texts).length > 0)
  .toSorted((one, other) => other.fr.length - one.fr.length);
if (!WHOLE) throw new Error('nothing is translated');

it('stamping one text of a long translation leaves every other byte of the file', () => {
  const all = pairsOf(WHOLE).filter(({ fr }) => WHOLE.fr.split(`: ${fr}\n`).length === 2);
  expect(all.length).toBeGreaterThan(30);
  fc.assert(
    fc.property(fc.constantFrom(...all), ({ key, fr }) => {
      const changed = { ...WHOLE, fr: WHOLE.fr.replace(`: ${fr}\n`, () => `: Autre chose ${fr}\n`) };
      const [stale, ...others] = open(changed);
      if (!stale) throw new Error('nothing is stale');
      expect([stale.key, stale.state, others]).toEqual([key, 'stale', []]);
      const en = writeEnglish(changed.en, stale, stale.en);
      const line = (text: string) => text.split('\n').findIndex((it) => it.startsWith(`  ${key}: `));
      const lines = { before: WHOLE.en.split('\n'), after: en.split('\n') };
      expect(lines.after.toSpliced(line(en), 1)).toEqual(lines.before.toSpliced(line(WHOLE.en), 1));
      expect(open({ ...changed, en })).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
