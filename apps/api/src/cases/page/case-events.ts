import { factsByRole } from '@repere/protocol';
import type { LoadedCase } from '../reading/loaded-case';
import type { CallDto, CaseEventDto } from './case-file.dto';

/** What facts.yaml says can be told in one press, the most urgent first; the address of a page carries none of it. */
export function eventsOf(file: LoadedCase): readonly CaseEventDto[] {
  const facts = Object.values(file.published.set.shared.facts);
  const documentOf = (protocol: string | undefined) =>
    protocol === undefined ? undefined : file.documentInForce(protocol);
  const events = facts.flatMap(({ id: fact, reportableEvents = [] }) => {
    const beginsAbsence = reportableEvents.some(({ engages }) => documentOf(engages)?.absence !== undefined);
    return reportableEvents.map(({ answer, title, hint, asks, engages, call, urgent }): CaseEventDto => {
      const document = documentOf(engages);
      return {
        ...{ id: `${fact}.${answer}`, fact, answer, title, asks, urgent, numbers: call },
        ...(hint && { hint }),
        protocol: document?.protocol ?? null,
        recurs: document?.runs === 'many',
        absence: document?.absence ? 'begins' : beginsAbsence && engages === undefined ? 'ends' : null,
      };
    });
  });
  return events.toSorted((a, b) => Number(b.urgent) - Number(a.urgent));
}

/** Whom to call while the child is missing: as the version says that the latest absence follows, else as the one in force does. */
export function callsOf(file: LoadedCase): readonly CallDto[] {
  const absence = file.view.runs.findLast((run) => run.absence && !run.ended && !run.absence.isOver);
  const followed = absence && file.documentOf(absence.runId);
  const inForce = Object.keys(file.published.inForce).map((protocol) => file.documentInForce(protocol));
  return [followed, ...inForce].find((document) => document?.absence?.calls)?.absence?.calls ?? [];
}

/** Ids of the facts of the case by what they are read as; of the fields of people, those of their list. */
export const factIdsOf = ({ published }: LoadedCase): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...factsByRole(published.set.shared)].map(([role, { fact, field }]) => [role, field ?? fact]),
  );
