import { compileProtocols } from '../compile/compile-protocols';
import {
  CHANGED,
  DOCUMENTS,
  GROWN,
  REWORDED,
  SHARED,
  SHARED_LATER,
  STRICTER,
} from '@repere/protocol/testing';

/** The service that looks after lost keys, as its protocols first were. */
export const LOST_KEYS = compileProtocols(SHARED, DOCUMENTS);

/** With every later version beside them. */
export const MOVED_KEYS = compileProtocols(SHARED_LATER, [...DOCUMENTS, REWORDED, GROWN, STRICTER, CHANGED]);
