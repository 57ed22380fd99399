module.exports = {
  displayName: 'protocols',
  preset: '../jest.preset.cjs',
  testEnvironment: 'node',
};
