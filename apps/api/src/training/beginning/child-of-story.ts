import { GENDERS } from '@repere/cases';
import { type ChildDto, EDTF_BIRTH } from '../../cases/opening/child.dto';

/** The child of a story as a case is opened for one: what no form would take is left unsaid. */
export function childOfStory(
  calledName: string,
  birth: string | undefined,
  gender: string | undefined,
): ChildDto {
  const known = GENDERS.find((it) => it === gender);
  return {
    calledName,
    ...(birth !== undefined && EDTF_BIRTH.test(birth) && { birth }),
    ...(known && { gender: known }),
  };
}
