require('@swc-node/register');

module.exports = async () => require('./test-server.ts').stopTestServer();
