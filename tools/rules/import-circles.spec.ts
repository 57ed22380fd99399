import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = join(__dirname, '../..');
const PLACES = globSync('{apps,libs}/*/src', { cwd: ROOT }).sort();
const IMPORTED = /^(?:import|export)\s[^;'"]*?from\s+'(\.[^']+)'/gm;

/** Lint finds circles of what is loaded; a circle of types alone is one file in two, all the same. */
describe('files of an application or a library', () => {
  it.each(PLACES)('%s: import each other in no circle, types included', (place) => {
    expect(circleIn(importsOf(join(ROOT, place), '**/*.ts'))).toEqual([]);
  });

  it('are looked at in the three applications', () => {
    expect(PLACES).toEqual(expect.arrayContaining(['apps/api/src', 'apps/cli/src', 'apps/web/src']));
  });

  it('are found where types alone go round', () => {
    const planted = importsOf(join(__dirname, 'planted'), 'type-cycle-*.ts');
    expect([...new Set(circleIn(planted))].sort()).toEqual(['type-cycle-a.ts', 'type-cycle-b.ts']);
  });
});

/** Which files of the same folder each file imports. */
function importsOf(root: string, pattern: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    globSync(pattern, { cwd: root }).map((file) => [
      file,
      [...readFileSync(join(root, file), 'utf8').matchAll(IMPORTED)].map(([, to = '']) =>
        relative(root, `${resolve(root, dirname(file), to)}.ts`),
      ),
    ]),
  );
}

/** Files that import each other in a circle, the first that is found; empty if there is none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const settled = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (settled.has(file)) return [];
    for (const to of imports.get(file) ?? []) {
      const circle = walk(to, [...way, file]);
      if (circle.length > 0) return circle;
    }
    settled.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
