import { Inject, Injectable } from '@nestjs/common';
import type { Configuration } from '../../platform/settings/configuration';
import type { Space } from '../../platform/spaces/spaces';
import { CONFIGURATION } from '../../platform/tokens';
import { mustEnrol } from '../factors/must-enrol';
import type { OpenSession } from './session.repository';
import { shownTimes } from '../sessions/shown-times';
import type { SessionDto } from './session.dto';

/** A session as its page may know it. */
@Injectable()
export class ShownSession {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  showSession(space: Space, session: OpenSession): SessionDto {
    const { actor } = session;
    return {
      id: session.id,
      account: {
        id: actor.id,
        name: actor.name,
        roles: actor.roles,
        teams: actor.teams.map(({ id, name }) => ({ id, name })),
        language: actor.language,
      },
      ...shownTimes(session),
      provider: session.provider,
      mustEnrol: mustEnrol(this.configuration, space, session),
    };
  }
}
