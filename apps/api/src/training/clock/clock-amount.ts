import { ValidateBy } from 'class-validator';

/** A space's clock runs no further than this beyond now: no story does, and every date stays one that forms know. */
export const FARTHEST_YEARS = 20;
/** Hours, or days, of one move. */
export const MOST_AT_ONCE = 366;

/** Forward: a space goes back by a branch alone. What is no number is `IsInt`'s to refuse, in its own words. */
export const ClockForward = (): PropertyDecorator =>
  ValidateBy({
    name: 'clockForward',
    validator: { validate: (value: unknown) => typeof value !== 'number' || value >= 1 },
  });

export const ClockStride = (): PropertyDecorator =>
  ValidateBy({
    name: 'clockStride',
    constraints: [MOST_AT_ONCE, FARTHEST_YEARS],
    validator: { validate: (value: unknown) => typeof value !== 'number' || value <= MOST_AT_ONCE },
  });
