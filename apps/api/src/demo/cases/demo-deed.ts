import type { FactValues } from '@repere/protocol';
import type { StepInputDto } from '../../cases/steps/step-input.dto';
import type { PersonInputDto } from '../../cases/people/person.dto';
import type { ChildDto } from '../../cases/opening/child.dto';
import type { OpenCaseFileDto } from '../../cases/opening/open-case-file.dto';

/** A step of the case: `arrival` is the only run of that protocol, `hearing#2` the second one. */
interface OfStep {
  readonly protocol: string;
  readonly step: string;
}

/** Something that was done in a fictional case, by whom and how many hours ago. */
export interface DemoDeed {
  readonly by: string;
  readonly hoursAgo: number;
  readonly deed:
    | (OfStep & { readonly kind: 'complete' | 'draft'; readonly input: StepInputDto })
    /** Tried, and refused by the protocol. */
    | (OfStep & { readonly kind: 'try'; readonly input: StepInputDto })
    | (OfStep & { readonly kind: 'approve' })
    | (OfStep & { readonly kind: 'return'; readonly reason: string })
    | (OfStep & { readonly kind: 'waive'; readonly reason: string; readonly note: string })
    | (OfStep & { readonly kind: 'amend'; readonly values: FactValues; readonly why: string })
    | { readonly kind: 'open-run'; readonly protocol: string }
    | { readonly kind: 'move'; readonly protocol: string; readonly version: string; readonly reason: string }
    | { readonly kind: 'facts'; readonly values: FactValues; readonly note: string }
    | { readonly kind: 'note'; readonly note: string }
    /** `row`: its id in the list of adults, where a later step is about them. */
    | { readonly kind: 'person'; readonly person: PersonInputDto; readonly row?: string }
    | { readonly kind: 'assign'; readonly login: string };
}

/** A fictional child with everything that was done, in order. */
export interface DemoChild {
  readonly child: ChildDto;
  readonly urgentDangerSeen: OpenCaseFileDto['urgentDangerSeen'];
  readonly openedBy: string;
  readonly hoursAgo: number;
  readonly deeds: readonly DemoDeed[];
}

/** ISO 8601 day so many days ago; negative: to come. */
export type DayOf = (daysAgo: number) => string;

export type Deeds = ReturnType<typeof deeds>;

/** Writes deeds of one child down: who, when, what. */
export function deeds(by: string) {
  const at = (hoursAgo: number, deed: DemoDeed['deed'], who = by): DemoDeed => ({ by: who, hoursAgo, deed });
  return {
    by,
    did: (hoursAgo: number, protocol: string, step: string, input: StepInputDto = { values: {} }): DemoDeed =>
      at(hoursAgo, { kind: 'complete', protocol, step, input }),
    tried: (hoursAgo: number, protocol: string, step: string, input: StepInputDto): DemoDeed =>
      at(hoursAgo, { kind: 'try', protocol, step, input }),
    approved: (hoursAgo: number, who: string, protocol: string, step: string): DemoDeed =>
      at(hoursAgo, { kind: 'approve', protocol, step }, who),
    returned: (hoursAgo: number, who: string, protocol: string, step: string, reason: string): DemoDeed =>
      at(hoursAgo, { kind: 'return', protocol, step, reason }, who),
    waived: (hoursAgo: number, protocol: string, step: string, reason: string, note: string): DemoDeed =>
      at(hoursAgo, { kind: 'waive', protocol, step, reason, note }),
    amended: (hoursAgo: number, protocol: string, step: string, values: FactValues, why: string): DemoDeed =>
      at(hoursAgo, { kind: 'amend', protocol, step, values, why }),
    drafted: (hoursAgo: number, protocol: string, step: string, input: StepInputDto): DemoDeed =>
      at(hoursAgo, { kind: 'draft', protocol, step, input }),
    opened: (hoursAgo: number, protocol: string): DemoDeed => at(hoursAgo, { kind: 'open-run', protocol }),
    moved: (hoursAgo: number, who: string, protocol: string, version: string, reason: string): DemoDeed =>
      at(hoursAgo, { kind: 'move', protocol, version, reason }, who),
    learnt: (hoursAgo: number, values: FactValues, note: string): DemoDeed =>
      at(hoursAgo, { kind: 'facts', values, note }),
    noted: (hoursAgo: number, note: string): DemoDeed => at(hoursAgo, { kind: 'note', note }),
    met: (hoursAgo: number, person: PersonInputDto, row?: string): DemoDeed =>
      at(hoursAgo, { kind: 'person', person, row }),
    assigned: (hoursAgo: number, who: string, login: string): DemoDeed =>
      at(hoursAgo, { kind: 'assign', login }, who),
  };
}
