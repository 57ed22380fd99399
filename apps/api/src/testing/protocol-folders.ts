import { join } from 'node:path';

/** No protocol at all: what every route has in common must not depend on what practitioners are writing. */
export const NO_PROTOCOLS = join(__dirname, 'no-protocols');

/** What comes with the product: for tests of these texts themselves. */
export const SHIPPED_PROTOCOLS = join(__dirname, '../../../../protocols');

/** One small made-up protocol, `shelter`, without a fault. */
export const SMALL_PROTOCOLS = join(__dirname, 'small-protocols');

/**
 * What a service of a test has unless it says otherwise: made-up protocols with something of everything that a service does
 * with protocols: each kind of step, each origin of a deadline, decisions with a second person, rows, an act that counts twice,
 * protocols that open others.
 */
export const TOWN_PROTOCOLS = join(__dirname, 'town-protocols');

/** A made-up `meeting` that cases open with; `next-meeting.yaml` is its second version. */
export const MOVING_PROTOCOLS = join(__dirname, 'moving-protocols');
