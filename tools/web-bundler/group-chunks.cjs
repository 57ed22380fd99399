/**
 * What a request costs in bytes of code: head, wait and the smaller dictionary of what is packed. Two groups of modules are worth one file
 * as long as what some pages load for nothing is less than what the others are spared.
 */
const REQUEST = 34_000;

/**
 * Of modules that several pages share, which go into one file: bundlers make a file of each set of pages that share something, and a
 * page of forty such files waits for the line forty times. `modules`: by id what each imports, what it loads later, how long it is.
 * Gives the group of each module of the first page and of each shared one; whoever loads a page by itself stays a file of its own.
 * No two files need each other: only what stands beside each other is put together. `door`: the page by which everybody comes in,
 * which loads nothing that it doesn't need, however many requests of others that would spare.
 */
function groupChunks(modules, main, door) {
  const reached = (from, seen = new Set()) => {
    if (!seen.has(from) && modules.has(from)) {
      seen.add(from);
      for (const id of modules.get(from).imports) reached(id, seen);
    }
    return seen;
  };
  const first = reached(main);
  const pages = [...new Set([...modules.values()].flatMap(({ later }) => later))].filter(
    (id) => !first.has(id),
  );
  const users = new Map();
  for (const page of pages)
    for (const id of reached(page))
      if (!first.has(id) && !pages.includes(id)) users.set(id, (users.get(id) ?? new Set()).add(page));

  const groups = merged(alike(users, modules), modules, door);
  const names = new Map(
    [...first].filter((id) => id !== main && !pages.includes(id)).map((id) => [id, 'first']),
  );
  groups.forEach(({ ids }, at) => ids.forEach((id) => names.set(id, `shared-${String(at)}`)));
  return names;
}

/** Modules that the same pages use, with their length. */
function alike(users, modules) {
  const bySet = new Map();
  for (const [id, pages] of [...users].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = [...pages].sort().join(' ');
    const group = bySet.get(key) ?? { ids: [], pages, size: 0 };
    group.ids.push(id);
    group.size += modules.get(id).size;
    bySet.set(key, group);
  }
  return [...bySet.values()];
}

/** Puts two groups together while that spares more than it costs, the best pair first. */
function merged(groups, modules, door) {
  for (;;) {
    const of = new Map(groups.flatMap((group) => group.ids.map((id) => [id, group])));
    let best = null;
    for (const [at, a] of groups.entries())
      for (const b of groups.slice(at + 1)) {
        if (a.pages.has(door) !== b.pages.has(door)) continue;
        const gain = gainOf(a, b);
        if (gain > (best?.gain ?? 0) && !isAround(a, b, of, modules) && !isAround(b, a, of, modules))
          best = { a, b, gain };
      }
    if (!best) return groups;
    const { a, b } = best;
    const both = {
      ids: [...a.ids, ...b.ids],
      pages: new Set([...a.pages, ...b.pages]),
      size: a.size + b.size,
    };
    groups = groups.map((it) => (it === a ? both : it)).filter((it) => it !== b);
  }
}

function gainOf(a, b) {
  const common = [...a.pages].filter((page) => b.pages.has(page)).length;
  return common * REQUEST - (a.pages.size - common) * b.size - (b.pages.size - common) * a.size;
}

/** Whether `a` needs `b` by way of a third: together they would need what needs them. */
function isAround(a, b, of, modules) {
  const seen = new Set([a]);
  const next = [...needs(a, of, modules)].filter((it) => it !== b);
  for (const group of next) {
    if (seen.has(group)) continue;
    seen.add(group);
    for (const it of needs(group, of, modules)) {
      if (it === b) return true;
      next.push(it);
    }
  }
  return false;
}

function needs(group, of, modules) {
  const found = new Set(group.ids.flatMap((id) => modules.get(id).imports.map((it) => of.get(it))));
  found.delete(group);
  found.delete(undefined);
  return found;
}

module.exports = { groupChunks };
