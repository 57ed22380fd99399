import { ApiProperty } from '@nestjs/swagger';
import type { FieldClass } from '@repere/access';
import type { Shown } from '@repere/cases';
import { shownText } from '../../platform/answers/shown';
import { unlessRedacted } from '../disclosure/redacted-classes';
import type { LoadedCase } from '../reading/loaded-case';

/** Whose case a page is about, as far as its reader may know it, and by which clock it tells. */
export class PageOfCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty({ example: 'RP-7K4M-2QX' }) readonly reference: string;
  @ApiProperty(shownText('The name')) readonly calledName: Shown<string>;
  @ApiProperty({ example: 'Europe/Paris' }) readonly zone: string;
}

export const pageOfCase = (file: LoadedCase, redacted: ReadonlySet<FieldClass>): PageOfCaseDto => ({
  caseFileId: file.row.id,
  reference: file.row.reference,
  calledName: unlessRedacted(redacted, ['identity'], file.child.calledName),
  zone: file.territory.zone,
});
