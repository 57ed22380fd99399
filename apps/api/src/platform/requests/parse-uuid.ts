import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '../refusals/refusal';
import { UUID } from '../uuid';

/** An id of the address, lower case. What is no id can't be found. */
@Injectable()
export class ParseUuid implements PipeTransform<string, string> {
  transform(value: string): string {
    const id = value.toLowerCase();
    if (!UUID.test(id)) throw new Refusal('not-found');
    return id;
  }
}
