import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { partPath } from './protocol-paths';
import { ProtocolsClient } from './protocols-client';

/** `/protocoles/<name>` leads to the version that holds today; a name that isn't known, to the list. */
export const toVersionInForce: CanActivateFn = async ({ params }) => {
  const router = inject(Router);
  const answer = await inject(ProtocolsClient).listProtocols();
  const found = answer.ok
    ? answer.value.find(({ protocol, inForce }) => inForce && protocol === params['name'])
    : undefined;
  return router.createUrlTree(found ? [...partPath(found.protocol, found.version)] : ['/protocoles']);
};
