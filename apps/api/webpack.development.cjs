const { join } = require('node:path');
const server = require('./webpack.config.cjs');

/** The same programs for `npm run dev`: built again at each change, with Swagger UI, beside what `npm start` serves. */
module.exports = {
  ...server,
  mode: 'development',
  entry: { ...server.entry, development: join(__dirname, 'src/development/serve-with-swagger.ts') },
  output: { ...server.output, path: join(__dirname, '../../dist/development/api') },
};
