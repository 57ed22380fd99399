import { Inject, Injectable } from '@nestjs/common';
import { loadExample, newestVersions } from '@repere/protocol';
import {
  type LoadStory,
  outlineOf,
  type StoryOutline,
  storyOfExample,
  storyOfScenario,
} from '@repere/training';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import { ScenarioLibrary } from '../scenarios/scenario-library';

/** What cases of a load follow: worked examples of the newest versions that came with the product, and its scenarios. */
@Injectable()
export class LoadStories {
  private read: ReadonlyMap<string, LoadStory> | null = null;

  constructor(
    @Inject(ProtocolLibrary) private readonly library: Pick<ProtocolLibrary, 'documents' | 'filesOf'>,
    private readonly scenarios: ScenarioLibrary,
  ) {}

  /** By id, in an order that does not depend on the machine. */
  get stories(): ReadonlyMap<string, LoadStory> {
    return (this.read ??= this.readStories());
  }

  outlines(told: (story: LoadStory) => boolean): readonly StoryOutline[] {
    return [...this.stories.values()].filter(told).map(outlineOf);
  }

  private readStories(): ReadonlyMap<string, LoadStory> {
    const documents = [...this.library.documents.values()].map(({ document }) => document);
    const examples = newestVersions(documents).flatMap(({ protocol, version }) =>
      Object.entries(this.library.filesOf(protocol, version))
        .filter(([path]) => path.startsWith('examples/'))
        .flatMap(([path, text]) => {
          const { example } = loadExample(text, path);
          return example ? [storyOfExample(`${protocol}@${version} ${path}`, example)] : [];
        }),
    );
    const scenarios = [...this.scenarios.scenarios.values()].map(({ scenario }) => storyOfScenario(scenario));
    const stories = [...examples, ...scenarios].filter((it) => it !== null);
    return new Map(stories.sort((a, b) => (a.id < b.id ? -1 : 1)).map((story) => [story.id, story]));
  }
}
