import type { ExampleLine } from '@repere/protocol';

/** How a line is called: `assess`, `approve assess`, `note`. */
export function nameOfLine(line: ExampleLine): string | null {
  if (line.step !== undefined) return line.step;
  for (const verb of ['approve', 'return', 'waive', 'amend', 'open'] as const)
    if (line[verb] !== undefined) return `${verb} ${line[verb]}`;
  if (line.record !== undefined) return `record ${Object.keys(line.record).join(' ')}`;
  return line.note === undefined ? null : 'note';
}
