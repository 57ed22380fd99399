import type { Child, OpenCaseFile, PersonInput, StepInput } from '@repere/cases';
import type { FactValues } from '@repere/protocol-engine';

/** Something that was done in a fictional case, by whom and how many hours ago. */
export interface DemoDeed {
  readonly by: string;
  readonly hoursAgo: number;
  readonly deed:
    | {
        readonly kind: 'complete';
        readonly protocol: string;
        readonly step: string;
        readonly input: StepInput;
      }
    | { readonly kind: 'approve'; readonly protocol: string; readonly step: string }
    | {
        readonly kind: 'amend';
        readonly protocol: string;
        readonly step: string;
        readonly values: FactValues;
        readonly why: string;
      }
    | { readonly kind: 'draft'; readonly protocol: string; readonly step: string; readonly input: StepInput }
    | { readonly kind: 'note'; readonly note: string }
    | { readonly kind: 'person'; readonly person: PersonInput }
    | { readonly kind: 'assign'; readonly login: string };
}

/** A fictional child with everything that was done, in order. */
export interface DemoChild {
  readonly child: Child;
  readonly urgentDangerSeen: OpenCaseFile['urgentDangerSeen'];
  readonly openedBy: string;
  readonly hoursAgo: number;
  readonly deeds: readonly DemoDeed[];
}

/** Writes deeds of one child down: who, when, what. */
export function deeds(by: string) {
  const at = (hoursAgo: number, deed: DemoDeed['deed'], who = by): DemoDeed => ({ by: who, hoursAgo, deed });
  return {
    did: (hoursAgo: number, protocol: string, step: string, input: StepInput): DemoDeed =>
      at(hoursAgo, { kind: 'complete', protocol, step, input }),
    approved: (hoursAgo: number, who: string, protocol: string, step: string): DemoDeed =>
      at(hoursAgo, { kind: 'approve', protocol, step }, who),
    amended: (hoursAgo: number, protocol: string, step: string, values: FactValues, why: string): DemoDeed =>
      at(hoursAgo, { kind: 'amend', protocol, step, values, why }),
    drafted: (hoursAgo: number, protocol: string, step: string, input: StepInput): DemoDeed =>
      at(hoursAgo, { kind: 'draft', protocol, step, input }),
    noted: (hoursAgo: number, note: string): DemoDeed => at(hoursAgo, { kind: 'note', note }),
    met: (hoursAgo: number, person: PersonInput): DemoDeed => at(hoursAgo, { kind: 'person', person }),
    assigned: (hoursAgo: number, who: string, login: string): DemoDeed =>
      at(hoursAgo, { kind: 'assign', login }, who),
  };
}
