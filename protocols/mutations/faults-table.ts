import { stringify } from 'yaml';
import type { Change, Fault } from './faults';
import { partNow } from './plant-fault';

/** `docs/mutations.md`: every planted fault, what it would mean for a child, and what catches it. */
export function faultsTable(faults: readonly Fault[], files: Readonly<Record<string, string>>): string {
  const protocols = [...new Set(faults.map(({ protocol }) => protocol))];
  const count = (is: (fault: Fault) => boolean): number => faults.filter(is).length;
  return [
    '# Planted faults',
    '',
    `${faults.length} faults in ${protocols.length} protocols, each planted and looked for by \`npx nx test protocols\`. ` +
      `${count(({ caught }) => caught !== undefined)} are caught: by a history that breaks the promise named, or by a worked example. ` +
      `Of ${count(({ loses }) => loses !== undefined)} the proof is lost and the search, bounded, tells no history: the page of the version says *bounded*, no longer *proven*. ` +
      `${count(({ survives }) => survives !== undefined)} survive, and why is said.`,
    '',
    'Written from `protocols/mutations/*.yaml` (`WRITE_DOCS=1 npx nx test protocols`); do not edit.',
    ...protocols.flatMap((protocol) => [
      '',
      `## ${protocol}`,
      '',
      '| fault | part | was | becomes | for a child | caught by |',
      '| --- | --- | --- | --- | --- | --- |',
      ...faults.filter((it) => it.protocol === protocol).map((it) => row(it, files)),
    ]),
    '',
  ].join('\n');
}

function row(fault: Fault, files: Readonly<Record<string, string>>): string {
  const { kind, part, also = [], child, caught, loses, survives } = fault;
  const more = also.length > 0 ? ` (and ${also.map((it) => `\`${it.part}\``).join(', ')})` : '';
  const by =
    caught !== undefined
      ? `\`${caught}\``
      : loses !== undefined
        ? `\`${loses}\`: no longer proven`
        : `survives: ${survives ?? ''}`;
  const cells = [kind, `\`${part}\`${more}`, saidValue(partNow(files, fault)), becomes(fault), child, by];
  return `| ${cells.map((it) => it.trim().replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
}

const becomes = ({ by }: Change): string => (by === null ? 'taken away' : saidValue(by));

function saidValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = typeof value === 'string' ? value : stringify(value, { collectionStyle: 'flow' });
  const short = text.trim().replaceAll(/\s+/g, ' ');
  return `\`${short.length > 160 ? `${short.slice(0, 160)}…` : short}\``;
}
