import { compileProtocols } from '../compile-protocols';
import { DOCUMENTS, SHARED } from './lost-key';
import { CHANGED, GROWN, REWORDED, SHARED_LATER, STRICTER } from './moved-keys';

/** The service that looks after lost keys, as its protocols first were. */
export const LOST_KEYS = compileProtocols(SHARED, DOCUMENTS);

/** With every later version beside them. */
export const MOVED_KEYS = compileProtocols(SHARED_LATER, [...DOCUMENTS, REWORDED, GROWN, STRICTER, CHANGED]);
