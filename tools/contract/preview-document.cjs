// Reads the API's sources as they are, without a build.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { readDefaultTsConfig } = require('@swc-node/register/read-default-tsconfig');
const { register } = require('@swc-node/register/register');

const root = join(__dirname, '../..');

/** The OpenAPI document of the sources as they stand. */
exports.previewDocument = () => {
  // Paths of `tsconfig.base.json` are meant from where that file is.
  register({ ...readDefaultTsConfig(join(root, 'apps/api/tsconfig.json')), baseUrl: root });
  // A template is its text, as webpack bundles it.
  require.extensions['.typ'] = (module, file) => {
    module.exports = { __esModule: true, default: readFileSync(file, 'utf8') };
  };
  require('reflect-metadata');
  return require(join(root, 'apps/api/src/openapi-preview.ts')).previewOpenApiDocument();
};
