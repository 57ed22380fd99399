import { placeOf, rowOf } from '../data/sealed-row';
import type { CiphertextLocation } from '../secrecy/sealed';
import { LedgerPayloadEntity } from './ledger-payload.entity';

/** Where what an event commits to is sealed; by the id in its entry. */
export const payloadPlace = (eventId: string): CiphertextLocation =>
  placeOf(rowOf(LedgerPayloadEntity, { eventId }), 'content');
