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
export interface DemoAct {
  readonly by: string;
  readonly hoursAgo: number;
  readonly act:
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
  readonly acts: readonly DemoAct[];
}

/** ISO 8601 day so many days ago; negative: to come. */
export type DayOf = (daysAgo: number) => string;

export type DemoActs = ReturnType<typeof demoActs>;

/** Writes acts of one child down: who, when, what. */
export function demoActs(by: string) {
  const at = (hoursAgo: number, act: DemoAct['act'], who = by): DemoAct => ({ by: who, hoursAgo, act });
  return {
    by,
    did: (hoursAgo: number, protocol: string, step: string, input: StepInputDto = { values: {} }): DemoAct =>
      at(hoursAgo, { kind: 'complete', protocol, step, input }),
    tried: (hoursAgo: number, protocol: string, step: string, input: StepInputDto): DemoAct =>
      at(hoursAgo, { kind: 'try', protocol, step, input }),
    approved: (hoursAgo: number, who: string, protocol: string, step: string): DemoAct =>
      at(hoursAgo, { kind: 'approve', protocol, step }, who),
    returned: (hoursAgo: number, who: string, protocol: string, step: string, reason: string): DemoAct =>
      at(hoursAgo, { kind: 'return', protocol, step, reason }, who),
    waived: (hoursAgo: number, protocol: string, step: string, reason: string, note: string): DemoAct =>
      at(hoursAgo, { kind: 'waive', protocol, step, reason, note }),
    amended: (hoursAgo: number, protocol: string, step: string, values: FactValues, why: string): DemoAct =>
      at(hoursAgo, { kind: 'amend', protocol, step, values, why }),
    drafted: (hoursAgo: number, protocol: string, step: string, input: StepInputDto): DemoAct =>
      at(hoursAgo, { kind: 'draft', protocol, step, input }),
    opened: (hoursAgo: number, protocol: string): DemoAct => at(hoursAgo, { kind: 'open-run', protocol }),
    moved: (hoursAgo: number, who: string, protocol: string, version: string, reason: string): DemoAct =>
      at(hoursAgo, { kind: 'move', protocol, version, reason }, who),
    learnt: (hoursAgo: number, values: FactValues, note: string): DemoAct =>
      at(hoursAgo, { kind: 'facts', values, note }),
    noted: (hoursAgo: number, note: string): DemoAct => at(hoursAgo, { kind: 'note', note }),
    met: (hoursAgo: number, person: PersonInputDto, row?: string): DemoAct =>
      at(hoursAgo, { kind: 'person', person, row }),
    assigned: (hoursAgo: number, who: string, login: string): DemoAct =>
      at(hoursAgo, { kind: 'assign', login }, who),
  };
}
