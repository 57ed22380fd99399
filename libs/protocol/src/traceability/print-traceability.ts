import type { TraceAnswer, TraceLine } from './trace-lines';

const KINDS: Readonly<Record<TraceAnswer['kind'], string>> = {
  protocol: 'Protocol',
  step: 'Step',
  safeguard: 'Safeguard',
  fact: 'Fact',
  page: 'Page',
  statistic: 'Figure',
  'engine-rule': 'Rule of the engine',
};

/** `docs/traceability.md`: one section an item. English. */
export function printTraceability(lines: readonly TraceLine[]): string {
  const answered = lines.filter(({ answers }) => answers.length > 0).length;
  const whole = lines.filter(({ answers, notYet }) => answers.length > 0 && notYet === null).length;
  return [
    '# What answers the report',
    '',
    '<!-- Written by `repere protocol trace`; a test compares. -->',
    '',
    `The alternative report on France (ECPAT, March 2007) read as ${String(lines.length)} items. ${String(answered)} are answered, ${String(whole)} of them wholly; what is not yet is said. Lines are those of the report.`,
    '',
    ...lines.flatMap(section),
  ].join('\n');
}

function section({ item, asks, lines, answers, notYet }: TraceLine): readonly string[] {
  return [
    `## ${item} ${asks.en}`,
    '',
    `Lines ${lines}.`,
    '',
    ...answers.map((answer) => `- ${KINDS[answer.kind]}: ${answer.title.en}${placeOf(answer)}`),
    ...(notYet ? [`- **Not yet**: ${notYet.en}`] : []),
    '',
  ];
}

function placeOf({ kind, protocol, version, id, path }: TraceAnswer): string {
  if (path) return ` (\`${path}\`)`;
  if (!protocol) return '';
  return kind === 'protocol' ? ` (\`${protocol}@${version ?? ''}\`)` : ` (\`${protocol}\`, \`${id ?? ''}\`)`;
}
