import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { findPlaceOf } from '../requests/request-origin';
import { NoConnection } from '../spaces/budget/no-connection';
import { classifyFault, describeFault } from './classify-fault';
import type { Space } from '../spaces/spaces';
import { SpaceFaults } from '../spaces/space-faults';
import { Refusal } from './refusal';
import { sendProblem } from './send-problem';

/** The one place where what was thrown becomes an answer; faults of ours are logged. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly faults: SpaceFaults) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answerError(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** The same for what never reached a route: files, addresses that can't be read. */
  answerError(error: unknown, request: Request, response: Response): void {
    const { code } = classifyFault(error);
    const space = findPlaceOf(request)?.space;
    // Of those many come at once, and nothing is broken: they are counted (`/health/metrics`).
    const isOfMany = error instanceof NoConnection;
    const isFault = code === 'failed' || (code === 'unavailable' && !isOfMany);
    if (isFault && space?.kind === 'training')
      this.answerFault(error, space, request, response).catch((fault: unknown) => {
        this.logger.error(describeFault(fault));
      });
    else {
      if (isFault) this.logger.error(describeFault(error));
      sendProblem(error, request, response);
    }
  }

  /** Who was in a training space while it was deleted reads that it was. */
  private async answerFault(
    error: unknown,
    space: Space,
    request: Request,
    response: Response,
  ): Promise<void> {
    const why = await this.faults.whyLeft(space);
    if (why === null) this.logger.error(describeFault(error));
    sendProblem(why === null ? error : new Refusal(why), request, response);
  }
}
