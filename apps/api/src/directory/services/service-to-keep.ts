import type { ServiceTrait } from '@repere/directory';
import { territoryOf } from '@repere/territories';
import { plainHours } from '../on-call/opening-hours';
import type { DirectoryService, ServiceToKeep } from './services.repository';
import type { ServiceToWriteDto } from './services.dto';
import type { ProblemReasonDto } from '../../platform/answers/openapi';
import { wrongValue } from '../../platform/refusals/invalid-value';
import { Refusal } from '../../platform/refusals/refusal';

/** What is kept of what was written, and the address that is secret, if it changes. Throws `invalid` by field. */
export function serviceToKeep(
  written: ServiceToWriteDto,
  before: DirectoryService | null,
  now: number,
): { readonly kept: ServiceToKeep; readonly secretAddress: string | null | undefined } {
  const reasons = contradictionsOf(written);
  if (reasons.length > 0) throw new Refusal('invalid', { reasons });
  const { name, kind, territories, has, hasNot, phones, email, say } = written;
  // What is left out is not known either.
  const { needs = null, ages = null, sexes = null, languages = null } = written;
  const isSecret = has.includes('secret-address');
  // One that was no secret until now becomes one: it moves to where secrets stand.
  const address =
    written.address === undefined ? (before?.address ?? undefined) : written.address.trim() || null;
  const free = written.freePlaces ?? null;
  return {
    kept: {
      profile: {
        ...{ kind, territories: [...territories].sort(), needs, sexes, languages },
        ages: ages && { from: ages.from, to: ages.to },
        traits: Object.fromEntries([
          ...has.map((it): [ServiceTrait, boolean] => [it, true]),
          ...hasNot.map((it): [ServiceTrait, boolean] => [it, false]),
        ]),
        places: free === null ? null : { free, at: new Date(now).toISOString() },
        waitingDays: written.waitingDays ?? null,
      },
      hours: hoursOf(written),
      content: {
        ...{ name: name.trim(), phones, email: email ?? null, say: say ?? null },
        address: isSecret ? null : (address ?? null),
      },
    },
    secretAddress: isSecret ? address : undefined,
  };
}

function hoursOf({ opening, hours }: ServiceToWriteDto): ServiceToKeep['hours'] {
  if (opening !== 'at-hours') return opening === 'always' ? 'always' : null;
  return plainHours(hours ?? {});
}

/** What contradicts itself in what was written, each in its field: all of it, so that it is mended at once. */
export function contradictionsOf({
  territories,
  ages,
  has,
  hasNot,
  opening,
  hours,
}: ServiceToWriteDto): readonly ProblemReasonDto[] {
  return [
    ...(territories.some((code) => !territoryOf(code)) ? [NO_TERRITORY] : []),
    ...(ages && ages.from > ages.to ? [AGES_TURNED] : []),
    ...(has.some((it) => hasNot.includes(it)) ? [YES_AND_NO] : []),
    ...(opening === 'at-hours' && !hours?.weekdays && !hours?.weekends ? [NO_HOURS] : []),
  ];
}

const NO_TERRITORY = wrongValue(
  'territories',
  'Un de ces codes n’est celui d’aucun département.',
  'One of these codes is of no département.',
);
const AGES_TURNED = wrongValue(
  'ages',
  'L’âge le plus haut est plus bas que l’autre.',
  'The higher age is lower than the other.',
);
const YES_AND_NO = wrongValue(
  'hasNot',
  'La même chose ne peut pas être dite oui et non.',
  'The same can’t be said to be yes and no.',
);
const NO_HOURS = wrongValue('hours', 'Indiquez au moins des heures.', 'Give hours, at least some.');
