/** The figures of several processes in one text of Prometheus, 0.0.4, each with its process's name as a label. */
export function joinMetrics(byProcess: ReadonlyMap<string, string>): string {
  const families = new Map<string, { readonly head: readonly string[]; readonly lines: string[] }>();
  for (const [name, text] of [...byProcess].sort(([a], [b]) => a.localeCompare(b)))
    for (const family of text.split(/^(?=# HELP )/m).filter(Boolean)) {
      const lines = family.split('\n').filter(Boolean);
      const head = lines.filter((line) => line.startsWith('#'));
      const known = families.get(head[0] ?? '') ?? { head, lines: [] };
      families.set(head[0] ?? '', known);
      known.lines.push(...lines.filter((line) => !line.startsWith('#')).map((line) => labelled(line, name)));
    }
  return `${[...families.values()].flatMap(({ head, lines }) => [...head, ...lines]).join('\n')}\n`;
}

/** `name{a="b"} 1` or `name 1`, with one label more. */
const labelled = (line: string, process: string): string =>
  line.replace(/^([a-z_:]+)(?:\{(.*)\})? /, (_whole, metric: string, labels: string | undefined) => {
    const all = [`process="${process}"`, ...(labels ? [labels] : [])];
    return `${metric}{${all.join(',')}} `;
  });
