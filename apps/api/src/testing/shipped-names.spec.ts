import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_PROTOCOLS } from './protocol-folders';

const ROOT = join(__dirname, '..');

/** Tests that name a shipped protocol, and why: what they are about is what is shipped. All others stand on made-up ones. */
const ABOUT_WHAT_IS_SHIPPED: Readonly<Record<string, string>> = {
  'cases/projections/at-rest.spec.ts': 'children of the demo, told in the shipped protocols',
  'cases/qualification/trained-answer.spec.ts': 'the curriculum that is shipped, and the step that asks',
  'cases/testing/library.volume.ts': 'measures with the shipped library, by hand',
  'cases/testing/lists.volume.ts': 'measures with the shipped library, by hand',
  'cases/testing/open-long-case.ts': 'a case of thousands of entries, for measures with the shipped library',
  'cases/worklist/worklist-order.spec.ts': 'the order of work over all children of the demo',
  'demo/seed-cases.spec.ts': 'the demo itself',
  'training/certificates/certificates.access.spec.ts': 'the scenarios that are shipped, and the curriculum',
  'training/lessons/try-lessons.access.spec.ts': 'the scenarios that are shipped, told with a draft',
  'training/reasons/rate-reasons.access.spec.ts': 'a reason is written in a shipped scenario, and rated',
  'training/scenarios/scenarios.access.spec.ts': 'the scenarios that are shipped',
  'training/story/story.access.spec.ts':
    'what scenarios that come with the product bring in, by acts on their cases',
};

/** Words of acts and purposes as well. */
const OTHER_WORDS = ['care', 'return'];

describe('a test of the service', () => {
  const names = readdirSync(SHIPPED_PROTOCOLS).filter(
    (name) => existsSync(join(SHIPPED_PROTOCOLS, name, '1.0.0')) && !OTHER_WORDS.includes(name),
  );
  const named = new RegExp(`['"\`/](${names.join('|')})['"\`/@]`);

  it('names no shipped protocol, unless it is about what is shipped: those may be renamed', () => {
    expect(names.length).toBeGreaterThan(8);
    const files = globSync('**/{*.spec.ts,testing/*.ts}', { cwd: ROOT }).map((it) =>
      it.replaceAll('\\', '/'),
    );
    const naming = files.filter((it) => named.test(readFileSync(join(ROOT, it), 'utf8')));
    expect(naming.toSorted()).toEqual(Object.keys(ABOUT_WHAT_IS_SHIPPED).toSorted());
  });
});
