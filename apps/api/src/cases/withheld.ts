import { may } from '@repere/access';
import type { Asker } from '@repere/access';
import { FIELD_CLASSES, type FieldClass } from '@repere/protocol-engine';
import type { Withheld } from '@repere/cases';
import type { LoadedCase } from './loaded-case';

/** The classes of fields that this reader does not see of a case that they may read. */
export function withheldClasses(asker: Asker, resource: LoadedCase['resource']): ReadonlySet<FieldClass> {
  return new Set(FIELD_CLASSES.filter((fieldClass) => !may(asker, 'read', { ...resource, fieldClass }).yes));
}

export const WITHHELD: Withheld = { withheld: true, ask: 'supervisor' };
