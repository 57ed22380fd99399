import { type Age, ageOn, dayIn } from '@repere/cases';
import { type AskedService, SERVED_SEXES, type ServedAges } from '@repere/directory';
import type { FieldClass } from '@repere/protocol';
import { knownChild } from '../../cases/reading/known-child';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { MatchServicesDto } from './match-services.dto';

/**
 * What is asked of services for the child of this case: what was typed, else what the case says, as far as the reader sees it. Who
 * the child is may be closed to them: then it is asked without.
 */
export function askedOfCase(
  file: LoadedCase,
  redacted: ReadonlySet<FieldClass>,
  { need, age, sex, languages, at }: MatchServicesDto,
  now: number,
): AskedService {
  const child = redacted.has('identity') ? null : knownChild(file);
  const known = ageOn(child?.birth, dayIn(file.territory.zone, now));
  return {
    need,
    ages: age === undefined ? agesOfMinor(known) : { from: age, to: age },
    sex: sex ?? SERVED_SEXES.find((it) => it === child?.gender) ?? null,
    languages: languages ?? child?.languages ?? [],
    at: at === undefined ? now : Date.parse(at),
  };
}

/** A doubt is asked about and shuts nobody out; nobody is looked for as an adult (G01). */
function agesOfMinor(age: Age): ServedAges | null {
  switch (age.kind) {
    case 'unknown':
    case 'past18':
      return null;
    case 'exact':
      return { from: age.years, to: age.years };
    case 'between':
      return { from: age.low, to: Math.min(age.high, 17) };
  }
}
