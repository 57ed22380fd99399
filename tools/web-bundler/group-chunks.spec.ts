import { type BuiltModule, groupChunks } from './group-chunks.cjs';

const SMALL = 1_000;
const LARGE = 500_000;

const built = (imports: string[] = [], size = SMALL, later: string[] = []): BuiltModule => ({
  ...{ imports, size, later },
});

const groupsOf = (modules: Record<string, BuiltModule>, door?: string): string[][] => {
  const names = groupChunks(new Map(Object.entries(modules)), 'main', door);
  const ids = [...names.keys()].sort();
  return [...new Set(names.values())]
    .map((name) => ids.filter((id) => names.get(id) === name))
    .sort((a, b) => a.join().localeCompare(b.join()));
};

describe('shared modules', () => {
  it('of the first page stand in one file, whatever else asks for them', () => {
    const found = groupsOf({
      main: built(['a', 'b'], SMALL, ['page', 'other']),
      ...{ a: built(['b']), b: built(), page: built(['a']), other: built(['b']) },
    });
    expect(found).toEqual([['a', 'b']]);
  });

  it('stand in one file where that spares requests, and apart where a page would load much for nothing', () => {
    const found = groupsOf({
      main: built([], SMALL, ['one', 'two', 'three']),
      one: built(['small', 'beside', 'large']),
      two: built(['small', 'beside']),
      three: built(['small']),
      ...{ small: built(), beside: built(), large: built([], LARGE) },
    });
    expect(found).toEqual([['beside', 'small'], ['large']]);
  });

  it('are never put together around what stands between them: two files would need each other', () => {
    const modules = {
      main: built([], SMALL, ['one', 'two', 'three']),
      one: built(['top', 'between', 'base']),
      two: built(['top', 'between', 'base']),
      three: built(['between', 'base']),
      ...{ top: built(['between'], SMALL), between: built(['base'], LARGE), base: built() },
    };
    const groups = groupsOf(modules);
    const of = (id: string) => groups.findIndex((ids) => ids.includes(id));
    expect(of('top') === of('base') && of('top') !== of('between')).toBe(false);
  });

  it('come to the page by which everybody comes in only where it needs them', () => {
    const modules = {
      main: built([], SMALL, ['one', 'two', 'three']),
      one: built(['small']),
      two: built(['small', 'beside']),
      three: built(['small', 'beside']),
      ...{ small: built(), beside: built() },
    };
    expect(groupsOf(modules)).toEqual([['beside', 'small']]);
    expect(groupsOf(modules, 'one')).toEqual([['beside'], ['small']]);
  });

  it('leave what loads by itself a file of its own', () => {
    const found = groupsOf({
      main: built([], SMALL, ['one', 'two']),
      ...{ one: built(['two', 'shared']), two: built(['shared']), shared: built() },
    });
    expect(found.flat()).toEqual(['shared']);
  });
});
