import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { NoConnection } from '../spaces/budget/no-connection';
import { classifyFault, describeFault } from './classify-fault';
import { sendProblem } from './send-problem';

/** The one place where what was thrown becomes an answer; faults of ours are logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answerError(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  /** The same for what never reached a route: files, addresses that can't be read. */
  answerError(error: unknown, request: Request, response: Response): void {
    const { code } = classifyFault(error);
    // Of those many come at once, and nothing is broken: they are counted (`/health/metrics`).
    const isOfMany = error instanceof NoConnection;
    if (code === 'failed' || (code === 'unavailable' && !isOfMany)) this.logger.error(describeFault(error));
    sendProblem(error, request, response);
  }
}
