module.exports = {
  displayName: 'protocol-verifier',
  preset: '../../jest.preset.cjs',
  testEnvironment: 'node',
};
