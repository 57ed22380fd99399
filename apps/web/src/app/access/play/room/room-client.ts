import { Injectable, inject } from '@angular/core';
import type { Present, Presentation, PresentationScript, Story } from '@repere/contract';
import { vPresentation, vPresentationScript } from '@repere/contract/training/presentation/presentation';
import { vStory } from '@repere/contract/training/story/story';
import { Api, type Answered } from '../../../platform/api';
import { hrefOf } from '../../../platform/api-path';

/** A screen of a class: of whoever leads, of the two windows that they have, or of a learner. */
export type RoomWindow = 'leading' | 'projected' | 'learning';

/** What the room sees of a training space. */
@Injectable({ providedIn: 'root' })
export class RoomClient {
  private readonly api = inject(Api);

  readShown(): Promise<Answered<Presentation>> {
    return this.api.get('/training/presentation', vPresentation);
  }

  /** Refused with `conflict` where somebody else changed it since. */
  present(asked: Present): Promise<Answered<Presentation>> {
    return this.api.put('/training/presentation', asked, vPresentation);
  }

  script(): Promise<Answered<PresentationScript>> {
    return this.api.get('/training/presentation/script', vPresentationScript);
  }

  /** What has come about, the newest first. */
  readStory(): Promise<Answered<Story>> {
    return this.api.get('/training/story', vStory);
  }

  /** Where the browser itself listens to what changes. */
  streamHref(window: RoomWindow): string {
    return hrefOf(`/training/presentation/events/${window}`);
  }
}
