import type { EngineBundle } from '@repere/contract';
import {
  type CaseView,
  compileProtocols,
  explain,
  type Explanation,
  type PlayedMoment,
  playExample,
  viewCase,
} from '@repere/case-engine';
import { namedVersions, readExample } from '@repere/protocol';
import { territoryOf } from '@repere/territories';

/** Protocols that the text of a story names, with their versions. */
export const versionsIn = (yaml: string): ReturnType<typeof namedVersions> =>
  namedVersions(readExample(yaml));

/** A story that can be looked at at any of its moments. */
export interface Playing {
  readonly zone: string;
  readonly moments: readonly PlayedMoment[];
  readonly view: (place: number) => CaseView;
  readonly why: (place: number, runId: string, step: string) => Explanation;
}

/**
 * Runs a story with the engine itself, here in the browser; `null` when it can't be told with these protocols. Nothing of it
 * is sent or kept.
 */
export function play(bundle: EngineBundle, yaml: string): Playing | null {
  const example = readExample(yaml);
  const territory = territoryOf(String(example.territory).padStart(2, '0')) ?? territoryOf('75');
  if (!territory) return null;
  const played = playExample(compileProtocols(bundle.shared, bundle.documents), example, territory);
  if (!played.ok) return null;
  const { moments } = played;
  const views = new Map<number, CaseView>();
  const at = (place: number): PlayedMoment => {
    const moment = moments[place];
    if (!moment) throw new RangeError(`The story has no moment ${place}`);
    return moment;
  };
  return {
    zone: territory.zone,
    moments,
    view: (place) => {
      const view = views.get(place) ?? viewCase(at(place).state);
      views.set(place, view);
      return view;
    },
    why: (place, runId, step) => explain(at(place).state, runId, step),
  };
}
