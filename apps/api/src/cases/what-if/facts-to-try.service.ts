import { Injectable } from '@nestjs/common';
import { FACT_TYPES, type FactDefinition, type FieldClass } from '@repere/protocol';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountNames, type Names } from '../reading/account-names';
import type { LoadedCase } from '../reading/loaded-case';
import { currentOf, shapeOf } from '../steps/field-views';
import { REDACTED, redactedClasses } from '../disclosure/redacted-classes';
import type { TriableFactDto } from './what-if.dto';

interface Reading {
  readonly names: Names;
  readonly redacted: ReadonlySet<FieldClass>;
}

/**
 * Facts whose answers are codes: those of the case, then those of each protocol at work in it. What the reader may not see is
 * named as redacted: they can't try an answer to it, since what would change then would tell it.
 */
@Injectable()
export class FactsToTry {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly names: AccountNames,
  ) {}

  async listFacts(file: LoadedCase): Promise<readonly TriableFactDto[]> {
    const reading = {
      names: await this.names.readNames(file.journal.map(({ enteredBy }) => enteredBy)),
      redacted: redactedClasses(principalOf(this.unit.account), file.resource),
    };
    return [
      ...coded(file.published.set.shared.facts).map((fact) => shownFact(file, fact, null, reading)),
      ...file.view.runs
        .filter(({ ended }) => !ended)
        .flatMap(({ runId, title }) =>
          coded(file.documentOf(runId).facts).map((fact) => shownFact(file, fact, { runId, title }, reading)),
        ),
    ];
  }
}

const coded = (facts: Readonly<Record<string, FactDefinition>>): readonly FactDefinition[] =>
  Object.values(facts).filter(({ type }) => {
    const { by } = FACT_TYPES[type].classes;
    return by === 'codes' || by === 'items';
  });

function shownFact(
  file: LoadedCase,
  definition: FactDefinition,
  run: TriableFactDto['run'],
  { names, redacted }: Reading,
): TriableFactDto {
  const { id } = definition;
  const isHidden = redacted.has(definition.class);
  const known = file.view.facts.find((it) => it.fact === id && it.runId === (run?.runId ?? null));
  return {
    field: {
      id,
      ...shapeOf(definition),
      required: false,
      changes: definition.changes,
      // Whether anybody answered is not told either.
      ...(isHidden ? { current: REDACTED } : known && currentOf(file, definition, known, names, redacted)),
      relevant: true,
      ofCase: run === null,
    },
    run,
    mayBeTold: run === null && definition.writtenBy === undefined && !isHidden,
  };
}
