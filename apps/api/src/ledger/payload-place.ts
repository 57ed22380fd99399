import { placeOf, rowOf } from '../platform/data/sealed-row';
import type { Place } from '../platform/secrecy/sealed';
import { LedgerPayloadEntity } from './entities/ledger-payload.entity';

/** Where what an event commits to is sealed. */
export const payloadPlace = (eventSeq: string): Place =>
  placeOf(rowOf(LedgerPayloadEntity, { eventSeq }), 'content');
