import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeRefusal, ProblemDto } from './platform/answers/openapi';
import { PROBLEMS } from './platform/refusals/problem';
import { RedactedDto } from './platform/answers/shown';

/** OpenAPI 3.1 of every route. */
export function openApiDocument(app: NestExpressApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Repère')
    .setDescription(
      'Victim-care protocols as versioned workflows. All paths exist under `/api` (the default live space) and under ' +
        '`/api/s/<key>` (another space). Writes need the header `X-Repere: 1`. Errors are problem details (RFC 9457). ' +
        'Missing and forbidden look alike: 404.',
    )
    .setVersion(version)
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl')
    .addCookieAuth('__Host-repere', {
      type: 'apiKey',
      in: 'cookie',
      description: '`__Host-repere-<key>` in another space',
    })
    .build();
  const document = SwaggerModule.createDocument(app, config, { extraModels: [ProblemDto, RedactedDto] });
  for (const path of Object.values(document.paths))
    for (const operation of [path.post, path.put]) if (operation?.requestBody) addBodyRefusals(operation);
  return document;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['post']>;

/** What any body may be refused for, before its route. */
function addBodyRefusals({ responses }: Operation): void {
  for (const code of ['invalid', 'too-large', 'unsupported-media'] as const)
    responses[PROBLEMS[code].status] ??= describeRefusal([code]);
}
