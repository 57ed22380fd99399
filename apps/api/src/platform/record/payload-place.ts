import { placeOf, rowOf } from '../data/sealed-row';
import type { Place } from '../secrecy/sealed';
import { LedgerPayloadEntity } from './ledger-payload.entity';

/** Where what an event commits to is sealed. */
export const payloadPlace = (eventSeq: string): Place =>
  placeOf(rowOf(LedgerPayloadEntity, { eventSeq }), 'content');
