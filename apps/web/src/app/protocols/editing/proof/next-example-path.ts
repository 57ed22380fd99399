/** The path of another worked example, after those that are there: `examples/17-a-cold-night.yaml`. */
export function nextExamplePath(paths: readonly string[], id: string): string {
  const numbers = paths.map((path) => Number(/^examples\/(\d+)/.exec(path)?.[1] ?? 0));
  const number = String(Math.max(0, ...numbers) + 1).padStart(2, '0');
  const name =
    id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'story';
  return `examples/${number}-${name.slice(0, 60)}.yaml`;
}
