import { type FollowedStory, followStory, type StoryPlace } from '@repere/training';
import type { SandboxTask } from '../../platform/sandbox/sandbox-task';
import { readStory, type SentStory } from './sent-story';

export interface StoryToFollow extends SentStory {
  /** Epoch ms. */
  readonly now: number;
  readonly from: StoryPlace;
}

/** What has come about of a story by now; a trainer may have written its conditions. */
export const FOLLOW_STORY: SandboxTask<StoryToFollow, FollowedStory> = {
  name: 'training.story',
  lane: 'protocols',
  mostMs: 10_000,
  perform({ journal, now, from, ...sent }, surroundings) {
    return followStory({ ...readStory(sent, surroundings), journal, now }, from);
  },
};
