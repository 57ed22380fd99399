import {
  SERVICE_TRAITS,
  type ServiceTableProblem,
  type TableColumn,
  type TableService,
} from '@repere/directory';
import type { ProblemReasonDto } from '../../platform/answers/openapi';
import { Refusal } from '../../platform/refusals/refusal';
import { validationPipe } from '../../platform/requests/validation/validation.pipe';
import { contradictionsOf, serviceToKeep } from '../services/service-to-keep';
import type { ServiceToKeep } from '../services/services.repository';
import { ServiceToWriteDto } from '../services/services.dto';

/** What the form would say of a cell. */
export interface RefusedCell extends Pick<ServiceTableProblem, 'line' | 'column' | 'found'> {
  readonly code: string;
  readonly text: ProblemReasonDto['text'];
}

/** A line as it would be kept. */
export interface CheckedLine extends ServiceToKeep {
  readonly line: number;
  readonly secretAddress: string | null | undefined;
}

const form = validationPipe();

/** A line of a table goes through the checks of the form for one service, and no others: what that refuses, this refuses. */
export async function checkLine(
  service: TableService,
  now: number,
): Promise<CheckedLine | readonly RefusedCell[]> {
  const { line } = service;
  const typed = typedOf(service);
  try {
    const written: ServiceToWriteDto = await form.transform(typed, {
      type: 'body',
      metatype: ServiceToWriteDto,
    });
    const { kept, secretAddress } = serviceToKeep(written, null, now);
    return { ...kept, line, secretAddress };
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused;
    const said = refused.details.reasons ?? [];
    // What the form finds once the rest is mended is said with the rest.
    const fields = new Set(said.map(({ field = '' }) => field.split('.')[0]));
    const later = contradictionsOf(typed).filter(({ field }) => !fields.has(field));
    return [...said, ...later].map(({ code, field = '', text }) => {
      const column = columnOf(service, field);
      return { line, column, code, text, found: column ? service.cell(column).slice(0, 60) : '' };
    });
  }
}

/** A line as the form sends it. */
function typedOf({ traits, email, hours, say, address, ...service }: TableService): ServiceToWriteDto {
  const traitsThat = (has: boolean) => SERVICE_TRAITS.filter((it) => traits[it] === has);
  return {
    name: service.name,
    kind: service.kind,
    territories: service.territories,
    needs: service.needs,
    ages: service.ages,
    sexes: service.sexes,
    languages: service.languages,
    has: traitsThat(true),
    hasNot: traitsThat(false),
    waitingDays: service.waitingDays,
    phones: service.phones,
    ...(email !== null && { email }),
    ...openingOf(hours),
    address: address ?? '',
    ...(say !== null && { say }),
  };
}

function openingOf(hours: TableService['hours']): Pick<ServiceToWriteDto, 'opening' | 'hours'> {
  return hours === null ? { opening: 'unknown' } : { opening: 'at-hours', hours };
}

/** Where a field of the form stands in a table; `null`: a table has no place for it. */
const COLUMNS: Readonly<Record<keyof ServiceToWriteDto, TableColumn | null>> = {
  ...{ name: 'name', kind: 'kind', territories: 'territories', needs: 'needs', ages: 'ageTo' },
  ...{ sexes: 'sexes', languages: 'languages', has: null, hasNot: null, freePlaces: null },
  ...{ waitingDays: 'waitingDays', phones: 'phones', email: 'email', opening: 'weekdays', hours: 'weekdays' },
  ...{ address: 'address', say: 'say' },
};

const isField = (name: string): name is keyof ServiceToWriteDto => Object.hasOwn(COLUMNS, name);

function columnOf({ cell }: TableService, path: string): TableColumn | null {
  const [field = '', part] = path.split('.');
  if (field === 'ages' && cell('ages') !== '') return 'ages';
  if (field === 'ages' && part === 'from') return 'ageFrom';
  if (field === 'hours' && part === 'weekends') return 'weekends';
  return isField(field) ? COLUMNS[field] : null;
}
