import { compileProtocols, FactTrial } from '@repere/case-engine';
import { type FactValue, type FactValues, loadLibrary } from '@repere/protocol';
import type { AgeFacts, AgeStatus, Rows } from './age-facts';

/** Asks the engine for the outcome of `age-doubt` on facts that nobody entered: about ten microseconds a question. */
export class AgeTrial {
  private readonly trial: FactTrial;

  /** `files` as `readFiles` gives them; a planted fault is a changed text. */
  constructor(files: Readonly<Record<string, string>>) {
    const { shared, documents } = loadLibrary(files);
    if (!shared) throw new Error('facts.yaml could not be read');
    const set = compileProtocols(shared, documents);
    this.trial = new FactTrial(set, 'age-doubt', '1.0.0', {
      now: Date.UTC(2026, 5, 1),
      territory: { code: '93', zone: 'Europe/Paris', isHoliday: () => false },
    });
  }

  status(facts: AgeFacts): AgeStatus {
    for (const [name, value] of Object.entries(facts)) this.recordFact(name, value);
    return this.outcome();
  }

  recordFact(name: string, value: AgeFacts[keyof AgeFacts]): void {
    if (value === null || typeof value !== 'object') this.trial.tryAnswer(name, value);
    else if (isRows(value)) this.trial.tryRows(name, value.rows.map(known), value.closed);
    else this.trial.tryAnswer(name, known(value) as FactValue);
  }

  outcome(): AgeStatus {
    return this.trial.outcome() as AgeStatus;
  }
}

function isRows(value: object): value is Rows<object> {
  return 'rows' in value;
}

function known(values: object): FactValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as FactValues;
}
