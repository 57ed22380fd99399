import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const LIBS = join(__dirname, '../../libs');
const IMPORTED = /^(?:import|export)\s[^;'"]*?from\s+'(\.[^']+)'/gm;

/** Lint finds circles of what is loaded; a circle of types alone is one file in two, all the same. */
describe('files of a library', () => {
  it.each(globSync('*', { cwd: LIBS }).sort())(
    '%s: import each other in no circle, types included',
    (lib) => {
      const root = join(LIBS, lib, 'src');
      const imports = new Map(
        globSync('**/*.ts', { cwd: root }).map((file) => [
          file,
          [...readFileSync(join(root, file), 'utf8').matchAll(IMPORTED)].map(([, to = '']) =>
            relative(root, `${resolve(root, dirname(file), to)}.ts`),
          ),
        ]),
      );
      expect(circleIn(imports)).toEqual([]);
    },
  );
});

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
